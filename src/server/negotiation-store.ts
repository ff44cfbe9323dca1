/** Negotiations and frozen texts as the use cases receive them, on PostgreSQL. */
import type { Pact } from '#domain/pact/pact.ts';
import type { AgreedTextStore } from '#use-cases/negotiation/agreed-text-store.ts';
import type { NegotiationStore } from '#use-cases/negotiation/negotiation-store.ts';
import { findAgreedText, keepAgreedText, reopenAgreedText } from './storage/agreed-texts.ts';
import type { Db } from './storage/connection.ts';
import * as exchanges from './storage/negotiation-exchanges.ts';
import * as sayings from './storage/negotiation-sayings.ts';
import { pactPage } from './storage/pact-page.ts';
import * as negotiations from './storage/negotiations.ts';

export function negotiationsOn(db: Db): NegotiationStore {
  return {
    open: (negotiation) => negotiations.openNegotiation(db, negotiation),
    find: (id) => negotiations.findNegotiation(db, id, { lock: false }),
    lock: (id) => negotiations.findNegotiation(db, id, { lock: true }),
    of: (concerned) => negotiations.negotiationsOf(db, concerned),
    change: (id, change) => negotiations.changeStage(db, id, change),
    reopen: (id) => negotiations.reopenNegotiation(db, id),
    told: (id, at) => negotiations.toldCounterpart(db, id, at),
    joined: (id, at) => negotiations.counterpartJoined(db, id, at),
    lastSayings: (id) => sayings.lastSayings(db, id),
    sayingsOn: (id, items) => sayings.sayingsOn(db, id, items),
    saidByPerson: (person) => sayings.saidByPerson(db, person),
    say: (id, saying) => sayings.addSaying(db, id, saying),
    locals: (id) => sayings.localsOf(db, id),
    addLocal: (id, local) => sayings.addLocal(db, id, local),
    rounds: (id) => exchanges.roundsOf(db, id),
    sendRound: (id, round) => exchanges.addRound(db, id, round),
    comments: (id) => exchanges.commentsOf(db, id),
    comment: (id, comment) => exchanges.addComment(db, id, comment),
    yeses: (id) => exchanges.yesesOf(db, id),
    sayYes: (id, yes) => exchanges.sayYes(db, id, yes),
    takeYesBack: (id, side) => exchanges.takeYesBack(db, id, side),
    report: (id, report) => exchanges.addReport(db, id, report),
    waitingReports: () => exchanges.waitingReports(db),
    lockReport: (report) => exchanges.lockReport(db, report),
    settleReport: (report, settled) => exchanges.settleReport(db, report, settled),
    people: (of, side) => negotiations.peopleOfSide(db, of, side),
    pactSaid: (pact) => pactSaid(db, pact),
    tell: (id, changed) => negotiations.tellOpenPages(db, id, changed),
  };
}

export function agreedTextsOn(db: Db): AgreedTextStore {
  return {
    find: (key) => findAgreedText(db, key),
    ofNegotiation: (negotiation) => findAgreedText(db, { negotiation }),
    keep: (kept) => keepAgreedText(db, kept),
    reopen: (id, at) => reopenAgreedText(db, id, at),
  };
}

/** A published pact as it was kept. Confidence and reasons of its reading are not asked for. */
async function pactSaid(db: Db, id: number): Promise<Pact | null> {
  const page = await pactPage(db, { id });
  if (page === null) return null;
  const { pact, principles, localCommitments } = page;
  return {
    ...pact,
    principles,
    localCommitments,
    commitments: page.commitments.map(({ measure, localNumber, title, stance, competentBody, detail }) => ({
      measure,
      localNumber,
      title,
      stance,
      competentBody: competentBody?.asWritten ?? null,
      ...detail,
    })),
  };
}
