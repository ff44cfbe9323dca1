/** The mails around follow-up events. `path` is a path of this site, `place` a name; its kind says how its side is called. */
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { PlaceCode } from '#domain/shared/place.ts';

/** `list`: the one that tells it under its own name. */
type Told = {
  readonly by: Voice;
  readonly list?: string;
  readonly place: string;
  readonly placeKind: PlaceCode['kind'];
  readonly path: string;
};

export type EventMail = ({ readonly kind: 'letter-recorded' } & Told) | ({ readonly kind: 'reply-recorded' } & Told);
