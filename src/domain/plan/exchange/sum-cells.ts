/** Sums of a budget as one cell: what other layouts ask for. */
import type { AmountLine } from '../action-sheet.ts';
import type { OutCell } from './columns.ts';

export type SumCover = {
  readonly direction: AmountLine['direction'];
  readonly stage: AmountLine['stage'];
  /** `any`: the cell does not tell them apart. */
  readonly nature: 'investment' | 'operation' | 'any';
};

export function isCovered({ direction, stage, nature }: AmountLine, by: SumCover): boolean {
  return direction === by.direction && stage === by.stage && (by.nature === 'any' || nature === by.nature);
}

/** The sum when each one is exact; otherwise sums and words, one after the other; null when there is none. */
export function sumCell(amounts: readonly AmountLine[], cover: SumCover): OutCell {
  const covered = amounts.filter((amount) => isCovered(amount, cover));
  if (covered.length === 0) return null;
  if (covered.some(({ euros }) => euros === null)) {
    return covered.map(({ euros, words }) => (euros === null ? words : `${String(euros)} €`)).join(' + ');
  }
  return Math.round(covered.reduce((sum, { euros }) => sum + (euros ?? 0), 0) * 100) / 100;
}
