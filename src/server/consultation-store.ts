/** The store of consultations that the use cases receive. */
import type { ConsultationStore } from '#use-cases/consultation/consultation-store.ts';
import type { Db } from './storage/connection.ts';
import * as addresses from './storage/consultation-addresses.ts';
import * as votes from './storage/consultation-votes.ts';
import * as kept from './storage/consultations.ts';
import * as said from './storage/contributions.ts';
import * as people from './storage/participations.ts';

export function consultationsOn(db: Db): ConsultationStore {
  return {
    draft: (draft) => kept.draftToConsult(db, draft),
    announce: (asked) => kept.announceConsultation(db, asked),
    change: (id, asked) => kept.changeConsultation(db, id, asked),
    cancel: (id, cancelled) => addresses.cancelConsultation(db, id, cancelled),
    find: (id) => kept.findConsultation(db, id, 'none'),
    share: (id) => kept.findConsultation(db, id, 'share'),
    lock: (id) => kept.findConsultation(db, id, 'alone'),
    underWay: (draft) => kept.consultationUnderWay(db, draft),
    ofDraft: (draft) => kept.consultationsOfDraft(db, draft),
    measures: (id) => kept.consultedMeasures(db, id),
    takePart: (who) => people.takePart(db, who),
    isOwnAddress: (of) => people.isOwnAddress(db, of),
    participation: (of) => people.participationOf(db, of),
    notToVoteOn: (id, objects) => votes.notToVoteOn(db, id, objects),
    vote: (by, cast) => votes.castVotes(db, by, cast),
    contribute: (contribution) => said.addContribution(db, contribution),
    contributedSince: (participation, since) => said.contributedSince(db, participation, since),
    lockContribution: (of) => said.lockContribution(db, of),
    withdrawContribution: (id, at) => said.withdrawContribution(db, id, at),
    stopTelling: (id) => said.stopTelling(db, id),
    show: (id, at) => said.showContribution(db, id, at),
    hide: (id, hidden) => said.hideContribution(db, id, hidden),
    answer: (id, answer) => said.answerContribution(db, id, answer),
    report: (of) => said.addContributionReport(db, of),
    reports: (consultation) => said.waitingContributionReports(db, consultation),
    settleReport: (report, at) => said.settleContributionReport(db, report, at),
    confirmed: (id) => people.confirmedIn(db, id),
    withdrawParticipations: (of) => people.withdrawParticipations(db, of),
    stopWaitingForAnswers: (countedBefore) => addresses.stopWaitingForAnswers(db, countedBefore),
    toCount: (closedBefore) => kept.consultationsToCount(db, closedBefore),
    ballots: (id, inBursts) => votes.ballotsToCount(db, id, inBursts),
    keepCount: (id, counted) => votes.keepCount(db, id, counted),
    published: (id) => votes.publishedBallots(db, id),
    keptAbout: (about) => people.keptOfParticipations(db, about),
    eraseOf: (about) => people.eraseParticipations(db, about),
  };
}
