/** Joining: by an invitation, or by asking. Everybody says whether they are elected or on a list. */
import type { Actor } from '#domain/access/gate.ts';
import { NAME_LENGTH } from '#domain/collective/collective.ts';
import { isDeclaration, type FoundOnList } from '#domain/collective/membership.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { barredBy, foundOnLists, type HoldsSuchARole } from './conflict-of-interest.ts';
import {
  enterCollective,
  named,
  readText,
  record,
  type BadText,
  type CannotEnterCollective,
  type Entered,
} from './enter-collective.ts';
import { tellCoordinators, tellNationalTeam } from './tell.ts';

export const MESSAGE_LENGTH = 1000;

/** What one says of oneself. `charter`: the version that was shown and accepted; null: it was not. */
export type SaidOfOneself = {
  readonly name: string;
  readonly namePublic: boolean;
  readonly declaration: unknown;
  readonly charter: string | null;
};

export type CannotSayOfOneself =
  | BadText
  | HoldsSuchARole
  | { readonly kind: 'nothing-declared' }
  | { readonly kind: 'charter-not-accepted' }
  | { readonly kind: 'charter-changed' };

export type CannotUseInvitation =
  { readonly kind: 'unknown-invitation' } | { readonly kind: 'used-invitation' } | { readonly kind: 'late-invitation' };

export type CannotJoin =
  | CannotEnterCollective
  | CannotSayOfOneself
  | CannotUseInvitation
  | { readonly kind: 'member-already'; readonly collective: number };

export async function acceptInvitation(
  stores: Stores,
  actor: Actor,
  request: SaidOfOneself & { readonly token: string },
  now: Date,
): Promise<Result<{ readonly collective: number }, CannotJoin>> {
  return await stores.together<{ collective: number }, CannotJoin>(async (all) => {
    const found = await all.joining.findInvitation(request.token);
    if (found === null) return refuse({ kind: 'unknown-invitation' });
    const entered = await enterCollective(all, actor, { act: 'accept-invitation', collective: found.collective });
    if (!entered.ok) return entered;
    const invitation = await all.joining.lockInvitation(request.token);
    const state = invitation === null ? ({ kind: 'unknown-invitation' } as const) : faultOf(invitation, now);
    const id = entered.value.collective.id;
    if ((await all.collectives.member(id, entered.value.by)) !== null)
      return refuse({ kind: 'member-already', collective: id });
    if (state !== null || invitation === null) return refuse(state ?? { kind: 'unknown-invitation' });

    const said = await readOneself(all, actor, { said: request, entered: entered.value, now });
    if (!said.ok) return said;
    await all.joining.useInvitation(invitation.id, now);
    await enterMember(all, entered.value, { ...said.value, namePublic: request.namePublic, now });
    const onLists = said.value.lists.map(({ name }) => name);
    const content = { kind: 'member-joined', collective: named(entered.value.collective), onLists } as const;
    await tellCoordinators(all, id, { content, at: now, but: entered.value.by });
    await record(all, entered.value, {
      act: 'accept-invitation',
      says: { invitation: invitation.id, charter: request.charter, onLists: said.value.lists.map(({ list }) => list) },
      at: now,
    });
    return accept({ collective: id });
  });
}

/** Null: the link still serves. */
export function faultOf(
  invitation: { readonly usedAt: Date | null; readonly withdrawnAt: Date | null; readonly expiresAt: Date },
  now: Date,
): CannotUseInvitation | null {
  if (invitation.usedAt !== null) return { kind: 'used-invitation' };
  if (invitation.withdrawnAt !== null) return { kind: 'unknown-invitation' };
  return invitation.expiresAt <= now ? { kind: 'late-invitation' } : null;
}

export type CannotAskToJoin =
  | CannotEnterCollective
  | CannotSayOfOneself
  | { readonly kind: 'member-already'; readonly collective: number }
  | { readonly kind: 'asked-already' };

export async function askToJoin(
  stores: Stores,
  actor: Actor,
  request: Omit<SaidOfOneself, 'namePublic'> & { readonly collective: number; readonly message: string },
  now: Date,
): Promise<Result<null, CannotAskToJoin>> {
  return await stores.together<null, CannotAskToJoin>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'ask-to-join', collective: request.collective });
    if (!entered.ok) return entered;
    const { collective, by } = entered.value;
    if ((await all.collectives.member(collective.id, by)) !== null)
      return refuse({ kind: 'member-already', collective: collective.id });
    const message = readText(request.message, { field: 'message', most: MESSAGE_LENGTH, optional: true });
    if (!message.ok) return message;
    const said = await readOneself(all, actor, { said: request, entered: entered.value, now });
    if (!said.ok) return said;
    const { name, lists } = said.value;
    const asked = await all.joining.ask({
      collective: collective.id,
      person: by,
      name,
      message: message.value,
      lists,
      at: now,
    });
    if (!asked) return refuse({ kind: 'asked-already' });
    const content = {
      kind: 'join-asked',
      collective: named(collective),
      onLists: lists.map((list) => list.name),
    } as const;
    if ((await tellCoordinators(all, collective.id, { content, at: now })) === 0) {
      const nobody = { kind: 'without-coordination', collective: named(collective) } as const;
      await tellNationalTeam(all, { content: nobody, at: now });
    }
    await record(all, entered.value, { act: 'ask-to-join', says: { charter: request.charter }, at: now });
    return accept(null);
  });
}

