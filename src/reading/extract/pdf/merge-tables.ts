/** Tables that go on over the page, as one: page numbers and running headers come after it. */
import type { Cell } from '../blocks/block.ts';
import type { Item } from './paragraphs.ts';

/** A table of one page. */
type Rows = {
  readonly kind: 'rows';
  readonly rows: readonly (readonly Cell[])[];
  /** Where its columns begin, as its borders show; null without borders. */
  readonly columns: readonly number[] | null;
  /** It has no header of its own and stands in the columns of the table before. */
  readonly goesOn: boolean;
};

export type PageItem = Item | Rows;

/** @param items of all pages in reading order. */
export function mergeTables(items: readonly PageItem[]): readonly Item[] {
  const merged: Item[] = [];
  /** The table to which rows may still be added. */
  let open: (Rows & { readonly all: (readonly Cell[])[] }) | null = null;
  for (const item of items) {
    if (item.kind !== 'rows') {
      if (item.kind !== 'aside') open = null;
      merged.push(item);
    } else if (open !== null && continues(open, item)) open.all.push(...item.rows);
    else {
      open = { ...item, all: [...item.rows] };
      merged.push({ kind: 'block', block: { kind: 'table', rows: open.all } });
    }
  }
  return merged;
}

function continues(open: Rows, next: Rows): boolean {
  if (open.columns === null || next.columns === null) return open.columns === next.columns && next.goesOn;
  return sameColumns(open.columns, next.columns);
}

/** Odd and even pages may have other margins. */
function sameColumns(one: readonly number[], other: readonly number[]): boolean {
  const shift = (other[0] ?? 0) - (one[0] ?? 0);
  return one.length === other.length && one.every((left, at) => Math.abs((other[at] ?? 0) - left - shift) < 6);
}
