/** Columns of the lists about charters: editions, their principles, levels and clauses, and who took what. */
import type { ClauseAddress } from '#domain/charter/edition.ts';
import type { Stance } from '#domain/pact/stance.ts';
import type { Cell } from './csv.ts';

type EditionLine = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly publisher: string;
  readonly principles: number;
  readonly measures: number;
};

export const EDITION_COLUMNS = {
  charte: (row) => row.id,
  titre: (row) => row.title,
  annee: (row) => row.year,
  editeur: (row) => row.publisher,
  principes: (row) => row.principles,
  mesures: (row) => row.measures,
} as const satisfies Readonly<Record<string, (row: EditionLine) => Cell>>;

type PrincipleLine = {
  readonly edition: string;
  readonly letter: string;
  readonly title: string;
  readonly text: string;
};

export const PRINCIPLE_COLUMNS = {
  charte: (row) => row.edition,
  principe: (row) => row.letter,
  titre: (row) => row.title,
  texte: (row) => row.text,
} as const satisfies Readonly<Record<string, (row: PrincipleLine) => Cell>>;

type LevelLine = {
  readonly edition: string;
  readonly measure: number;
  readonly title: string;
  readonly theme: string | null;
  readonly level: number | null;
  readonly text: string;
};

/** One line a level; a measure that is a title alone has one line, without level nor text. */
export const LEVEL_COLUMNS = {
  charte: (row) => row.edition,
  mesure: (row) => row.measure,
  mesure_titre: (row) => row.title,
  theme: (row) => row.theme,
  niveau: (row) => row.level,
  texte: (row) => row.text,
} as const satisfies Readonly<Record<string, (row: LevelLine) => Cell>>;

type ClauseLine = ClauseAddress & { readonly edition: string; readonly title: string; readonly text: string };

export const CLAUSE_COLUMNS = {
  mesure: (row) => row.measure,
  titre: (row) => row.title,
  niveau: (row) => row.level,
  alinea: (row) => row.clause,
  texte: (row) => row.text,
  charte: (row) => row.edition,
} as const satisfies Readonly<Record<string, (row: ClauseLine) => Cell>>;

type TallyLine = {
  readonly edition: string;
  readonly measure: number;
  readonly measureTitle: string | null;
  /** Null: the measure as a whole. */
  readonly level: number | null;
  readonly stance: Stance;
  readonly pacts: number;
  /** The denominator: pacts signed against this edition. */
  readonly of: number;
};

export const TALLY_COLUMNS = {
  charte: (row) => row.edition,
  mesure: (row) => row.measure,
  mesure_titre: (row) => row.measureTitle,
  niveau: (row) => row.level,
  position: (row) => row.stance,
  pactes: (row) => row.pacts,
  sur: (row) => row.of,
} as const satisfies Readonly<Record<string, (row: TallyLine) => Cell>>;
