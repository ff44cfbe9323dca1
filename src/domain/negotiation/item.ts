/**
 * An item: the smallest thing that the two sides say something of. A clause of a level, a principle, a measure that the
 * edition gives without level, a local measure; and the remark on a measure as a whole, which promises nothing.
 *
 * Its key is kept for ever beside what was said of it, and names its place in a page: `pA`, `m12-2-0`, `m14`, `r12`, `l3`.
 */
import type { Edition, Measure } from '../charter/edition.ts';

export type Item =
  | { readonly kind: 'principle'; readonly letter: string }
  /** `clause` as in the edition: 0 is the lead-in of the bullets that follow. */
  | { readonly kind: 'clause'; readonly measure: number; readonly level: number; readonly clause: number }
  /** Of an edition that gives this measure no level. */
  | { readonly kind: 'measure'; readonly measure: number }
  /** What a side says of a measure that has levels, beside its clauses. */
  | { readonly kind: 'remark'; readonly measure: number }
  /** Promised beyond the charter; `number` from 1, this negotiation's own. */
  | { readonly kind: 'local'; readonly number: number };

export type ItemKey = string;

export function keyOf(item: Item): ItemKey {
  switch (item.kind) {
    case 'principle':
      return `p${item.letter}`;
    case 'clause':
      return `m${item.measure}-${item.level}-${item.clause}`;
    case 'measure':
      return `m${item.measure}`;
    case 'remark':
      return `r${item.measure}`;
    case 'local':
      return `l${item.number}`;
  }
}

/** The item of a key, whether the edition has it or not; null: it is no key. */
export function itemOf(key: string): Item | null {
  const [, clauseOf, level, clause] = /^m(\d{1,4})-(\d)-(\d{1,2})$/.exec(key) ?? [];
  if (clauseOf !== undefined) {
    return { kind: 'clause', measure: Number(clauseOf), level: Number(level), clause: Number(clause) };
  }
  const [, kind, number] = /^([mrl])(\d{1,4})$/.exec(key) ?? [];
  if (kind === 'm') return { kind: 'measure', measure: Number(number) };
  if (kind === 'r') return { kind: 'remark', measure: Number(number) };
  if (kind === 'l') return { kind: 'local', number: Number(number) };
  const [, letter] = /^p([A-Z]{1,2})$/.exec(key) ?? [];
  return letter === undefined ? null : { kind: 'principle', letter };
}

/** What is promised of one measure, in the edition's order: its clauses, or the measure itself when it has no level. */
export function itemsOfMeasure(measure: Measure): readonly Item[] {
  if (measure.levels.length === 0) return [{ kind: 'measure', measure: measure.number }];
  return measure.levels.flatMap(({ level, clauses }) =>
    clauses.map(({ clause }): Item => ({ kind: 'clause', measure: measure.number, level, clause })),
  );
}

/** The words of the edition that an item is about; null: the edition has no such item, or it has no words of its own. */
export function referenceOf(edition: Pick<Edition, 'principles' | 'measures'>, item: Item): string | null {
  switch (item.kind) {
    case 'principle':
      return edition.principles.find(({ letter }) => letter === item.letter)?.text ?? null;
    case 'measure': {
      const measure = measureOf(edition, item.measure);
      return measure === null || measure.levels.length > 0 ? null : measure.title;
    }
    case 'clause': {
      const level = measureOf(edition, item.measure)?.levels.find((known) => known.level === item.level);
      return level?.clauses.find(({ clause }) => clause === item.clause)?.text ?? null;
    }
    case 'remark':
    case 'local':
      return null;
  }
}

/** Whether this edition has the item. Local measures are not the edition's: asked of the negotiation. */
export function editionHas(edition: Pick<Edition, 'principles' | 'measures'>, item: Item): boolean {
  if (item.kind === 'remark') return (measureOf(edition, item.measure)?.levels.length ?? 0) > 0;
  return item.kind !== 'local' && referenceOf(edition, item) !== null;
}

function measureOf(edition: Pick<Edition, 'measures'>, number: number): Measure | null {
  return edition.measures.find((measure) => measure.number === number) ?? null;
}
