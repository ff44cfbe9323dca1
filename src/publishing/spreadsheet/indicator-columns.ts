/** Columns of the figures of indicators. Names are stable: scripts depend on them (docs/open-data.md). */
import type { Cell } from './csv.ts';

type FigureLine = {
  readonly indicator: number;
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly kind: 'result' | 'target';
  readonly territory: string;
  readonly period: { readonly on: string; readonly precision: string } | null;
  readonly value: number;
};

export const FIGURE_COLUMNS = {
  indicateur: (row) => row.indicator,
  titre: (row) => row.title,
  unite: (row) => row.unit,
  source: (row) => (row.source === '' ? null : row.source),
  nature: (row) => row.kind,
  territoire: (row) => (row.territory === '' ? null : row.territory),
  date: (row) => row.period?.on ?? null,
  precision: (row) => row.period?.precision ?? null,
  valeur: (row) => row.value,
} as const satisfies Readonly<Record<string, (row: FigureLine) => Cell>>;
