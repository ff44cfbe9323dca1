/** What the acts of the workbench need kept. Behind it: src/server/storage/edition-drafts.ts, editions-made.ts. */
import type { DraftMeasure, EditionDraft } from '#domain/workbench/draft.ts';
import type { MadeEdition, MeasureChange, MergedMeasure, NewDraft, NewMeasure } from '#domain/workbench/kept.ts';
import type { MeasureOrigin } from '#domain/workbench/origins.ts';
import type { EditionWithdrawal } from '#domain/workbench/withdrawal.ts';

export type WorkbenchStore = {
  /** Null: an open or published draft has that address. */
  open(draft: NewDraft): Promise<{ readonly id: number } | null>;
  /** The draft, open or published, that has this address. */
  holderOf(editionId: string): Promise<number | null>;
  find(id: number): Promise<EditionDraft | null>;
  /** Like `find`; nobody else changes it before the end of the transaction. */
  lock(id: number): Promise<EditionDraft | null>;
  changeHead(draft: number, change: Pick<EditionDraft, 'editionId' | 'title' | 'year' | 'head'>): Promise<void>;
  addMeasure(draft: number, measure: NewMeasure): Promise<{ readonly id: number }>;
  /** Its version goes up. */
  changeMeasure(draft: number, measure: number, change: MeasureChange): Promise<void>;
  /** Those that were merged into another, which `changeMeasure` brings back. */
  merged(draft: number): Promise<readonly MergedMeasure[]>;
  /** Numbers and places, all at once; no version goes up: no words change. */
  arrange(draft: number, places: readonly Pick<DraftMeasure, 'id' | 'number' | 'position'>[]): Promise<void>;
  abandon(draft: number, at: Date): Promise<void>;
  /** Every running process hears of it once the transaction is kept. */
  publish(made: MadeEdition, origins: readonly MeasureOrigin[]): Promise<void>;
  made(id: string): Promise<MadeEdition | null>;
  /** Null: it is offered. Of any edition; nobody else withdraws it or offers it again before the end of the transaction. */
  lockWithdrawal(edition: string): Promise<EditionWithdrawal | null>;
  /** Null: it is offered again. */
  withdraw(edition: string, withdrawal: EditionWithdrawal | null): Promise<void>;
};
