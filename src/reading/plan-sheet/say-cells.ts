/** What there is to say of the cells of a tab whatever they mean: formulas, merges, what stays outside. */
import { columnLetters, cellAddress, type SheetRow, type Tab } from '../sheet/workbook.ts';
import type { Findings } from './findings.ts';
import type { ImportChoices } from './import-choices.ts';
import { shownCell } from './shown-cell.ts';

export function sayCells(
  tab: Tab,
  {
    rows,
    choices,
    findings,
  }: { readonly rows: readonly SheetRow[]; readonly choices: ImportChoices; readonly findings: Findings },
): void {
  const skipped = new Set(choices.skippedRows);
  const headers = tab.rows.find(({ row }) => row === choices.headerRow)?.cells ?? [];
  const written = new Map<number, { row: number; count: number }>();
  for (const { row, cells } of rows) {
    if (skipped.has(row)) continue;
    cells.forEach((cell, column) => {
      if (cell === null) return;
      const place = { row, column };
      if ((choices.columns[column] ?? null) === null) {
        const known = written.get(column) ?? { row, count: 0 };
        written.set(column, { ...known, count: known.count + 1 });
        return;
      }
      if (cell.kind === 'error') {
        findings.problem({ kind: 'failed-formula', row, cell: cellAddress(place), code: cell.code });
      } else if (cell.kind === 'no-result') {
        findings.problem({ kind: 'formula-without-result', row, cell: cellAddress(place) });
      } else if (cell.formula !== undefined) findings.note('formula-taken', place, shownCell(cell).slice(0, 80));
      if (cell.mergedFrom !== undefined) findings.note('merged-spread', place, shownCell(cell).slice(0, 80));
    });
  }
  for (const [column, { row, count }] of [...written].toSorted(([one], [other]) => one - other)) {
    const header = shownCell(headers[column] ?? null);
    const name = header === '' ? columnLetters(column) : `${columnLetters(column)} « ${header.slice(0, 80)} »`;
    for (let time = 0; time < count; time += 1)
      findings.note('column-not-imported', time === 0 ? { row, column } : null, name);
  }
  for (const { row, cells } of tab.rows) {
    const said = cells.map((cell) => shownCell(cell)).find((text) => text !== '');
    if (row > choices.headerRow && row < choices.dataFrom && said !== undefined)
      findings.note('rows-above-not-read', { row, column: 0 }, said.slice(0, 80));
  }
  for (let time = 0; time < tab.hiddenRows; time += 1) findings.note('hidden-rows-read', null, '');
  for (let time = 0; time < tab.cellsTooFarRight; time += 1) findings.note('too-far-right', null, '');
}
