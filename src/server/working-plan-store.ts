/** Plans that a town hall works on, and its directory, as the use cases receive them, on PostgreSQL. */
import type { DirectoryStore } from '#use-cases/plans/directory-store.ts';
import type { PlanVersionStore } from '#use-cases/plans/plan-version-store.ts';
import type { WorkingPlanStore } from '#use-cases/plans/working-plan-store.ts';
import { actionHistories, actionHistory } from './storage/action-history.ts';
import type { Db } from './storage/connection.ts';
import * as directory from './storage/directory.ts';
import * as shown from './storage/names-shown.ts';
import { entriesKeptAbout } from './storage/own-entries.ts';
import * as versions from './storage/plan-versions.ts';
import { addLinks, planToTakeUp } from './storage/read-plans.ts';
import * as reading from './storage/working-actions.ts';
import * as writing from './storage/working-action-writing.ts';
import * as documents from './storage/working-documents.ts';
import { workingOverview } from './storage/working-overview.ts';
import * as plans from './storage/working-plans.ts';

export function workingPlansOn(db: Db): WorkingPlanStore {
  return {
    create: (plan) => plans.createWorkingPlan(db, plan),
    find: (id) => plans.findWorkingPlan(db, id, { lock: false }),
    lock: (id) => plans.findWorkingPlan(db, id, { lock: true }),
    ofPlace: (place) => plans.workingPlansOf(db, place),
    touched: (id, what) => plans.touchWorkingPlan(db, id, what),
    rewrite: (id, words) => plans.rewriteWorkingPlan(db, id, words),
    archive: (id, at) => plans.archiveWorkingPlan(db, id, at),
    axes: (plan) => plans.axesOf(db, plan),
    addAxis: (plan, axis) => plans.addWorkingAxis(db, plan, axis),
    changeAxis: (plan, axis) => plans.changeWorkingAxis(db, plan, axis),
    orderAxes: (plan, order) => plans.orderWorkingAxes(db, plan, order),
    removeAxis: (plan, axis) => plans.removeWorkingAxis(db, plan, axis),
    overview: (plan) => workingOverview(db, plan),
    action: (wanted) => reading.findWorkingAction(db, wanted),
    wasThere: (wanted) => reading.wasThere(db, wanted),
    actions: (plan) => reading.workingActions(db, plan),
    addAction: async (action) => (await writing.addWorkingActions(db, [action]))[0] ?? 0,
    addActions: (actions) => writing.addWorkingActions(db, actions),
    writeSheets: (plan, written) => writing.writeWorkingSheets(db, plan, written),
    writeWords: (plan, words) => writing.writeDocumentWords(db, plan, words),
    renumber: (plan, numbers) => writing.renumberWorkingActions(db, plan, numbers),
    orderActions: (plan, order) => writing.orderWorkingActions(db, plan, order),
    removeAction: (wanted, at) => writing.removeWorkingAction(db, wanted, at),
    history: (action) => actionHistory(db, action),
    histories: (wanted) => actionHistories(db, wanted),
    addDocument: (added) => documents.addWorkingDocument(db, added),
    changeDocument: (wanted, words) => documents.changeWorkingDocument(db, wanted, words),
    removeDocument: (wanted) => documents.removeWorkingDocument(db, wanted),
  };
}

export function directoryOn(db: Db): DirectoryStore {
  return {
    of: (place) => directory.directoryOf(db, place),
    find: (place, id) => directory.findEntry(db, place, id),
    named: (place, same) => directory.entryNamed(db, place, same),
    add: (place, entry) => directory.addEntry(db, place, entry),
    change: (place, entry) => directory.changeEntry(db, place, entry),
    merge: (place, both) => directory.mergeEntry(db, place, both),
    erase: (place, both) => directory.eraseEntry(db, place, both),
    plansNaming: (entry) => shown.plansNaming(db, entry),
    stillShown: (place) => shown.namesStillShown(db, place),
    keptAbout: (email) => entriesKeptAbout(db, email),
    among: (place, ids) => directory.entriesAmong(db, place, ids),
  };
}

export function planVersionsOn(db: Db): PlanVersionStore {
  return {
    publish: (given) => versions.publishVersion(db, given),
    of: (plan) => versions.versionsOf(db, plan),
    content: (plan, number) => versions.versionContentOf(db, plan, number),
    toTakeUp: (plan) => planToTakeUp(db, plan),
    keepLinks: (links) => addLinks(db, links),
    adopt: (plan, number, adoption) => versions.adoptVersion(db, plan, number, adoption),
  };
}
