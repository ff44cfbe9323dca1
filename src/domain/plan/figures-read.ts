/** What became of figures pasted from a spreadsheet: read, known to be unknown, or wrong at a place. */
import type { IndicatorValue } from './indicator.ts';

/** `cell` as a spreadsheet names it, from the first pasted one: `B3`. */
export type FigureFault = { readonly cell: string; readonly line: number; readonly text: string } & (
  | { readonly kind: 'bad-period' | 'no-period' | 'bad-number' | 'ambiguous-number' | 'out-of-bounds' | 'no-header' }
  | { readonly kind: 'long-territory'; readonly limit: number }
  /** The same kind, place and time as an earlier cell, with another figure. */
  | { readonly kind: 'said-twice'; readonly first: string }
);

export type FiguresRead = {
  readonly values: readonly (IndicatorValue & { readonly cell: string })[];
  readonly faults: readonly FigureFault[];
  /** Cells that say that nobody knows. */
  readonly unknown: number;
  /** Headers of columns that hold no figures. */
  readonly leftOut: readonly string[];
};

export type NoFigures =
  | { readonly kind: 'nothing-pasted' | 'broken-cell' }
  /** One column: a date without its figure, or the other way round. */
  | { readonly kind: 'one-column' }
  | { readonly kind: 'too-much'; readonly limit: number };
