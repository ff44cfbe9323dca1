/** A pact as far as following its promises goes: who answers for them, and who looks. */
import type { PlaceCode } from '../shared/place.ts';

export type FollowedPact = {
  readonly id: number;
  readonly place: PlaceCode;
  readonly placeName: string;
  /** IANA name: where its clocks are set. */
  readonly zone: string;
  readonly edition: string;
  readonly term: { readonly from: number; readonly to: number };
  readonly signedOn: string | null;
  /** Null: a council signed, or the document does not name the list. */
  readonly listName: string | null;
  /** The published list that signed, once a person said so. */
  readonly list: number | null;
  /** Whether its list governs: who answers for it. */
  readonly state: 'in-office' | 'in-opposition';
  /** Its place, and the municipality that holds it since it merged. */
  readonly places: readonly PlaceCode[];
  /** Confirmed collectives of these places. */
  readonly collectives: readonly { readonly id: number; readonly name: string }[];
};