export type CannotAnswerJoin =
  | CannotEnterCollective
  | { readonly kind: 'unknown-request' }
  /** Between asking and this answer, the person came to answer for a list or to sit in a council. */
  | { readonly kind: 'barred-since' };

export async function answerJoinRequest(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly request: number; readonly accepted: boolean },
  now: Date,
): Promise<Result<null, CannotAnswerJoin>> {
  return await stores.together<null, CannotAnswerJoin>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'answer-join-request', collective: request.collective });
    if (!entered.ok) return entered;
    const { collective } = entered.value;
    const asked = await all.joining.request(collective.id, request.request);
    if (asked === null) return refuse({ kind: 'unknown-request' });
    if (request.accepted && (await isBarredNow(all, asked.person, collective))) return refuse({ kind: 'barred-since' });
    await all.joining.answer(asked.id, { answer: request.accepted ? 'accepted' : 'declined', at: now });
    const { person, name, lists } = asked;
    const there = await all.collectives.member(collective.id, person);
    if (request.accepted && there === null) {
      await all.collectives.addMember(collective.id, {
        person,
        role: 'member',
        name,
        namePublic: false,
        joinedAt: now,
        lists,
      });
    }
    const content = { kind: 'join-answered', collective: named(collective), accepted: request.accepted } as const;
    await all.mail.queue({ to: { person }, content, at: now });
    await record(all, entered.value, {
      act: 'answer-join-request',
      says: { person, accepted: request.accepted },
      at: now,
    });
    return accept(null);
  });
}

async function isBarredNow(stores: Stores, id: string, { places }: Entered['collective']): Promise<boolean> {
  const confirmed = (await stores.roles.ofPerson(id)).filter(({ state }) => state === 'confirmed');
  const holds = confirmed.map(({ asked }) => asked);
  return barredBy({ kind: 'person', id, holds }, { declaration: 'neither', places }) !== null;
}

/** The person thought better of it. */
export async function takeBackJoinRequest(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number },
  now: Date,
): Promise<Result<null, CannotAnswerJoin>> {
  return await stores.together<null, CannotAnswerJoin>(async (all) => {
    const person = actor.kind === 'person' ? actor.id : '';
    const { collective } = request;
    const entered = await enterCollective(all, actor, { act: 'take-back-join-request', collective, person });
    if (!entered.ok) return entered;
    const asked = await all.joining.requestOf(collective, person);
    if (asked === null) return refuse({ kind: 'unknown-request' });
    await all.joining.answer(asked.id, { answer: 'withdrawn', at: now });
    await record(all, entered.value, { act: 'take-back-join-request', at: now });
    return accept(null);
  });
}

async function readOneself(
  stores: Stores,
  actor: Actor,
  {
    said,
    entered,
    now,
  }: { said: Pick<SaidOfOneself, 'name' | 'declaration' | 'charter'>; entered: Entered; now: Date },
): Promise<Result<{ readonly name: string; readonly lists: readonly FoundOnList[] }, CannotSayOfOneself>> {
  const { places } = entered.collective;
  const name = readText(said.name, { field: 'own-name', most: NAME_LENGTH.most });
  if (!name.ok) return name;
  if (!isDeclaration(said.declaration)) return refuse({ kind: 'nothing-declared' });
  const barred = actor.kind === 'person' ? barredBy(actor, { declaration: said.declaration, places }) : null;
  if (barred !== null) return refuse(barred);
  if (said.charter === null) return refuse({ kind: 'charter-not-accepted' });
  if (said.charter !== (await stores.collectives.charterVersion())) return refuse({ kind: 'charter-changed' });
  return accept({ name: name.value, lists: await foundOnLists(stores, { name: name.value, places, now }) });
}

async function enterMember(
  stores: Stores,
  { collective, by }: Entered,
  { name, lists, namePublic, now }: { name: string; lists: readonly FoundOnList[]; namePublic: boolean; now: Date },
): Promise<void> {
  const request = await stores.joining.requestOf(collective.id, by);
  if (request !== null) await stores.joining.answer(request.id, { answer: 'accepted', at: now });
  await stores.collectives.addMember(collective.id, {
    person: by,
    role: 'member',
    name,
    namePublic,
    joinedAt: now,
    lists,
  });
}
