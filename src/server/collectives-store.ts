/** The store of collectives that the use cases receive, on PostgreSQL. */
import type { CollectiveStore } from '#use-cases/collectives/collective-store.ts';
import { collectivesCharter } from './collectives-charter.ts';
import type { Db } from './storage/connection.ts';
import * as collectives from './storage/collectives.ts';
import * as members from './storage/collective-members.ts';

export function collectivesOn(db: Db): CollectiveStore {
  const change = collectives.changeCollective;
  return {
    charterVersion: async () => collectivesCharter().version,
    found: (collective) => collectives.foundCollective(db, collective),
    find: (id) => collectives.findCollective(db, id, { lock: false }),
    lock: (id) => collectives.findCollective(db, id, { lock: true }),
    of: (place) => collectives.collectivesOfPlace(db, place),
    describe: (id, described) => change(db, id, described),
    setPlaces: (id, places) => collectives.setPlaces(db, id, places),
    confirm: (id, { at, by }) => change(db, id, { state: 'active', confirmedAt: at, confirmedBy: by }),
    close: (id, { at, reason }) =>
      change(db, id, { state: 'closed', closedAt: at, closedReason: reason, dormantSince: null }),
    sleep: (id, since) => change(db, id, { state: 'dormant', dormantSince: since }),
    wake: (id) => change(db, id, { state: 'active', dormantSince: null }),
    carry: (id, { by, since }) => change(db, id, { carriedBy: by, carriedSince: since }),
    living: () => collectives.livingCollectives(db),
    quietSince: (before) => collectives.quietSince(db, before),
    stirring: () => collectives.stirringCollectives(db),
    members: (id) => members.membersOf(db, id),
    member: (id, person) => members.findMember(db, id, person),
    addMember: (id, member) => members.addMember(db, id, member),
    setMember: (id, person, said) => members.setMember(db, { collective: id, person }, said),
    flagMember: (id, person, flag) => members.flagMember(db, { collective: id, person }, flag),
    saysNamesake: (id, person, at) => members.saysNamesake(db, { collective: id, person }, at),
    removeMember: (id, person) => members.removeMember(db, { collective: id, person }),
    removedSince: (id, since) => members.removedSince(db, id, since),
    collectivesOf: (person) => members.collectivesOf(db, person),
    holdFounder: (person) => members.holdFounder(db, person),
  };
}
