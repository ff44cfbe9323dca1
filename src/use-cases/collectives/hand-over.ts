/** Coordination given, given up, contested. A collective is nobody's. */
import type { Actor } from '#domain/access/gate.ts';
import { removalStands } from '#domain/collective/membership.ts';
import type { Removal } from '#domain/collective/coordination.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import {
  enterCollective,
  named,
  readText,
  record,
  type BadText,
  type CannotEnterCollective,
  type Entered,
} from './enter-collective.ts';
import { tellNationalTeam } from './tell.ts';

export type CannotName = CannotEnterCollective | { readonly kind: 'unknown-member' };

/** A member becomes a coordinator, beside those there are. */
export async function nameCoordinator(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly person: string },
  now: Date,
): Promise<Result<null, CannotName>> {
  return await stores.together<null, CannotName>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'name-coordinator', collective: request.collective });
    if (!entered.ok) return entered;
    const { collective } = entered.value;
    const member = await all.collectives.member(collective.id, request.person);
    if (member === null) return refuse({ kind: 'unknown-member' });
    if (member.role === 'coordinator') return accept(null);
    await all.collectives.setMember(collective.id, member.person, { role: 'coordinator' });
    const content = { kind: 'coordination-given', collective: named(collective) } as const;
    await all.mail.queue({ to: { person: member.person }, content, at: now });
    await record(all, entered.value, { act: 'name-coordinator', says: { person: member.person }, at: now });
    return accept(null);
  });
}

/** One stays a member. Whoever coordinates alone names somebody first. */
export async function giveUpCoordination(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number },
  now: Date,
): Promise<Result<null, CannotEnterCollective | { readonly kind: 'hand-over-first' }>> {
  return await stores.together<null, CannotEnterCollective | { kind: 'hand-over-first' }>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'give-up-coordination', collective: request.collective });
    if (!entered.ok) return entered;
    const { collective, by } = entered.value;
    if ((await coordinatorsOf(all, collective.id)).length < 2) return refuse({ kind: 'hand-over-first' });
    await all.collectives.setMember(collective.id, by, { role: 'member' });
    await record(all, entered.value, { act: 'give-up-coordination', at: now });
    return accept(null);
  });
}

export type CannotContest =
  | CannotEnterCollective
  | BadText
  | { readonly kind: 'unknown-member' }
  /** Giving up one's own coordination is another act. */
  | { readonly kind: 'oneself' }
  | { readonly kind: 'contested-already' }
  | { readonly kind: 'unknown-removal' }
  /** Naming somebody else comes first: nobody would coordinate. */
  | { readonly kind: 'last-coordinator' };

export const CONTEST_REASON_LENGTH = 1000;

/** A coordinator asks that another no longer coordinates. The one concerned, the others or the national team are told. */
export async function askCoordinatorRemoval(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly person: string; readonly reason: string },
  now: Date,
): Promise<Result<null, CannotContest>> {
  return await stores.together<null, CannotContest>(async (all) => {
    const act = 'ask-coordinator-removal';
    const entered = await enterCollective(all, actor, { act, collective: request.collective });
    if (!entered.ok) return entered;
    const { collective, by } = entered.value;
    const coordinators = await coordinatorsOf(all, collective.id);
    if (!coordinators.includes(request.person)) return refuse({ kind: 'unknown-member' });
    if (request.person === by) return refuse({ kind: 'oneself' });
    const reason = readText(request.reason, { field: 'reason', most: CONTEST_REASON_LENGTH });
    if (!reason.ok) return reason;
    const asked = { collective: collective.id, person: request.person, by, reason: reason.value, at: now };
    if (!(await all.coordination.askRemoval(asked))) return refuse({ kind: 'contested-already' });
    for (const person of coordinators.filter((other) => other !== by)) {
      const content = { kind: 'removal-asked', collective: named(collective), reason: reason.value } as const;
      await all.mail.queue({ to: { person }, content, at: now });
    }
    const removal = (await all.coordination.removals(collective.id)).find(({ person }) => person === request.person);
    if (removal !== undefined) await settleIfSaid(all, entered.value, { removal, coordinators, now });
    await record(all, entered.value, { act, says: { person: request.person }, at: now });
    return accept(null);
  });
}

