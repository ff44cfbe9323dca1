/** A spreadsheet imported by the acts of an agent, each timed. Nothing is answered for them: the file must ask nothing. */
import type { PlaceCode } from '#domain/shared/place.ts';
import { compareSheetInWorker } from '#server/jobs/compare-sheet-in-worker.ts';
import { readSheetInWorker } from '#server/jobs/read-sheet-in-worker.ts';
import type { Db } from '#server/storage/connection.ts';
import { confirmPlanImport } from '#use-cases/plan-import/confirm-plan-import.ts';
import { openPlanImport } from '#use-cases/plan-import/open-plan-import.ts';
import type { ImportCounts } from '#use-cases/plan-import/plan-import-store.ts';
import { seePlanImport } from '#use-cases/plan-import/see-plan-import.ts';
import type { Stores } from '#use-cases/stores.ts';
import { actorFor } from '../tests/people.ts';
import { done } from './done.ts';

export type ImportedPlan = {
  readonly plan: number;
  readonly counts: ImportCounts | null;
  /** Milliseconds. */
  readonly read: number;
  readonly preview: number;
  readonly write: number;
};

export type PlanToImport = {
  readonly db: Db;
  /** The account of somebody of the town hall. */
  readonly person: string;
  readonly bytes: Uint8Array;
  readonly filename: string;
  /** Null: a new plan. */
  readonly into: number | null;
};

/** Throws when anything is refused or asked. */
export async function importPlan(stores: Stores, given: PlanToImport): Promise<ImportedPlan> {
  const actor = await actorFor(given.db, given.person);
  const place = placeOf(actor.holds);
  const { into, filename, bytes } = given;
  const start = performance.now();
  const request = { place, into, title: '', filename, bytes, pasted: false, read: readSheetInWorker };
  const { id } = done(await openPlanImport(stores, actor, request, new Date()));
  const read = performance.now();
  const seen = done(await seePlanImport(stores, actor, { id, compare: compareSheetInWorker }));
  const preview = performance.now();
  const { problems, questions, stored, plan: before } = seen;
  if (problems.length + questions.length > 0) throw new Error(JSON.stringify([problems[0], questions[0]]));
  const changes = before?.changes ?? null;
  const confirm = { id, version: stored.version, changes, sameFile: 'accept', compare: compareSheetInWorker } as const;
  const { plan, counts } = done(await confirmPlanImport(stores, actor, confirm, new Date()));
  return { plan, counts, read: read - start, preview: preview - read, write: performance.now() - preview };
}

function placeOf(holds: Awaited<ReturnType<typeof actorFor>>['holds']): PlaceCode {
  for (const held of holds) if (held.role === 'municipal-agent') return held.place;
  throw new Error('nobody of a town hall');
}
