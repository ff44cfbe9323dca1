/** The stores of what people do around a collective — wish, join, contest, announce, vote — on PostgreSQL. */
import type { AgendaStore } from '#use-cases/collectives/agenda-store.ts';
import type { CoordinationStore } from '#use-cases/collectives/coordination-store.ts';
import type { JoiningStore } from '#use-cases/collectives/joining-store.ts';
import type { PriorityStore } from '#use-cases/collectives/priority-store.ts';
import type { WishStore } from '#use-cases/collectives/wish-store.ts';
import * as agenda from './storage/agenda.ts';
import * as coordination from './storage/collective-coordination.ts';
import * as joining from './storage/collective-joining.ts';
import type { Db } from './storage/connection.ts';
import * as wishes from './storage/pact-wishes.ts';
import * as priorities from './storage/priorities.ts';

export function wishesOn(db: Db): WishStore {
  return {
    put: (wish) => wishes.putWish(db, wish),
    lock: (municipality) => wishes.lockWishes(db, municipality),
    count: (municipality) => wishes.countWishes(db, municipality),
    markTold: (told, how) => wishes.markTold(db, told, how),
    find: (token) => wishes.findWish(db, token),
    ofEmail: (email) => wishes.wishesOfEmail(db, email),
    takeBack: (token) => wishes.takeBackWish(db, token),
  };
}

export function joiningOn(db: Db): JoiningStore {
  return {
    invite: (invitation) => joining.invite(db, invitation),
    lockInvitation: (token) => joining.findInvitation(db, token, { lock: true }),
    findInvitation: (token) => joining.findInvitation(db, token, { lock: false }),
    invitations: (collective) => joining.invitationsOf(db, collective),
    waitingFor: (of) => joining.invitationFor(db, of),
    invitedSince: (collective, since) => joining.invitedSince(db, collective, since),
    useInvitation: (id, at) => joining.useInvitation(db, id, at),
    takeBackInvitation: (of) => joining.takeBackInvitation(db, of),
    forgetLate: (now) => joining.forgetLateInvitations(db, now),
    ask: (request) => joining.askToJoin(db, request),
    requests: (collective) => joining.requestsTo(db, collective),
    request: async (collective, id) => (await joining.requestsTo(db, collective, { id }))[0] ?? null,
    requestOf: async (collective, person) => (await joining.requestsTo(db, collective, { person }))[0] ?? null,
    forgetInvited: (email, at) => joining.forgetInvited(db, email, at),
    invitedTo: (email) => joining.invitedTo(db, email),
    answer: (id, given) => joining.answerJoinRequest(db, id, given),
  };
}

export function coordinationOn(db: Db): CoordinationStore {
  return {
    askRemoval: (removal) => coordination.askRemoval(db, removal),
    removals: (collective) => coordination.removalsWaiting(db, collective),
    allRemovals: () => coordination.removalsWaiting(db, null),
    say: (removal, voice) => coordination.sayOfRemoval(db, removal, voice),
    settleRemoval: (removal, settled) => coordination.settleRemoval(db, removal, settled),
    proposeTakeover: (takeover) => coordination.proposeTakeover(db, takeover),
    takeoversPutTo: (neighbour) => coordination.takeoversWaiting(db, { neighbour }),
    takeoversOf: (collective) => coordination.takeoversWaiting(db, { collective }),
    answerTakeover: (takeover, given) => coordination.answerTakeover(db, takeover, given),
  };
}

export function agendaOn(db: Db): AgendaStore {
  return {
    add: (entry) => agenda.addEntry(db, entry),
    of: (collective, since) => agenda.entriesOf(db, collective, since),
    find: (collective, id) => agenda.findEntry(db, collective, id),
    change: (id, change) => agenda.changeEntry(db, id, change),
    cancel: (id, at) => agenda.cancelEntry(db, id, at),
  };
}

export function prioritiesOn(db: Db): PriorityStore {
  return {
    writeLocal: (measure) => priorities.writeLocal(db, measure),
    changeLocal: (of, change) => priorities.changeLocal(db, of, change),
    withdrawLocal: (of, at) => priorities.withdrawLocal(db, of, at),
    locals: (collective) => priorities.localMeasuresOf(db, collective),
    announce: (vote) => priorities.announceVote(db, vote),
    find: (vote) => priorities.findVote(db, vote, { lock: false }),
    lock: (vote) => priorities.findVote(db, vote, { lock: true }),
    of: (collective) => priorities.votesOf(db, collective),
    cancel: (vote, at) => priorities.cancelVote(db, vote, at),
    cast: (ballot) => priorities.castBallot(db, ballot),
    ballots: (vote) => priorities.ballotsOf(db, vote),
    ballotCount: (vote) => priorities.ballotCount(db, vote),
    keepResult: (vote, kept) => priorities.keepResult(db, vote, kept),
    toCount: (now) => priorities.votesToCount(db, now),
    setPriorities: (collective, chosen) => priorities.setPriorities(db, collective, chosen),
    priorities: (collective) => priorities.prioritiesOf(db, collective),
  };
}
