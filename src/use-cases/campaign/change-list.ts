/** What may happen to a list: corrected, withdrawn, merged into another, taken back, and what became of it. */
import type { Actor } from '#domain/access/gate.ts';
import type { ListChange, Outcome } from '#domain/campaign/candidate-list.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { isDay } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { readListWords, type BadListWords } from './enter-list.ts';
import { signerOf } from './find-request.ts';
import { lockList, type CannotLockList } from './lock-list.ts';

export type CannotChangeList =
  | CannotLockList
  | BadListWords
  | { readonly kind: 'not-a-day'; readonly day: string }
  | { readonly kind: 'day-to-come'; readonly day: string }
  | { readonly kind: 'merges-into-itself' }
  | { readonly kind: 'merges-elsewhere' }
  | { readonly kind: 'merges-in-a-circle' }
  | { readonly kind: 'list-there-already'; readonly id: number };

type Done = Result<null, CannotChangeList>;

export async function correctList(
  stores: Stores,
  actor: Actor,
  request: { readonly list: number; readonly name: string; readonly leader: string; readonly nuance: string },
  now: Date,
): Promise<Done> {
  const words = readListWords(request);
  if (!words.ok) return words;
  return await stores.together(async (all): Promise<Done> => {
    const found = await lockList(all, actor, { act: 'change-list', id: request.list });
    if (!found.ok) return found;
    const { list, role } = found.value;
    const same = await all.campaign.sameList({ ...list, ...words.value });
    if (same !== null && same !== list.id) return refuse({ kind: 'list-there-already', id: same });
    await all.campaign.changeList(list.id, words.value, now);
    const before = { name: list.name, leader: list.leader, nuance: list.nuance };
    return await told(all, {
      act: 'change-list',
      actor,
      role,
      list: list.id,
      says: { before, now: words.value },
      at: now,
    });
  });
}

/** `on`: the day, not after `today`, both at the place. */
export async function withdrawList(
  stores: Stores,
  actor: Actor,
  { list: id, on, today }: { readonly list: number; readonly on: string; readonly today: string },
  now: Date,
): Promise<Done> {
  const day = readDay(on, today);
  if (!day.ok) return day;
  return await change(
    stores,
    actor,
    { act: 'withdraw-list', list: id, change: { withdrawnOn: day.value, merged: null }, says: { on: day.value } },
    now,
  );
}

/** Between the rounds: `list` becomes part of `into`, of the same commune and election. */
export async function mergeList(
  stores: Stores,
  actor: Actor,
  {
    list: id,
    into,
    on,
    today,
  }: { readonly list: number; readonly into: number; readonly on: string; readonly today: string },
  now: Date,
): Promise<Done> {
  const day = readDay(on, today);
  if (!day.ok) return day;
  if (id === into) return refuse({ kind: 'merges-into-itself' });
  return await stores.together(async (all): Promise<Done> => {
    const found = await lockList(all, actor, { act: 'merge-list', id });
    if (!found.ok) return found;
    const { list, role } = found.value;
    const target = await all.campaign.lockList(into);
    const together = target?.election === list.election && target.municipality === list.municipality;
    if (target === null || !together || target.constituency?.code !== list.constituency?.code)
      return refuse({ kind: 'merges-elsewhere' });
    if (target.merged !== null || target.withdrawnOn !== null) return refuse({ kind: 'merges-in-a-circle' });
    // It says something of the other list as well: whoever says so may change both.
    const other = await lockList(all, actor, { act: 'change-list', id: into });
    if (!other.ok) return other;
    await all.campaign.changeList(id, { merged: { into, on: day.value } }, now);
    return await told(all, { act: 'merge-list', actor, role, list: id, says: { into, on: day.value }, at: now });
  });
}

/** The withdrawal or merger was a mistake. */
export async function reinstateList(
  stores: Stores,
  actor: Actor,
  { list }: { readonly list: number },
  now: Date,
): Promise<Done> {
  return await change(
    stores,
    actor,
    { act: 'reinstate-list', list, change: { withdrawnOn: null, merged: null }, says: {} },
    now,
  );
}

/** What a person says became of the list, whatever was proposed from the figures. */
export async function confirmOutcome(
  stores: Stores,
  actor: Actor,
  { list, outcome }: { readonly list: number; readonly outcome: Outcome },
  now: Date,
): Promise<Done> {
  return await change(
    stores,
    actor,
    { act: 'confirm-outcome', list, change: { outcome: { kind: outcome, confirmed: true } }, says: { outcome } },
    now,
  );
}

type ListAct = 'change-list' | 'withdraw-list' | 'merge-list' | 'reinstate-list' | 'confirm-outcome';

async function change(
  stores: Stores,
  actor: Actor,
  asked: { readonly act: ListAct; readonly list: number; readonly change: ListChange; readonly says: Json & object },
  now: Date,
): Promise<Done> {
  return await stores.together(async (all): Promise<Done> => {
    const found = await lockList(all, actor, { act: asked.act, id: asked.list });
    if (!found.ok) return found;
    const { list, role } = found.value;
    await all.campaign.changeList(list.id, asked.change, now);
    return await told(all, { act: asked.act, actor, role, list: list.id, says: asked.says, at: now });
  });
}

async function told(
  all: Stores,
  event: {
    readonly act: ListAct;
    readonly actor: Actor;
    readonly role: string;
    readonly list: number;
    readonly says: Json & object;
    readonly at: Date;
  },
): Promise<Done> {
  await all.journal.append({
    at: event.at,
    act: event.act,
    actor: event.role,
    subject: { kind: 'candidate-list', id: event.list },
    says: { by: signerOf(event.actor), ...event.says },
  });
  return accept(null);
}

function readDay(day: string, today: string): Result<string, Extract<CannotChangeList, { readonly day: string }>> {
  if (!isDay(day)) return refuse({ kind: 'not-a-day', day });
  return day > today ? refuse({ kind: 'day-to-come', day }) : accept(day);
}
