/** What one action of a file says: only what its columns say. A field that is absent was in no column. */
import type {
  ActionStatus,
  ActionStep,
  AmountLine,
  Participation,
  Priority,
  SheetRole,
  SheetText,
} from '#domain/plan/action-sheet.ts';
import type { SumCover } from '#domain/plan/exchange/sum-cells.ts';
import type { NamedEntry, NamedFunding } from '#domain/plan/exchange/plan-lines.ts';

export type LineSays = {
  readonly id?: number | null;
  readonly number?: string | null;
  readonly title: string;
  readonly status?: ActionStatus | null;
  readonly blockedWhy?: string | null;
  readonly blockedUnblocks?: string | null;
  readonly priority?: Priority | null;
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
  readonly visibility?: 'public' | 'private' | null;
  readonly participation?: Participation | null;
  readonly texts: Readonly<Partial<Record<SheetText, string | null>>>;
  readonly roles: Readonly<Partial<Record<SheetRole, readonly NamedEntry[]>>>;
  readonly amounts?: readonly AmountLine[];
  readonly fundings?: readonly NamedFunding[];
  readonly steps?: readonly ActionStep[];
  /** Columns of sums: what each covers, and the sums written there; none when its cell is empty. */
  readonly sums: readonly SaidSums[];
  /** Funders named in columns of their own, by rank; null: its cell is empty. */
  readonly ranked?: readonly (NamedFunding | null)[];
  /** Words that no typed field holds exactly, with the text that keeps them. */
  readonly kept: readonly { readonly text: SheetText; readonly words: string }[];
};

export type SaidSums = { readonly covers: SumCover; readonly lines: readonly AmountLine[] };

/** From the top. `number` and `description` are null when no column says them. */
export type SaidAxis = {
  readonly number: string | null;
  readonly title: string;
  readonly description: string | null;
};

export type ReadLine = {
  /** Of the file; the first, when merged rows make one action. */
  readonly row: number;
  readonly kind: 'action' | 'axis';
  /** Null: no column says it. */
  readonly axisPath: readonly SaidAxis[] | null;
  readonly says: LineSays;
};
