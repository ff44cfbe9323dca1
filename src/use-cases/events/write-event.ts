/** One side tells a meeting, a reply; corrects or withdraws what it told. The other side's events are never touched. */
import type { Actor } from '#domain/access/gate.ts';
import {
  EVENT_LIMITS,
  isToldBy,
  type EventAbout,
  type EventWords,
  type FollowUpEvent,
} from '#domain/events/follow-up-event.ts';
import { OLDEST_DAY } from '#domain/follow-up/oldest-day.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { isDay } from '#domain/shared/local-day.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { enterPlace, type AtPlace, type CannotEnterPlace } from './enter-place.ts';
import { tellOtherSide } from './tell-other-side.ts';

export type CannotWriteEvent =
  | CannotEnterPlace
  | BadText
  | { readonly kind: 'no-pact-here' }
  | { readonly kind: 'not-a-day' }
  /** Events are told once they happened. */
  | { readonly kind: 'day-to-come' }
  | { readonly kind: 'day-too-old' }
  | { readonly kind: 'unknown-commitment' }
  | { readonly kind: 'too-many-commitments'; readonly most: number }
  | { readonly kind: 'unknown-event' }
  | { readonly kind: 'unknown-letter' }
  | { readonly kind: 'reply-before-letter' }
  | { readonly kind: 'event-changed' }
  /** What was public is withdrawn with a reason, never hidden. */
  | { readonly kind: 'event-public-already' }
  /** The day, the subject and the promises of a letter that went are those of the letter. */
  | { readonly kind: 'sent-letter-fixed' }
  | { readonly kind: 'event-withdrawn' };

/** `about`: a letter's sending is recorded from its letter alone (./send-letter.ts). */
export async function writeEvent(
  stores: Stores,
  actor: Actor,
  request: Sent & EventWords & { readonly place: PlaceCode; readonly about: Exclude<EventAbout, { kind: 'letter' }> },
  now: Date,
): Promise<Result<{ readonly id: number }, CannotWriteEvent>> {
  return await sentOnce<{ id: number }, CannotWriteEvent>(
    stores,
    { actor, act: 'write-follow-up-event', request, now },
    async (all) => {
      const entered = await enterPlace(all, actor, { act: 'write-follow-up-event', place: request.place, now });
      if (!entered.ok) return entered;
      const read = await readEvent(all, entered.value, request);
      if (!read.ok) return read;
      const { about } = request;
      const letter = about.kind === 'reply' ? await letterFor(all, entered.value, about.letter) : null;
      if (about.kind === 'reply' && letter === null) return refuse({ kind: 'unknown-letter' });
      if (letter !== null && read.value.happenedOn < letter.happenedOn) return refuse({ kind: 'reply-before-letter' });
      return accept({ id: await addEvent(all, entered.value, { ...read.value, about }, now) });
    },
  );
}

/** What is kept, told and written in the journal for any event. In the transaction of its act. */
export async function addEvent(
  all: Stores,
  at: AtPlace,
  event: EventWords & { readonly edition: string | null; readonly about: EventAbout },
  now: Date,
): Promise<number> {
  const { place, voice, collective, list, by } = at;
  const teller = { voice, collective: collective?.id ?? null, list: list?.id ?? null };
  const id = await all.events.add({ ...event, ...teller, place, by, at: now });
  if (event.visibility === 'public') await tellOtherSide(all, at, { event: id, about: event.about.kind }, now);
  const says = { event: id, kind: event.about.kind, visibility: event.visibility, revision: 1 };
  await recordEvent(all, at, { id, says }, now);
  return id;
}

export async function changeEvent(
  stores: Stores,
  actor: Actor,
  request: EventWords & { readonly place: PlaceCode; readonly id: number; readonly revision: number },
  now: Date,
): Promise<Result<null, CannotWriteEvent>> {
  return await stores.together<null, CannotWriteEvent>(async (all) => {
    const own = await enterOwnEvent(all, actor, { ...request, now });
    if (!own.ok) return own;
    const read = await readEvent(all, own.value.at, request);
    if (!read.ok) return read;
    const { event } = own.value;
    if (event.visibility === 'public' && read.value.visibility === 'private')
      return refuse({ kind: 'event-public-already' });
    if (event.about.kind === 'letter' && !isSameLetter(event, read.value)) return refuse({ kind: 'sent-letter-fixed' });
    const change = { ...read.value, revision: request.revision, at: now };
    if (!(await all.events.change(request.id, change))) return refuse({ kind: 'event-changed' });
    const says = { event: request.id, visibility: read.value.visibility, revision: request.revision + 1 };
    await recordEvent(all, own.value.at, { id: request.id, says }, now);
    return accept(null);
  });
}

