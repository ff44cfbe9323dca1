/** What each column of pasted figures is, from its header. */
import { readPeriod, type Period } from '#domain/plan/period.ts';
import type { ValueKind } from '#domain/plan/indicator.ts';

export type FigureColumn =
  | { readonly is: 'period' }
  | { readonly is: 'territory' }
  /** Null: the territory of the row. */
  | { readonly is: 'value'; readonly kind: ValueKind; readonly territory: string | null }
  /** Of a table with the years across its top. */
  | { readonly is: 'value-of'; readonly period: Period }
  | { readonly is: 'left-out'; readonly header: string };

const PERIOD = /^(?:dates?|annees?|an|periodes?|mois|jours?|millesime)$/;
const TERRITORY = /^(?:territoires?|quartiers?|communes?|secteurs?|lieux?|zones?|perimetres?)$/;
const RESULT = /^(?:resultats?|valeurs?|realises?|realise|mesures?|constates?|atteints?|nombre|total)$/;
const TARGET = /^(?:objectifs?|cibles?|vises?|attendus?|prevus?)$/;
const LEFT_OUT = /^(?:sources?|commentaires?|remarques?|notes?|observations?|unites?)$/;

/** Null: the row is no header, figures begin at once. */
export function columnsOf(header: readonly string[]): readonly FigureColumn[] | null {
  const [first = '', ...others] = header;
  const periods = others.map(readPeriod);
  if (readPeriod(first) !== null) return null;
  if (others.length > 0 && periods.every((period) => period !== null)) {
    return [{ is: 'territory' }, ...periods.map((period): FigureColumn => ({ is: 'value-of', period }))];
  }
  return header.map((cell, at): FigureColumn => columnNamed(cell, at));
}

/** Figures without a header: when, what was measured, what was aimed at. */
export const WITHOUT_HEADER: readonly FigureColumn[] = [
  { is: 'period' },
  { is: 'value', kind: 'result', territory: null },
  { is: 'value', kind: 'target', territory: null },
];

function columnNamed(cell: string, at: number): FigureColumn {
  const name = fold(cell);
  if (PERIOD.test(name) || (at === 0 && name === '')) return { is: 'period' };
  if (TERRITORY.test(name)) return { is: 'territory' };
  if (RESULT.test(name)) return { is: 'value', kind: 'result', territory: null };
  if (TARGET.test(name)) return { is: 'value', kind: 'target', territory: null };
  if (LEFT_OUT.test(name) || name === '') return { is: 'left-out', header: cell.trim() };
  const target =
    /^(?:objectifs?|cibles?)\s*[:–-]?\s+(.+)$|^(.+?)\s*(?:\((?:objectifs?|cibles?)\)|[:–-]\s*(?:objectifs?|cibles?))$/i;
  const aimed = target.exec(cell.trim());
  if (aimed !== null) return { is: 'value', kind: 'target', territory: (aimed[1] ?? aimed[2] ?? '').trim() };
  return { is: 'value', kind: 'result', territory: cell.replace(/\s+/g, ' ').trim() };
}

/** Of a table with the years across: `Objectif` and `Résultat` are no territories. */
export function rowNamed(cell: string): { readonly kind: ValueKind; readonly territory: string } {
  const column = columnNamed(cell, 1);
  if (column.is === 'value') return { kind: column.kind, territory: column.territory ?? '' };
  return { kind: 'result', territory: '' };
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s.:]+/g, ' ')
    .trim()
    .toLowerCase();
}
