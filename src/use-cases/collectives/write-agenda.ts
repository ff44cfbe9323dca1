/** A member announces something, changes it, or cancels it: cancelled, it stays, so that calendars learn of it. */
import type { Actor } from '#domain/access/gate.ts';
import type { AgendaWords } from '#domain/collective/agenda-entry.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import {
  enterCollective,
  readText,
  record,
  type BadText,
  type CannotEnterCollective,
  type Entered,
} from './enter-collective.ts';

export const AGENDA_LENGTHS = { title: 160, location: 300, description: 4000 } as const;
/** Something announced lasts at most so long, and begins within so many years. */
export const LONGEST_DAYS = 31;
const YEARS_AHEAD = 5;
const DAY = 86_400_000;

export type CannotAnnounce =
  | CannotEnterCollective
  | BadText
  | { readonly kind: 'ends-before' }
  | { readonly kind: 'too-long'; readonly days: number }
  | { readonly kind: 'too-far' }
  | { readonly kind: 'unknown-entry' }
  /** Somebody changed it meanwhile: their words are kept, yours are in the form. */
  | { readonly kind: 'entry-changed' };

export async function announce(
  stores: Stores,
  actor: Actor,
  request: AgendaWords & { readonly collective: number },
  now: Date,
): Promise<Result<{ readonly id: number }, CannotAnnounce>> {
  return await stores.together<{ id: number }, CannotAnnounce>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'write-agenda', collective: request.collective });
    if (!entered.ok) return entered;
    const words = readWords(request, now);
    if (!words.ok) return words;
    const id = await all.agenda.add({ ...words.value, collective: request.collective, at: now });
    await record(all, entered.value, { act: 'write-agenda', says: said(id, words.value), at: now });
    return accept({ id });
  });
}

/** `revision`: the one that the person saw. */
export async function changeAnnounced(
  stores: Stores,
  actor: Actor,
  request: AgendaWords & { readonly collective: number; readonly entry: number; readonly revision: number },
  now: Date,
): Promise<Result<null, CannotAnnounce>> {
  return await stores.together<null, CannotAnnounce>(async (all) => {
    const entered = await enterEntry(all, actor, request);
    if (!entered.ok) return entered;
    const words = readWords(request, now);
    if (!words.ok) return words;
    const change = { ...words.value, revision: request.revision, at: now };
    if (!(await all.agenda.change(request.entry, change))) return refuse({ kind: 'entry-changed' });
    await record(all, entered.value, { act: 'write-agenda', says: said(request.entry, words.value), at: now });
    return accept(null);
  });
}

export async function cancelAnnounced(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly entry: number },
  now: Date,
): Promise<Result<null, CannotAnnounce>> {
  return await stores.together<null, CannotAnnounce>(async (all) => {
    const entered = await enterEntry(all, actor, request);
    if (!entered.ok) return entered;
    await all.agenda.cancel(request.entry, now);
    await record(all, entered.value, { act: 'write-agenda', says: { entry: request.entry, cancelled: true }, at: now });
    return accept(null);
  });
}

async function enterEntry(
  stores: Stores,
  actor: Actor,
  { collective, entry }: { readonly collective: number; readonly entry: number },
): Promise<Result<Entered, CannotAnnounce>> {
  const entered = await enterCollective(stores, actor, { act: 'write-agenda', collective });
  if (!entered.ok) return entered;
  const found = await stores.agenda.find(collective, entry);
  return found === null || found.cancelledAt !== null ? refuse({ kind: 'unknown-entry' }) : entered;
}

function readWords(words: AgendaWords, now: Date): Result<AgendaWords, CannotAnnounce> {
  const { startsAt, endsAt, zone } = words;
  const title = readText(words.title, { field: 'title', most: AGENDA_LENGTHS.title });
  if (!title.ok) return title;
  const location = readText(words.location, { field: 'location', most: AGENDA_LENGTHS.location, optional: true });
  if (!location.ok) return location;
  const description = readText(words.description, {
    field: 'description',
    most: AGENDA_LENGTHS.description,
    optional: true,
  });
  if (!description.ok) return description;
  if (endsAt <= startsAt) return refuse({ kind: 'ends-before' });
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_DAYS * DAY)
    return refuse({ kind: 'too-long', days: LONGEST_DAYS });
  if (Math.abs(startsAt.getTime() - now.getTime()) > YEARS_AHEAD * 366 * DAY) return refuse({ kind: 'too-far' });
  return accept({
    title: title.value,
    location: location.value,
    description: description.value,
    startsAt,
    endsAt,
    zone,
  });
}

/** Public words: the journal may hold them. */
function said(entry: number, { title, startsAt, endsAt }: AgendaWords) {
  return { entry, title, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}
