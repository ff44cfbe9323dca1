/** Columns of the figures of indicators. Names are stable: scripts depend on them (docs/open-data.md). */
import { PRECISIONS, type Precision } from '#domain/plan/period.ts';
import { code, integer, maybe, number, text, type Columns } from '../open-data/column.ts';
import { PLACE, type Place } from './signed-line.ts';

const FIGURE_KINDS = ['result', 'target'] as const;

type FigureLine = {
  readonly indicator: number;
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly kind: (typeof FIGURE_KINDS)[number];
  readonly territory: string;
  readonly period: { readonly on: string; readonly precision: Precision } | null;
  readonly value: number;
};

export const FIGURE_COLUMNS = {
  indicateur: integer((row) => row.indicator),
  titre: text((row) => row.title),
  unite: text((row) => row.unit),
  source: maybe.text((row) => (row.source === '' ? null : row.source)),
  nature: code(FIGURE_KINDS, (row) => row.kind),
  territoire: maybe.text((row) => (row.territory === '' ? null : row.territory)),
  date: maybe.day((row) => row.period?.on ?? null),
  precision: maybe.code(PRECISIONS, (row) => row.period?.precision ?? null),
  valeur: number((row) => row.value),
} as const satisfies Columns<FigureLine>;

/** In a list of several indicators: the number of the figure, and the place. */
export const PLACED_FIGURE_COLUMNS = {
  chiffre: integer((row) => row.id),
  ...PLACE,
  ...FIGURE_COLUMNS,
} as const satisfies Columns<FigureLine & { readonly id: number; readonly place: Place }>;
