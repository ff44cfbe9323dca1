/** Meetings of a follow-up committee: called, moved, cancelled by either side; their agenda grows with everybody who sits. */
import type { Actor } from '#domain/access/gate.ts';
import { COMMITTEE_LENGTHS, MOST_AGENDA_ITEMS } from '#domain/committee/committee.ts';
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import type { Meeting, MeetingWords } from '#domain/committee/meeting.ts';
import {
  committeePath,
  enterCommittee,
  recordInCommittee,
  type CannotEnterCommittee,
  type InCommittee,
} from './enter-committee.ts';
import { tellCommittee } from './tell-committee.ts';

type AboutCommittee = { readonly committee: number; readonly place: PlaceCode };
/** `meeting`: its number in the committee, from 1. */
export type AboutMeeting = AboutCommittee & { readonly meeting: number };

const YEARS_AWAY = 6;
const LONGEST_HOURS = 16;
const HOUR = 3_600_000;

export type CannotMeet =
  | CannotEnterCommittee
  | BadText
  | { readonly kind: 'unknown-meeting' }
  | { readonly kind: 'meeting-cancelled' }
  | { readonly kind: 'meeting-too-long'; readonly hours: number }
  | { readonly kind: 'meeting-too-far' }
  /** Somebody moved it meanwhile: their words are kept, yours are in the form. */
  | { readonly kind: 'meeting-changed' };

export async function callMeeting(
  stores: Stores,
  actor: Actor,
  request: Sent & AboutCommittee & MeetingWords,
  now: Date,
): Promise<Result<{ readonly number: number }, CannotMeet>> {
  return await sentOnce<{ number: number }, CannotMeet>(
    stores,
    { actor, act: 'call-committee-meeting', request, now },
    async (all) => {
      const entered = await enterCommittee(all, actor, { act: 'call-committee-meeting', ...request });
      if (!entered.ok) return entered;
      const words = readMeeting(request, now);
      if (!words.ok) return words;
      const called = await all.committees.meetings.call(request.committee, { ...words.value, at: now });
      await tellMeeting(all, entered.value, { what: 'called', words: words.value, number: called.number, at: now });
      const says = { meeting: called.number, startsAt: words.value.startsAt.toISOString() };
      await recordInCommittee(all, entered.value, { act: 'call-committee-meeting', says, at: now });
      return accept(called);
    },
  );
}

/** `revision`: the one that the person saw. */
export async function changeMeeting(
  stores: Stores,
  actor: Actor,
  request: AboutMeeting & MeetingWords & { readonly revision: number },
  now: Date,
): Promise<Result<null, CannotMeet>> {
  return await stores.together<null, CannotMeet>(async (all) => {
    const entered = await enterMeeting(all, actor, { act: 'call-committee-meeting', ...request });
    if (!entered.ok) return entered;
    const words = readMeeting(request, now);
    if (!words.ok) return words;
    const change = { ...words.value, revision: request.revision, at: now };
    if (!(await all.committees.meetings.change(entered.value.meeting.id, change)))
      return refuse({ kind: 'meeting-changed' });
    const number = request.meeting;
    await tellMeeting(all, entered.value, { what: 'changed', words: words.value, number, at: now });
    const before = entered.value.meeting.startsAt.toISOString();
    const says = { meeting: number, before, startsAt: words.value.startsAt.toISOString() };
    await recordInCommittee(all, entered.value, { act: 'call-committee-meeting', says, at: now });
    return accept(null);
  });
}

/** It stays, so that calendars learn of it. */
export async function cancelMeeting(
  stores: Stores,
  actor: Actor,
  request: AboutMeeting,
  now: Date,
): Promise<Result<null, CannotMeet>> {
  return await stores.together<null, CannotMeet>(async (all) => {
    const entered = await enterMeeting(all, actor, { act: 'call-committee-meeting', ...request });
    if (!entered.ok) return entered;
    const { meeting } = entered.value;
    await all.committees.meetings.cancel(meeting.id, now);
    const number = meeting.number;
    await tellMeeting(all, entered.value, { what: 'cancelled', words: meeting, number, at: now });
    const says = { meeting: number, cancelled: true };
    await recordInCommittee(all, entered.value, { act: 'call-committee-meeting', says, at: now });
    return accept(null);
  });
}

export type CannotChangeAgenda =
  | CannotMeet
  | { readonly kind: 'agenda-full'; readonly most: number }
  | { readonly kind: 'unknown-commitment' }
  | { readonly kind: 'unknown-agenda-item' };

