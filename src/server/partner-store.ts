/** What the acts on partners, sheets and national committees keep, on PostgreSQL. */
import type { PartnerStore } from '#use-cases/partners/partner-store.ts';
import type { Db } from './storage/connection.ts';
import * as sheets from './storage/measure-sheets.ts';
import * as national from './storage/national-committees.ts';
import * as partners from './storage/partners.ts';

export function partnersOn(db: Db): PartnerStore {
  return {
    lock: (id) => partners.lockOrganisation(db, id),
    findAlike: (words, except) => partners.findAlike(db, words, except),
    ask: (asked) => partners.askOrganisation(db, asked),
    change: (id, to) => partners.changeOrganisation(db, id, to),
    dropVotes: (on) => partners.dropVotes(db, on),
    decide: (id, state, decision) => partners.decideOrganisation(db, id, state, decision),
    end: (id, ended) => partners.endOrganisation(db, id, ended),
    addRepresentative: (of, representative) => partners.addRepresentative(db, of, representative),
    representatives: (of) => partners.representativesOf(db, of),
    votersOn: (of) => national.votersOn(db, of),
    endRepresentative: (id, at) => partners.endRepresentative(db, id, at),
    showRepresentative: (id, shownName) => partners.showRepresentative(db, id, shownName),
    seatOf: (committee, person) => national.seatOf(db, committee, person),
    lockSeat: (id) => national.lockSeat(db, id),
    name: (member) => national.nameMember(db, member),
    endSeat: (id, on) => national.endSeat(db, id, on),
    showSeat: (id, shownName) => national.showSeat(db, id, shownName),
    rules: (committee) => national.rulesOf(db, committee),
    addRule: (rule) => national.addRule(db, rule),
    vote: (of, vote) => partners.voteOnOrganisation(db, of, vote),
    votes: (of) => partners.votesOn(db, of),
    recordDecision: (decision, at) => national.recordDecision(db, decision, at),
    lockDecision: (id) => national.lockDecision(db, id),
    correctDecision: (id, decision, correction) => national.correctDecision(db, id, decision, correction),
    endorse: (endorsed, at) => partners.endorse(db, endorsed, at),
    lockEndorsement: (id) => partners.lockEndorsement(db, id),
    withdrawEndorsement: (id, reason, at) => partners.withdrawEndorsement(db, id, reason, at),
    lockSheet: (id) => sheets.lockSheet(db, id),
    writeSheet: (sheet, said) => sheets.writeSheet(db, sheet, said),
    rewriteSheet: (id, said) => sheets.rewriteSheet(db, id, said),
    comesFrom: (sheet, to) => sheets.sheetComesFrom(db, sheet, to),
    confirmSheet: (sheet, to, at) => sheets.confirmSheet(db, sheet, to, at),
    withdrawSheet: (id, reason, at) => sheets.withdrawSheet(db, id, reason, at),
    forgetPerson: (person, at) => national.forgetPartnerPerson(db, person, at),
    keptAbout: (person) => national.keptAboutPartner(db, person),
  };
}
