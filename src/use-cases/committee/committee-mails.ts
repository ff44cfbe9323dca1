/** The mails around follow-up committees. `path` is a path of this site, `place` a name, instants are ISO texts. */
import type { Voice } from '#domain/follow-up/assessment.ts';

export type CommitteeMail =
  | { readonly kind: 'committee-proposed'; readonly by: Voice; readonly place: string; readonly path: string }
  | { readonly kind: 'committee-accepted'; readonly place: string; readonly path: string }
  | {
      readonly kind: 'committee-closed';
      readonly by: Voice;
      readonly place: string;
      readonly reason: string;
      readonly path: string;
    }
  /** To an address without an account, or whose account is not known. */
  | {
      readonly kind: 'committee-invited';
      readonly by: Voice;
      readonly place: string;
      readonly path: string;
      readonly days: number;
    }
  | {
      readonly kind: 'committee-meeting';
      readonly what: 'called' | 'changed' | 'cancelled';
      readonly place: string;
      readonly startsAt: string;
      readonly zone: string;
      readonly location: string;
      readonly path: string;
    }
  /** One side said yes: the other is asked. */
  | { readonly kind: 'minutes-to-agree'; readonly by: Voice; readonly place: string; readonly path: string }
  | { readonly kind: 'minutes-agreed'; readonly place: string; readonly path: string };
