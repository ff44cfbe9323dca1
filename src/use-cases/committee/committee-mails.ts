/** The mails around follow-up committees. `path` is a path of this site, instants are ISO texts. */
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { PlaceCode } from '#domain/shared/place.ts';

/** `place` is a name; of which kind it is says how its side is called. */
type Here = { readonly place: string; readonly placeKind: PlaceCode['kind']; readonly path: string };

export type CommitteeMail = Here &
  (
    | { readonly kind: 'committee-proposed'; readonly by: Voice }
    | { readonly kind: 'committee-accepted' }
    | { readonly kind: 'committee-closed'; readonly by: Voice; readonly reason: string }
    /** To an address without an account, or whose account is not known. */
    | { readonly kind: 'committee-invited'; readonly by: Voice; readonly days: number }
    | {
        readonly kind: 'committee-meeting';
        readonly what: 'called' | 'changed' | 'cancelled';
        readonly startsAt: string;
        readonly zone: string;
        readonly location: string;
      }
    /** One side said yes: the other is asked. */
    | { readonly kind: 'minutes-to-agree'; readonly by: Voice }
    | { readonly kind: 'minutes-agreed' }
  );
