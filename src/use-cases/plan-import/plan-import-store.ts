/** Spreadsheets and documents being imported as plans, kept between the visits of whoever says what their columns mean. */
import type { PlaceCode } from '#domain/shared/place.ts';
import type { ImportChoices } from '#reading/plan-sheet/import-choices.ts';
import type { SheetFormat, Tab, Workbook } from '#reading/sheet/workbook.ts';

export type NewPlanImport = {
  readonly place: PlaceCode;
  /** The plan that is updated; null: a new one. */
  readonly into: number | null;
  readonly title: string;
  readonly filename: string;
  readonly sha256: string;
  readonly workbook: Workbook;
  readonly choices: ImportChoices;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly expiresAt: Date;
};

export type ImportCounts = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly axes: number;
};

export type StoredPlanImport = Omit<NewPlanImport, 'workbook'> & {
  readonly id: number;
  readonly version: number;
  readonly format: SheetFormat;
  /** Empty once it is done. */
  readonly tabs: readonly Tab[];
  readonly asWritten: NonNullable<Workbook['asWritten']>;
  readonly done: { readonly at: Date; readonly plan: number; readonly counts: ImportCounts | null } | null;
};

export type PlanImportSummary = Pick<StoredPlanImport, 'id' | 'title' | 'filename' | 'into' | 'openedAt' | 'expiresAt'>;

/** A plan that was made or updated from these very bytes. */
export type DoneFrom = { readonly plan: number; readonly title: string; readonly at: Date };

export type PlanImportStore = {
  open(given: NewPlanImport): Promise<number>;
  find(id: number): Promise<StoredPlanImport | null>;
  /** Like `find`; nobody else finishes it, nor another of the same bytes, before the end of the transaction. */
  lock(id: number): Promise<StoredPlanImport | null>;
  /** False: it is no longer at `version`, or it is done. */
  choose(
    id: number,
    change: { readonly version: number; readonly choices: ImportChoices; readonly title: string },
  ): Promise<boolean>;
  /** What was read of the file goes; that it was done stays. */
  finish(id: number, done: { readonly plan: number; readonly at: Date; readonly counts: ImportCounts }): Promise<void>;
  drop(id: number): Promise<void>;
  /** Those that are not done, newest first. */
  ofPlace(place: PlaceCode): Promise<readonly PlanImportSummary[]>;
  doneFrom(place: PlaceCode, sha256: string): Promise<readonly DoneFrom[]>;
  /** How many were too old. */
  forget(now: Date): Promise<number>;
};
