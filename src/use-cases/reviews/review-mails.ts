/** The mails about reviews. `path` values are paths of this site; the kind of place says how its side is called. */
import type { PlaceCode } from '#domain/shared/place.ts';

export type ReviewMail =
  /** To those who may answer for who made the promises: once a review, with its figures. */
  | {
      readonly kind: 'review-published';
      readonly collective: string;
      readonly place: string;
      readonly placeKind: PlaceCode['kind'];
      /** Null: a council signed, or the document does not name the list. */
      readonly list: string | null;
      readonly number: number;
      readonly kept: number;
      /** The denominator: signed, less what is counted apart. */
      readonly counted: number;
      readonly notLookedAt: number;
      readonly path: string;
      readonly reply: string;
    }
  /** To the members of the collective. */
  | {
      readonly kind: 'own-review-published';
      readonly collective: string;
      readonly place: string;
      readonly placeKind: PlaceCode['kind'];
      readonly number: number;
      readonly told: number;
      readonly path: string;
    }
  | {
      readonly kind: 'review-answered';
      readonly by: string;
      readonly place: string;
      readonly number: number;
      readonly path: string;
    };
