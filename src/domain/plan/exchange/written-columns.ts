/**
 * What the document of a plan says and no typed field can hold, beside our columns: for people to read, never imported.
 */
import type { AsWritten } from '../published-sheet.ts';

export type WrittenColumn = { readonly header: string; readonly cells: readonly (string | null)[] };

/** One cell a line; none when no action has such words. */
export function writtenColumns(lines: readonly (AsWritten | null)[]): readonly WrittenColumn[] {
  const columns: readonly WrittenColumn[] = [
    { header: 'Pilotes et partenaires, tels qu’écrits', cells: lines.map((one) => one?.leads ?? null) },
    { header: 'Montants tels qu’écrits', cells: lines.map((one) => joined(one?.amounts)) },
    { header: 'Dates telles qu’écrites', cells: lines.map((one) => joined(one?.dates)) },
  ];
  return columns.filter(({ cells }) => cells.some((cell) => cell !== null));
}

function joined(all: readonly { readonly text: string }[] | undefined): string | null {
  return all === undefined || all.length === 0 ? null : all.map(({ text }) => text).join('\n');
}
