/**
 * Figures of one part of the country (./cell.ts), as they are kept and as pages show them: what was promised, refused, left out,
 * named, kept, and by how many pacts. Every one is out of the pacts of the same part.
 */
import type { AssessmentStatus, Voice } from '../follow-up/assessment.ts';
import type { Stance } from '../pact/stance.ts';
import type { Area, Size, Standing } from './cell.ts';

export type CellFigures = {
  /** The last change of a figure of the edition; null: nothing was ever counted. */
  readonly asOf: Date | null;
  readonly pacts: number;
  /** Communes and groupings with a pact; of which a voice looked at, of which a review was published. */
  readonly places: number;
  /** Of them the groupings: no commune, so not among those of the country. */
  readonly groupingsSigned: number;
  readonly placesAssessed: number;
  readonly placesReviewed: number;
  /** Measures taken at least in part, and levels taken in them, over all pacts. */
  readonly commitments: number;
  readonly levels: number;
  readonly localCommitments: number;
  /** Promises of which a voice said something. */
  readonly assessed: number;
  readonly stances: readonly StanceFigure[];
  readonly done: readonly DoneFigure[];
};

/** `item`: `m15` or `pA`. `level` 0: the measure as a whole. */
export type StanceFigure = {
  readonly item: string;
  readonly level: number;
  readonly stance: Stance;
  readonly pacts: number;
};

/** What a voice said last of what was promised. `item` `l`: local commitments together. */
export type DoneFigure = {
  readonly item: string;
  readonly voice: Voice;
  readonly status: AssessmentStatus;
  readonly beforeMandate: boolean;
  readonly pacts: number;
};

export type NamedArea = { readonly area: Exclude<Area, { kind: 'country' }>; readonly name: string };
export type Signatories = {
  /** A place stands in one size, and in each standing that one of its lists has: by standing, places add up to more than these. */
  readonly whole: { readonly pacts: number; readonly places: number };
  readonly bySize: readonly { readonly size: Size; readonly pacts: number; readonly places: number }[];
  readonly byStanding: readonly { readonly standing: Standing; readonly pacts: number; readonly places: number }[];
};

export type ApartFigures = {
  readonly amended: readonly { readonly measure: number; readonly pacts: number }[];
  readonly clauses: readonly ClauseFigure[];
  readonly bodies: readonly BodyFigure[];
};
export type ClauseFigure = {
  readonly apart: 'excepted' | 'reworded';
  readonly measure: number;
  readonly level: number;
  readonly clause: number;
  readonly pacts: number;
};
/** `promises`: measures of pacts in whose words it is named. `grouping` null: the territory knows no body of that SIREN or name. */
export type BodyFigure = {
  readonly body: string;
  readonly grouping: { readonly siren: string; readonly name: string; readonly slug: string } | null;
  readonly promises: number;
};

export type SignedInPeriod = {
  /** Signed in these days; pacts whose day nobody knows are in no period. */
  readonly pacts: number;
  readonly dayUnknown: number;
  /** Measures taken at least in part by those pacts. */
  readonly promised: ReadonlyMap<number, number>;
};

export type DepartmentFigure = {
  readonly code: string;
  readonly name: string;
  readonly region: { readonly code: string; readonly name: string };
  /** Of the size asked, when one is. */
  readonly communes: number;
  readonly pacts: number;
  readonly places: number;
  readonly assessed: number;
  /** Pacts that promise the measure asked; 0 when none is. */
  readonly promised: number;
};

export type MunicipalityLine = {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly population: number | null;
  readonly pacts: number;
  /** Of them, those of which a voice said something. */
  readonly assessed: number;
};
