/** What a review is about. */
import type { Voice } from '../follow-up/assessment.ts';
import type { SaidAssessment } from '../follow-up/said-assessment.ts';
import type { LevelTaken } from '../pact/clause-signed.ts';
import type { Stance } from '../pact/stance.ts';
import type { Term } from '../pact/term.ts';
import type { PlaceCode } from '../shared/place.ts';

/** The pact that a review is about; found again each time: it may have been corrected. */
export type ReviewedPact = {
  readonly id: number;
  readonly place: PlaceCode;
  readonly placeName: string;
  readonly listName: string | null;
  readonly leader: string | null;
  readonly edition: string;
  readonly term: Term;
  readonly signedOn: string | null;
  /** Everything promised, in the order of the edition: measures, principles, then what goes beyond the charter. */
  readonly promises: readonly ReviewedPromise[];
};

/** One promise. What was refused or never spoken of is none. */
export type ReviewedPromise = {
  /** src/domain/follow-up/commitment-key.ts */
  readonly item: string;
  readonly stance: Stance;
  /** Levels that the pact speaks of, taken or not, with what it says of their clauses. */
  readonly levels: readonly LevelTaken[];
  /** The number that the pact itself gives it. */
  readonly localNumber: string | null;
  /** Its words, beyond the charter; null: they are the edition's. */
  readonly text: string | null;
  /** The last thing that each voice said of it, in a review or not. */
  readonly latest: Readonly<Record<Voice, SaidAssessment | null>>;
};
