/** The store of what is said of promises, on PostgreSQL. */
import type { AssessmentStore } from '#use-cases/follow-up/assessment-store.ts';
import * as assessments from './storage/assessments.ts';
import type { Db } from './storage/connection.ts';
import * as evidence from './storage/evidence-documents.ts';
import { evidenceFile } from './storage/evidence-files.ts';
import * as pacts from './storage/followed-pacts.ts';
import * as remarks from './storage/remarks.ts';
import * as reports from './storage/said-reports.ts';
import { lastTold, markTold, unansweredSince } from './storage/reply-right.ts';
import { nationalTeam } from './storage/role-holders.ts';

export function assessmentsOn(db: Db): AssessmentStore {
  return {
    pact: (id, options = { lock: false }) => pacts.followedPact(db, id, options),
    promised: (pact, item) => pacts.promisedOf(db, pact, item),
    latest: (of) => assessments.latestAssessment(db, of),
    newest: (of) => assessments.newestAssessment(db, of),
    find: (of) => assessments.findAssessment(db, of),
    say: (said) => assessments.sayAssessment(db, said),
    confirm: (given) => assessments.confirmAssessment(db, given),
    speakers: (pact, voice) => pacts.speakersOf(db, pact, voice),
    nationalTeam: () => nationalTeam(db),
    lastTold: (pact, voice) => lastTold(db, pact, voice),
    told: (pact, voice, at) => markTold(db, { pact, voice, at }),
    unanswered: (of) => unansweredSince(db, of),
    saidBy: (person) => remarks.saidBy(db, person),
    eraseNames: (person) => remarks.eraseNames(db, person),
    remarks: {
      add: (remark) => remarks.addRemark(db, remark),
      lock: (of) => remarks.lockRemark(db, of),
      withdraw: (id, at) => remarks.withdrawRemark(db, id, at),
      hide: (id, hidden) => remarks.hideRemark(db, id, hidden),
      addedSince: (person, since) => remarks.remarksSince(db, person, since),
    },
    reports: {
      add: (report) => reports.addSaidReport(db, report),
      waiting: () => reports.waitingSaidReports(db),
      settle: (id, at) => reports.settleSaidReport(db, id, at),
    },
    showsDocument: async (of) => (await evidenceFile(db, of)) !== null,
    holdDocuments: (usedBy, documents) => evidence.holdDocuments(db, usedBy, documents),
    heldBytes: (usedBy) => evidence.heldBytes(db, usedBy),
    releaseDocuments: (usedBy) => evidence.releaseDocuments(db, usedBy),
    hideDocument: (of) => evidence.hideDocument(db, of),
  };
}