function isSameLetter(sent: EventWords, read: EventWords): boolean {
  const items = (of: EventWords): string => [...of.items].sort().join(' ');
  return sent.happenedOn === read.happenedOn && sent.title === read.title && items(sent) === items(read);
}

/** It stays, with its day and the reason: what was public is never silently gone. */
export async function withdrawEvent(
  stores: Stores,
  actor: Actor,
  request: { readonly place: PlaceCode; readonly id: number; readonly reason: string },
  now: Date,
): Promise<Result<null, CannotWriteEvent>> {
  return await stores.together<null, CannotWriteEvent>(async (all) => {
    const own = await enterOwnEvent(all, actor, { ...request, now });
    if (!own.ok) return own;
    const reason = readText(request.reason, { field: 'reason', most: EVENT_LIMITS.reason });
    if (!reason.ok) return reason;
    await all.events.withdraw(request.id, { at: now, reason: reason.value });
    await recordEvent(all, own.value.at, { id: request.id, says: { event: request.id, withdrawn: true } }, now);
    return accept(null);
  });
}

/** Through its place, told by the very side, and for the collective by the very collective. */
async function enterOwnEvent(
  all: Stores,
  actor: Actor,
  { place, id, now }: { readonly place: PlaceCode; readonly id: number; readonly now: Date },
): Promise<Result<{ readonly at: AtPlace; readonly event: FollowUpEvent }, CannotWriteEvent>> {
  const entered = await enterPlace(all, actor, { act: 'write-follow-up-event', place, now });
  if (!entered.ok) return entered;
  const event = await all.events.find({ place, id, lock: true });
  if (event === null) return refuse({ kind: 'unknown-event' });
  // A private event of the other side is not there for them.
  if (!isToldBy(event, entered.value))
    return event.visibility === 'private'
      ? refuse({ kind: 'unknown-event' })
      : refuse({ kind: 'not-allowed', act: 'write-follow-up-event' });
  if (event.withdrawn !== null) return refuse({ kind: 'event-withdrawn' });
  return accept({ at: entered.value, event });
}

export async function readEvent(
  all: Stores,
  { place, today }: AtPlace,
  typed: EventWords,
): Promise<Result<EventWords & { readonly edition: string | null }, CannotWriteEvent>> {
  const promised = await all.events.promisedHere(place);
  if (promised === null) return refuse({ kind: 'no-pact-here' });
  const { happenedOn, visibility } = typed;
  if (!isDay(happenedOn)) return refuse({ kind: 'not-a-day' });
  if (happenedOn > today) return refuse({ kind: 'day-to-come' });
  if (happenedOn < OLDEST_DAY) return refuse({ kind: 'day-too-old' });
  const title = readText(typed.title, { field: 'title', most: EVENT_LIMITS.title });
  if (!title.ok) return title;
  const words = readText(typed.words, { field: 'words', most: EVENT_LIMITS.words, optional: true });
  if (!words.ok) return words;
  const who = readText(typed.who, { field: 'who', most: EVENT_LIMITS.who, optional: true });
  if (!who.ok) return who;
  const whoPrivate = readText(typed.whoPrivate, { field: 'whoPrivate', most: EVENT_LIMITS.who, optional: true });
  if (!whoPrivate.ok) return whoPrivate;
  const items = [...new Set(typed.items)];
  if (items.length > EVENT_LIMITS.items) return refuse({ kind: 'too-many-commitments', most: EVENT_LIMITS.items });
  if (items.some((item) => !promised.items.has(item))) return refuse({ kind: 'unknown-commitment' });
  return accept({
    happenedOn,
    visibility,
    title: title.value,
    words: words.value,
    who: who.value,
    whoPrivate: whoPrivate.value,
    items,
    edition: items.length === 0 ? null : promised.edition,
  });
}

/** A letter that whoever answers may see. */
async function letterFor(all: Stores, at: AtPlace, id: number): Promise<FollowUpEvent | null> {
  const letter = await all.events.find({ place: at.place, id });
  if (letter === null || letter.about.kind !== 'letter' || letter.withdrawn !== null) return null;
  return isToldBy(letter, at) || letter.visibility === 'public' ? letter : null;
}

export async function recordEvent(
  all: Stores,
  { role, by, voice, list }: AtPlace,
  { id, says }: { readonly id: number; readonly says: { readonly [key: string]: Json } },
  now: Date,
): Promise<void> {
  await all.journal.append({
    at: now,
    act: 'write-follow-up-event',
    actor: role,
    subject: { kind: 'follow-up-event', id },
    says: { by, voice, ...(list === null ? {} : { list: list.id }), ...says },
  });
}
