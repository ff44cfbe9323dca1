/** The store of the workbench that the use cases receive, on PostgreSQL. */
import type { WorkbenchStore } from '#use-cases/workbench/workbench-store.ts';
import type { Db } from './storage/connection.ts';
import * as drafts from './storage/edition-drafts.ts';
import * as withdrawals from './storage/edition-withdrawals.ts';
import * as made from './storage/editions-made.ts';

export function workbenchOn(db: Db): WorkbenchStore {
  return {
    open: (draft) => drafts.openEditionDraft(db, draft),
    holderOf: (editionId) => drafts.holderOfAddress(db, editionId),
    find: (id) => drafts.findEditionDraft(db, id, { lock: false }),
    lock: (id) => drafts.findEditionDraft(db, id, { lock: true }),
    changeHead: (draft, change) => drafts.changeDraftHead(db, draft, change),
    addMeasure: (draft, measure) => drafts.addDraftMeasure(db, draft, measure),
    changeMeasure: (draft, measure, change) => drafts.changeDraftMeasure(db, { draft, measure }, change),
    merged: (draft) => drafts.mergedMeasures(db, draft),
    arrange: (draft, places) => drafts.arrangeDraftMeasures(db, draft, places),
    abandon: (draft, at) => drafts.abandonEditionDraft(db, draft, at),
    publish: (edition, origins) => made.publishEditionRow(db, edition, origins),
    made: (id) => made.madeEdition(db, id),
    lockWithdrawal: (edition) => withdrawals.lockEditionWithdrawal(db, edition),
    withdraw: (edition, withdrawal) => withdrawals.withdrawEdition(db, edition, withdrawal),
  };
}
