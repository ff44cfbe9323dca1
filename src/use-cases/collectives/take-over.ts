/**
 * A neighbour keeps a sleeping collective going: proposed by the national team, accepted by a coordinator of the
 * neighbour. Its coordinators then coordinate both. Nothing moves, so nothing is lost: pacts, negotiations, agenda,
 * members and address stay where they are.
 */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import {
  enterCollective,
  named,
  readText,
  record,
  type BadText,
  type CannotEnterCollective,
} from './enter-collective.ts';
import { tellCoordinators, tellMembers } from './tell.ts';

export const TAKEOVER_MESSAGE_LENGTH = 1000;

export type CannotPropose =
  | CannotEnterCollective
  | BadText
  /** It must be active, coordinated, and another one. */
  | { readonly kind: 'not-a-neighbour' }
  | { readonly kind: 'proposed-already' };

export async function proposeTakeover(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly neighbour: number; readonly message: string },
  now: Date,
): Promise<Result<null, CannotPropose>> {
  return await stores.together<null, CannotPropose>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'propose-takeover', collective: request.collective });
    if (!entered.ok) return entered;
    const message = readText(request.message, { field: 'message', most: TAKEOVER_MESSAGE_LENGTH, optional: true });
    if (!message.ok) return message;
    const { collective } = entered.value;
    const neighbour = await all.collectives.find(request.neighbour);
    if (neighbour?.state !== 'active' || neighbour.id === collective.id) return refuse({ kind: 'not-a-neighbour' });
    const proposed = { collective: collective.id, neighbour: neighbour.id, message: message.value, at: now };
    if (!(await all.coordination.proposeTakeover(proposed))) return refuse({ kind: 'proposed-already' });
    const content = {
      kind: 'takeover-proposed',
      collective: named(neighbour),
      asleep: collective.name,
      message: message.value,
    } as const;
    if ((await tellCoordinators(all, neighbour.id, { content, at: now })) === 0)
      return refuse({ kind: 'not-a-neighbour' });
    await record(all, entered.value, { act: 'propose-takeover', says: { neighbour: neighbour.id }, at: now });
    return accept(null);
  });
}

export type CannotAnswerTakeover = CannotEnterCollective | { readonly kind: 'unknown-takeover' };

/** `neighbour` answers. Another neighbour may have been quicker, or the collective may have woken by itself. */
export async function answerTakeover(
  stores: Stores,
  actor: Actor,
  request: { readonly neighbour: number; readonly takeover: number; readonly accepted: boolean },
  now: Date,
): Promise<Result<{ readonly collective: number }, CannotAnswerTakeover>> {
  return await stores.together<{ collective: number }, CannotAnswerTakeover>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'answer-takeover', collective: request.neighbour });
    if (!entered.ok) return entered;
    const neighbour = entered.value.collective;
    const put = (await all.coordination.takeoversPutTo(neighbour.id)).find(({ id }) => id === request.takeover);
    const asleep = put === undefined ? null : await all.collectives.lock(put.collective);
    if (put === undefined || asleep?.state !== 'dormant') return refuse({ kind: 'unknown-takeover' });
    if (request.accepted) await carry(all, { asleep: asleep.id, neighbour: neighbour.id, now });
    await all.coordination.answerTakeover(put.id, { answer: request.accepted ? 'accepted' : 'declined', at: now });
    const says = { collective: asleep.id, accepted: request.accepted };
    await record(all, entered.value, { act: 'answer-takeover', says, at: now });
    if (request.accepted) {
      const content = { kind: 'taken-over', collective: named(asleep), by: neighbour.name } as const;
      await tellMembers(all, asleep.id, { content, at: now });
      // Its own history tells it too; being taken over wakes it.
      const taken = { ...entered.value, collective: { ...asleep, state: 'active' as const } };
      await record(all, taken, { act: 'answer-takeover', says: { neighbour: neighbour.id, accepted: true }, at: now });
    }
    return accept({ collective: asleep.id });
  });
}

async function carry(
  stores: Stores,
  { asleep, neighbour, now }: { asleep: number; neighbour: number; now: Date },
): Promise<void> {
  await stores.collectives.wake(asleep);
  await stores.collectives.carry(asleep, { by: neighbour, since: now });
  for (const { person, role, name } of await stores.collectives.members(neighbour)) {
    if (role !== 'coordinator') continue;
    const there = await stores.collectives.member(asleep, person);
    if (there === null) {
      await stores.collectives.addMember(asleep, {
        person,
        role: 'coordinator',
        name,
        namePublic: false,
        joinedAt: now,
        lists: [],
      });
    } else await stores.collectives.setMember(asleep, person, { role: 'coordinator' });
  }
  for (const other of await stores.coordination.takeoversOf(asleep)) {
    if (other.neighbour !== neighbour) {
      await stores.coordination.answerTakeover(other.id, { answer: 'withdrawn', at: now });
    }
  }
}
