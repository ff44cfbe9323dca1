/** Columns of the observatory's files. Names are stable: scripts depend on them (docs/open-data.md). */
import { codeOfArea, SIZES, STANDINGS, type Area, type Size, type Standing } from '#domain/observatory/cell.ts';
import type { DepartmentFigure } from '#domain/observatory/figures.ts';
import type { Period } from '#domain/observatory/listed.ts';
import { STANCES, type Stance } from '#domain/pact/stance.ts';
import { integer, maybe, text, type Columns } from '../open-data/column.ts';
import { PLACE, type Place } from './signed-line.ts';

/** Of which size and standing a file is, and as of when; empty: of all of them. */
type Counted = {
  readonly size: Size | null;
  readonly standing: Standing | null;
  /** Null: nothing was ever counted. */
  readonly countedAt: Date | null;
};
const COUNTED = {
  taille: maybe.code(SIZES, (row) => row.size),
  situation: maybe.code(STANDINGS, (row) => row.standing),
  compte_le: maybe.instant((row) => row.countedAt),
} as const satisfies Columns<Counted>;

/** One pact, one promise of a pact, or one place: whatever the list is of. */
export type ListedLine = Counted & {
  readonly place: Place;
  /** Null in a list of places. */
  readonly pact: {
    readonly id: number;
    readonly listName: string | null;
    readonly term: { readonly from: number };
    readonly signedOn: string | null;
  } | null;
  readonly edition: string;
  /** Of which the list is. */
  readonly area: Area;
  readonly period: Period;
  /** Null where the list is of no measure. */
  readonly mark: {
    readonly measure: number;
    readonly stance: Stance;
    readonly levels: readonly { readonly level: number; readonly stance: Stance }[];
  } | null;
  /** In a list of places: how many of its pacts put it there; else 1. */
  readonly pacts: number;
};

const stanceAt = (row: ListedLine, level: number): Stance | null =>
  row.mark?.levels.find((one) => one.level === level)?.stance ?? null;

export const LISTED_COLUMNS = {
  pacte: maybe.integer((row) => row.pact?.id ?? null, { refers: 'pactes' }),
  ...PLACE,
  liste: maybe.text((row) => row.pact?.listName ?? null),
  mandat_debut: maybe.integer((row) => row.pact?.term.from ?? null),
  charte: text((row) => row.edition, { refers: 'chartes' }),
  signe_le: maybe.day((row) => row.pact?.signedOn ?? null),
  mesure: maybe.integer((row) => row.mark?.measure ?? null),
  position_mesure: maybe.code(STANCES, (row) => row.mark?.stance ?? null),
  position_n1: maybe.code(STANCES, (row) => stanceAt(row, 1)),
  position_n2: maybe.code(STANCES, (row) => stanceAt(row, 2)),
  position_n3: maybe.code(STANCES, (row) => stanceAt(row, 3)),
  pactes: integer((row) => row.pacts),
  territoire: text((row) => codeOfArea(row.area)),
  signe_depuis: maybe.day((row) => row.period.since),
  signe_jusqu_au: maybe.day((row) => row.period.until),
  ...COUNTED,
} as const satisfies Columns<ListedLine>;

export type MapLine = DepartmentFigure &
  Counted & {
    readonly edition: string;
    readonly measure: number | null;
  };

export const MAP_COLUMNS = {
  departement: text((row) => row.code),
  nom: text((row) => row.name),
  region: text((row) => row.region.code),
  charte: text((row) => row.edition, { refers: 'chartes' }),
  communes: integer((row) => row.communes),
  pactes: integer((row) => row.pacts),
  signataires: integer((row) => row.places),
  evaluees: integer((row) => row.assessed),
  mesure: maybe.integer((row) => row.measure),
  pactes_mesure: maybe.integer((row) => (row.measure === null ? null : row.promised)),
  ...COUNTED,
} as const satisfies Columns<MapLine>;

export type ProgressLine = {
  readonly edition: string;
  /** `fr`, `r-11`, `d-94`. */
  readonly area: string;
  readonly measure: number | null;
  /** YYYY-MM-DD; null: no source says it. */
  readonly day: string | null;
  readonly signed: number;
  /** Since the first signature, this day included; null where the day is not known. */
  readonly total: number | null;
  readonly countedAt: Date | null;
};

export const PROGRESS_COLUMNS = {
  charte: text((row) => row.edition, { refers: 'chartes' }),
  territoire: text((row) => row.area),
  mesure: maybe.integer((row) => row.measure),
  signe_le: maybe.day((row) => row.day),
  pactes: integer((row) => row.signed),
  total: maybe.integer((row) => row.total),
  compte_le: maybe.instant((row) => row.countedAt),
} as const satisfies Columns<ProgressLine>;
