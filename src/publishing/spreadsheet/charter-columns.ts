/** Columns of the lists about charters: editions, their principles, levels and clauses, and who took what. */
import type { ClauseAddress } from '#domain/charter/edition.ts';
import { STANCES, type Stance } from '#domain/pact/stance.ts';
import { code, integer, maybe, text, type Columns } from '../open-data/column.ts';

type EditionLine = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly publisher: string;
  readonly principles: number;
  readonly measures: number;
};

export const EDITION_COLUMNS = {
  charte: text((row) => row.id),
  titre: text((row) => row.title),
  annee: integer((row) => row.year),
  editeur: text((row) => row.publisher),
  principes: integer((row) => row.principles),
  mesures: integer((row) => row.measures),
} as const satisfies Columns<EditionLine>;

type PrincipleLine = {
  readonly edition: string;
  readonly letter: string;
  readonly title: string;
  readonly text: string;
};

export const PRINCIPLE_COLUMNS = {
  charte: text((row) => row.edition, { refers: 'chartes' }),
  principe: text((row) => row.letter),
  titre: text((row) => row.title),
  texte: text((row) => row.text),
} as const satisfies Columns<PrincipleLine>;

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
  charte: text((row) => row.edition, { refers: 'chartes' }),
  mesure: integer((row) => row.measure),
  mesure_titre: text((row) => row.title),
  theme: maybe.text((row) => row.theme),
  niveau: maybe.integer((row) => row.level),
  texte: text((row) => row.text),
} as const satisfies Columns<LevelLine>;

type ClauseLine = ClauseAddress & { readonly edition: string; readonly title: string; readonly text: string };

export const CLAUSE_COLUMNS = {
  mesure: integer((row) => row.measure),
  titre: text((row) => row.title),
  niveau: maybe.integer((row) => row.level),
  alinea: integer((row) => row.clause),
  texte: text((row) => row.text),
  charte: text((row) => row.edition, { refers: 'chartes' }),
} as const satisfies Columns<ClauseLine>;

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
  charte: text((row) => row.edition, { refers: 'chartes' }),
  mesure: integer((row) => row.measure),
  mesure_titre: maybe.text((row) => row.measureTitle),
  niveau: maybe.integer((row) => row.level),
  position: code(STANCES, (row) => row.stance),
  pactes: integer((row) => row.pacts),
  sur: integer((row) => row.of),
} as const satisfies Columns<TallyLine>;
