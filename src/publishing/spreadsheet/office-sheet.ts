/**
 * A table as a spreadsheet file: what ./xlsx-file.ts and ./ods-file.ts write. Words are written as words, whatever they
 * begin with: nothing in it is ever a formula.
 */
import type { OutCell } from '#domain/plan/exchange/columns.ts';
import { asMarkup } from '#domain/shared/markup.ts';

export type OfficeRow = {
  readonly kind: 'title' | 'header' | 'help' | 'data';
  readonly cells: readonly OutCell[];
};

export type OfficeSheet = {
  /** Of the tab, 31 characters at most. */
  readonly name: string;
  /** Of the document. */
  readonly title: string;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly OfficeRow[];
  /** Stays in sight: rows above the first line of data. */
  readonly frozenRows: number;
  /** Names a line of data, from 0: merged over its rows where a format needs several for it. */
  readonly nameColumn: number;
};

/** What an attribute or an element holds, without what XML cannot say. */
export function xml(text: string): string {
  return asMarkup(text.replace(FORBIDDEN, ''));
}

/** Controls, and halves of pairs that stand alone. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A name that every program takes for a tab. */
export function tabName(name: string): string {
  const clean = name
    .replace(/[[\]:*?/\\']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return (clean === '' ? 'Plan' : clean).slice(0, 31);
}
