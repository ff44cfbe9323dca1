/** Columns that hold the sums of a budget, each of one kind: what a spreadsheet of a town hall has in place of our detailed cell. */
import type { LineField } from '#domain/plan/exchange/fields.ts';
import type { SumCover } from '#domain/plan/exchange/sum-cells.ts';
import { sums, type Reading } from './cell-meanings.ts';
import type { SaidSums } from './line-says.ts';
import type { PlacedCell } from './row-groups.ts';

export const SUM_COLUMNS: readonly (readonly [LineField, SumCover])[] = [
  ['forecastSpending', { direction: 'spending', stage: 'forecast', nature: 'any' }],
  ['forecastInvestment', { direction: 'spending', stage: 'forecast', nature: 'investment' }],
  ['forecastOperation', { direction: 'spending', stage: 'forecast', nature: 'operation' }],
  ['realSpending', { direction: 'spending', stage: 'real', nature: 'any' }],
  ['forecastReceipts', { direction: 'receipt', stage: 'forecast', nature: 'any' }],
];

/** One for each such column that the file has. */
export function sumsIn(
  cells: (field: LineField) => readonly PlacedCell[],
  { reading, columns }: { readonly reading: Reading; readonly columns: ReadonlySet<LineField> },
): readonly SaidSums[] {
  return SUM_COLUMNS.filter(([field]) => columns.has(field)).map(([field, covers]) => ({
    covers,
    lines: sums(cells(field), reading.findings).map((sum) => ({
      direction: covers.direction,
      stage: covers.stage,
      nature: covers.nature === 'any' ? null : covers.nature,
      year: null,
      ...sum,
    })),
  }));
}
