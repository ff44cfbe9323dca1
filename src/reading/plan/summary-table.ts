/**
 * A table that sums up actions which have a sheet of their own: it lists them as a contents list does.
 */
import type { ColumnTables } from './column-table.ts';
import type { Heading } from './heading.ts';
import { numberKey } from './related-actions.ts';
import type { SheetStart } from './unnumbered.ts';

export type SummaryTables = {
  /** A row each, in order. */
  readonly entries: readonly Heading[];
  /** Lines of their heads: a sheet goes no further. */
  readonly heads: readonly number[];
};

/** The tables of which at least two rows, and half of them, bear the number of a sheet. A table of sub-actions is none. */
export function summaryTables({ sheets: rows, heads }: ColumnTables, sheets: readonly SheetStart[]): SummaryTables {
  const numbers = new Set(sheets.map((sheet) => numberKey(sheet.heading?.number ?? '')));
  const opened = new Set(sheets.map((sheet) => sheet.line));
  const entries: Heading[] = [];
  const summing: number[] = [];
  let at = 0;
  for (const [index, head] of heads.entries()) {
    const limit = heads[index + 1] ?? Infinity;
    const listed: Heading[] = [];
    for (; at < rows.length && (rows[at]?.line ?? 0) < limit; at += 1) {
      const row = rows[at];
      if (row && row.printedNumber !== '' && !opened.has(row.line)) listed.push(entryOf(row));
    }
    const known = listed.filter((entry) => numbers.has(numberKey(entry.number))).length;
    if (known < 2 || known * 2 < listed.length) continue;
    entries.push(...listed);
    summing.push(head);
  }
  return { entries, heads: summing };
}

function entryOf({ line, printedNumber, title }: ColumnTables['sheets'][number]): Heading {
  return {
    line,
    family: 'sheet',
    form: 'row',
    number: printedNumber,
    title,
    axisText: null,
    inContents: true,
    bulleted: false,
  };
}