/** Another coordinator agrees or not; the one who asked takes it back by not agreeing any more. */
export async function answerCoordinatorRemoval(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly removal: number; readonly agrees: boolean },
  now: Date,
): Promise<Result<null, CannotContest>> {
  return await stores.together<null, CannotContest>(async (all) => {
    const act = 'answer-coordinator-removal';
    const entered = await enterCollective(all, actor, { act, collective: request.collective });
    if (!entered.ok) return entered;
    const { collective, by } = entered.value;
    const before = await findRemoval(all, collective.id, request.removal);
    if (before === null) return refuse({ kind: 'unknown-removal' });
    // Nobody judges their own case.
    if (before.person === by) return refuse({ kind: 'oneself' });
    if (before.askedBy === by && !request.agrees) {
      await settle(all, entered.value, { removal: before, outcome: 'withdrawn', by: 'coordinators', now });
    } else {
      await all.coordination.say(before.id, { person: by, agrees: request.agrees, at: now });
      const removal = await findRemoval(all, collective.id, request.removal);
      const coordinators = await coordinatorsOf(all, collective.id);
      if (removal !== null) await settleIfSaid(all, entered.value, { removal, coordinators, now });
    }
    await record(all, entered.value, { act, says: { person: before.person, agrees: request.agrees }, at: now });
    return accept(null);
  });
}

/** The national team decides; it never leaves a collective without anybody. */
export async function settleCoordinatorRemoval(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly removal: number; readonly removes: boolean },
  now: Date,
): Promise<Result<null, CannotContest>> {
  return await stores.together<null, CannotContest>(async (all) => {
    const act = 'settle-coordinator-removal';
    const entered = await enterCollective(all, actor, { act, collective: request.collective });
    if (!entered.ok) return entered;
    const { collective } = entered.value;
    const removal = await findRemoval(all, collective.id, request.removal);
    if (removal === null) return refuse({ kind: 'unknown-removal' });
    // Somebody of the team who is a member too leaves it to the others.
    if ((await all.collectives.member(collective.id, entered.value.by)) !== null) return refuse({ kind: 'oneself' });
    const coordinators = await coordinatorsOf(all, collective.id);
    if (request.removes && coordinators.every((person) => person === removal.person))
      return refuse({ kind: 'last-coordinator' });
    const outcome = request.removes ? 'removed' : 'kept';
    await settle(all, entered.value, { removal, outcome, by: 'national-team', now });
    await record(all, entered.value, { act, says: { person: removal.person, outcome }, at: now });
    return accept(null);
  });
}

async function settleIfSaid(
  stores: Stores,
  entered: Entered,
  { removal, coordinators, now }: { removal: Removal; coordinators: readonly string[]; now: Date },
): Promise<void> {
  const stands = removalStands({
    others: coordinators.filter((person) => person !== removal.person),
    agreeing: removal.voices.filter(({ agrees }) => agrees).map(({ person }) => person),
    refusing: removal.voices.filter(({ agrees }) => !agrees).map(({ person }) => person),
  });
  if (stands === 'waiting') return;
  if (stands === 'national-team') {
    const content = { kind: 'conflict-to-settle', collective: named(entered.collective) } as const;
    await tellNationalTeam(stores, { content, at: now });
    return;
  }
  await settle(stores, entered, { removal, outcome: stands, by: 'coordinators', now });
}

async function settle(
  stores: Stores,
  { collective }: Entered,
  {
    removal,
    outcome,
    by,
    now,
  }: {
    removal: Removal;
    outcome: 'removed' | 'kept' | 'withdrawn';
    by: 'coordinators' | 'national-team';
    now: Date;
  },
): Promise<void> {
  await stores.coordination.settleRemoval(removal.id, { outcome, by, at: now });
  if (outcome === 'removed') await stores.collectives.setMember(collective.id, removal.person, { role: 'member' });
  const told = new Set([removal.person, ...(await coordinatorsOf(stores, collective.id))]);
  for (const person of told) {
    const content = { kind: 'removal-settled', collective: named(collective), outcome, by } as const;
    await stores.mail.queue({ to: { person }, content, at: now });
  }
}

async function findRemoval(stores: Stores, collective: number, id: number): Promise<Removal | null> {
  return (await stores.coordination.removals(collective)).find((removal) => removal.id === id) ?? null;
}

async function coordinatorsOf(stores: Stores, collective: number): Promise<readonly string[]> {
  const members = await stores.collectives.members(collective);
  return members.filter(({ role }) => role === 'coordinator').map(({ person }) => person);
}
