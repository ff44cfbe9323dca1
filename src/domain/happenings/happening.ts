/** One thing that everybody may learn of: what a feed lists. Nothing private ever is one. */
import type { EventKind } from '../events/follow-up-event.ts';

export type Happening = HappeningOfPlace | HappeningOfCharters;

/** Whose word: the list's own when it does not govern. */
export type Teller = 'collective' | 'town-hall' | 'list';

export type HappeningOfPlace = { readonly at: Date } & (
  | { readonly kind: 'pact'; readonly pact: number; readonly list: string | null; readonly signedOn: string | null }
  /** Our reading of a document was replaced. `id`: of the correction. */
  | {
      readonly kind: 'correction';
      readonly id: number;
      readonly what: 'pact' | 'plan';
      readonly subject: number;
      readonly title: string | null;
      readonly reason: string;
    }
  | { readonly kind: 'plan'; readonly plan: number; readonly title: string; readonly version: number | null }
  | { readonly kind: 'review'; readonly review: number; readonly collective: string; readonly list: string | null }
  /** What one voice said of promises of one pact, on one day of Paris; `at`: the last time that day. */
  | {
      readonly kind: 'said';
      readonly pact: number;
      readonly list: string | null;
      readonly by: Teller;
      readonly day: string;
      readonly promises: number;
    }
  | {
      readonly kind: 'event';
      readonly event: number;
      readonly what: EventKind;
      readonly title: string;
      readonly happenedOn: string;
    }
);

/** Of the charters themselves: of the whole country, or of the collective whose local edition it is. */
export type HappeningOfCharters = { readonly at: Date } & (
  | {
      readonly kind: 'consultation';
      readonly consultation: number;
      readonly title: string;
      readonly what: ConsultationNews;
      readonly opensOn: string;
      readonly closesOn: string;
    }
  | { readonly kind: 'edition'; readonly edition: string; readonly title: string; readonly year: number }
);

/** `announced`: before its first day; one that opens at once is not told twice. */
export const CONSULTATION_NEWS = ['announced', 'opened', 'counted', 'cancelled'] as const;
export type ConsultationNews = (typeof CONSULTATION_NEWS)[number];