export async function proposeAgendaItem(
  stores: Stores,
  actor: Actor,
  request: Sent & AboutMeeting & { readonly words: string; readonly about: { edition: string; item: string } | null },
  now: Date,
): Promise<Result<null, CannotChangeAgenda>> {
  return await sentOnce<null, CannotChangeAgenda>(
    stores,
    { actor, act: 'propose-agenda-item', request, now },
    async (all) => {
      const entered = await enterMeeting(all, actor, { act: 'propose-agenda-item', ...request });
      if (!entered.ok) return entered;
      const { meeting, voice, by } = entered.value;
      const words = readText(request.words, { field: 'item', most: COMMITTEE_LENGTHS.item });
      if (!words.ok) return words;
      const { about } = request;
      if (about !== null && commitmentKeyOf(about.item) === null) return refuse({ kind: 'unknown-commitment' });
      if (meeting.agenda.length >= MOST_AGENDA_ITEMS) return refuse({ kind: 'agenda-full', most: MOST_AGENDA_ITEMS });
      const item = { words: words.value, about, proposedAs: voice ?? ('member' as const), by, at: now };
      const id = await all.committees.meetings.addItem(meeting.id, item);
      const says = { meeting: meeting.number, item: id };
      await recordInCommittee(all, entered.value, { act: 'propose-agenda-item', says, at: now });
      return accept(null);
    },
  );
}

/** What a side put there is taken off by that side alone; what a member put there, by either. */
export async function takeOffAgenda(
  stores: Stores,
  actor: Actor,
  request: AboutMeeting & { readonly item: number },
  now: Date,
): Promise<Result<null, CannotChangeAgenda>> {
  return await stores.together<null, CannotChangeAgenda>(async (all) => {
    const entered = await enterMeeting(all, actor, { act: 'call-committee-meeting', ...request });
    if (!entered.ok) return entered;
    const { meeting, voice } = entered.value;
    const item = meeting.agenda.find(({ id }) => id === request.item);
    if (item === undefined || (item.proposedAs !== 'member' && item.proposedAs !== voice))
      return refuse({ kind: 'unknown-agenda-item' });
    if (!(await all.committees.meetings.removeItem(meeting.id, item.id, now)))
      return refuse({ kind: 'unknown-agenda-item' });
    const says = { meeting: meeting.number, item: item.id, removed: true };
    await recordInCommittee(all, entered.value, { act: 'propose-agenda-item', says, at: now });
    return accept(null);
  });
}

export async function enterMeeting(
  all: Stores,
  actor: Actor,
  request: AboutMeeting & { readonly act: 'call-committee-meeting' | 'propose-agenda-item' },
): Promise<Result<InCommittee & { readonly meeting: Meeting }, CannotMeet>> {
  const entered = await enterCommittee(all, actor, request);
  if (!entered.ok) return entered;
  const meeting = await all.committees.meetings.find(request.committee, request.meeting);
  if (meeting === null) return refuse({ kind: 'unknown-meeting' });
  return meeting.cancelledAt === null ? accept({ ...entered.value, meeting }) : refuse({ kind: 'meeting-cancelled' });
}

async function tellMeeting(
  all: Stores,
  { committee, placeName, by }: InCommittee,
  given: {
    readonly what: 'called' | 'changed' | 'cancelled';
    readonly words: MeetingWords;
    readonly number: number;
    readonly at: Date;
  },
): Promise<void> {
  const { startsAt, zone, location } = given.words;
  const content = {
    kind: 'committee-meeting',
    what: given.what,
    place: placeName,
    placeKind: committee.place.kind,
    startsAt: startsAt.toISOString(),
    zone,
    location,
    path: `${committeePath(committee.place)}/seances/${committee.id}-${given.number}`,
  } as const;
  await tellCommittee(all, { committee, content, at: given.at, but: by });
}

function readMeeting(words: MeetingWords, now: Date): Result<MeetingWords, CannotMeet> {
  const { startsAt, endsAt, zone, open } = words;
  const location = readText(words.location, { field: 'location', most: COMMITTEE_LENGTHS.location });
  if (!location.ok) return location;
  const long = endsAt.getTime() - startsAt.getTime();
  if (long <= 0 || long > LONGEST_HOURS * HOUR) return refuse({ kind: 'meeting-too-long', hours: LONGEST_HOURS });
  // A meeting that was held may be written down later, to keep its minutes.
  if (Math.abs(startsAt.getTime() - now.getTime()) > YEARS_AWAY * 366 * 24 * HOUR)
    return refuse({ kind: 'meeting-too-far' });
  return accept({ startsAt, endsAt, zone, open, location: location.value });
}
