/** The store of roles, on PostgreSQL. */
import type { RoleStore } from '#use-cases/campaign/role-store.ts';
import type { Db } from './storage/connection.ts';
import * as holders from './storage/role-holders.ts';
import * as requests from './storage/role-requests.ts';

export function rolesOn(db: Db): RoleStore {
  return {
    name: (asked) => holders.nameRole(db, asked),
    ask: (request) => requests.askForRole(db, request),
    find: (id) => requests.findRequest(db, id, { lock: false }),
    lock: (id) => requests.findRequest(db, id, { lock: true }),
    ofPerson: (person) => requests.requestsOf(db, person),
    holders: (of) => holders.holdersOf(db, of),
    vouchers: (of) => holders.vouchersOf(db, of),
    nationalTeam: () => holders.nationalTeam(db),
    personWithEmail: (email) => holders.personWithEmail(db, email),
    inACollective: (person) => holders.isInACollective(db, person),
    openCode: (request, sent) => requests.openRoleCode(db, request, sent),
    codesSent: (address, since) => requests.codesSentTo(db, address, since),
    tryCode: (request, code, now) => requests.tryRoleCode(db, request, code, now),
    decide: (id, decided) => requests.decideRequest(db, id, decided),
    forgetDecider: (person) => requests.forgetDecider(db, person),
    end: (id, ended) => requests.endRequest(db, id, ended),
  };
}
