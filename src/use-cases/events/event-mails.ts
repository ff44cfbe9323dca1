/** The mails around follow-up events. `path` is a path of this site, `place` a name. */
import type { Voice } from '#domain/follow-up/assessment.ts';

export type EventMail = {
  readonly kind: 'letter-recorded' | 'reply-recorded';
  readonly by: Voice;
  readonly place: string;
  readonly path: string;
};
