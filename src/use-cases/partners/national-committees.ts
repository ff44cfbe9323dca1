/** Who sits in the national committees, how many votes decide, and what was decided: said by the national team, never changed in silence. */
import { pass, type Act, type Actor, type NotAllowed, type Person, type Role } from '#domain/access/gate.ts';
import {
  DECISION_DOCUMENTS,
  DECISION_LIMIT,
  DECISION_REASON_LIMIT,
  type DecisionDocument,
  type NationalCommittee,
  type NationalDecision,
} from '#domain/partners/national-committee.ts';
import { NAME_LIMIT, PARTNER_REASON_LIMIT, QUALITY_LIMIT } from '#domain/partners/organisation.ts';
import { readWebsite } from '#domain/partners/website.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { tellJournal } from './enter-organisation.ts';

export type CannotKeepCommittee =
  | NotAllowed
  | BadText
  | { readonly kind: 'unknown-account' }
  | { readonly kind: 'unknown-organisation' }
  | { readonly kind: 'seat-held' }
  | { readonly kind: 'unknown-seat' }
  | { readonly kind: 'bad-day' }
  | { readonly kind: 'bad-number' }
  | { readonly kind: 'rule-of-that-day' }
  | { readonly kind: 'bad-documents'; readonly line: string }
  | { readonly kind: 'unknown-decision' }
  | { readonly kind: 'changed-meanwhile' };

type Kept = Result<null, CannotKeepCommittee>;

export type NameMember = {
  readonly committee: NationalCommittee;
  readonly email: string;
  readonly quality: string;
  /** Number of a partner, when they sit for one. */
  readonly organisation: number | null;
  /** YYYY-MM-DD */
  readonly since: string;
};

export async function nameNationalMember(stores: Stores, actor: Actor, request: NameMember, now: Date): Promise<Kept> {
  const act = 'name-national-member';
  const { committee, organisation: id, since } = request;
  return await asTeam(stores, actor, { act, now }, async (all) => {
    const quality = readText(request.quality, { field: 'qualite', most: QUALITY_LIMIT });
    if (!quality.ok) return quality;
    if (!isPastDay(since, now)) return refuse({ kind: 'bad-day' });
    const person = await all.roles.personWithEmail(request.email.trim());
    if (person === null) return refuse({ kind: 'unknown-account' });
    const organisation = id === null ? null : await all.partners.lock(id);
    if (id !== null && organisation?.state !== 'partner-accepted') return refuse({ kind: 'unknown-organisation' });
    const member = {
      ...{ committee, person, since, quality: quality.value, at: now },
      ...{ organisation: organisation?.id ?? null, organisationName: organisation?.name ?? '' },
    };
    const seat = await all.partners.name(member);
    return seat === null ? refuse({ kind: 'seat-held' }) : accept({ committee, says: { seat, person } });
  });
}

export async function endNationalMember(
  stores: Stores,
  actor: Actor,
  request: { readonly seat: number },
  now: Date,
): Promise<Kept> {
  const act = 'end-national-member';
  return await asTeam(stores, actor, { act, now }, async (all) => {
    const held = await all.partners.lockSeat(request.seat);
    if (held === null || held.until !== null) return refuse({ kind: 'unknown-seat' });
    await all.partners.endSeat(held.id, later(held.since, dayIn(now, 'Europe/Paris')));
    return accept({ committee: held.committee, says: { seat: held.id } });
  });
}

/** Each member says for themselves whether their name is shown. '' : not. */
export async function showOwnSeat(
  stores: Stores,
  actor: Person,
  { committee, shownName }: { readonly committee: NationalCommittee; readonly shownName: string },
  now: Date,
): Promise<Kept> {
  const act = 'show-national-member';
  return await stores.together(async (all): Promise<Kept> => {
    const seat = await all.partners.seatOf(committee, actor.id);
    if (seat === null) return refuse({ kind: 'unknown-seat' });
    const passed = pass(actor, { act, state: 'none', concerns: { person: seat.person ?? '' } });
    if (!passed.ok) return passed;
    const shown = readText(shownName, { field: 'nom', most: NAME_LIMIT, optional: true });
    if (!shown.ok) return shown;
    await all.partners.showSeat(seat.id, shown.value === '' ? null : shown.value);
    const subject = { kind: 'national-committee', id: committee } as const;
    const says = { seat: seat.id, shown: shown.value !== '' };
    await tellJournal(all, actor, { act, role: passed.value, subject, says, at: now });
    return accept(null);
  });
}

export async function setNationalRule(
  stores: Stores,
  actor: Actor,
  {
    committee,
    since,
    votesNeeded,
  }: { readonly committee: NationalCommittee; readonly since: string; readonly votesNeeded: number | null },
  now: Date,
): Promise<Kept> {
  const act = 'set-national-rule';
  return await asTeam(stores, actor, { act, now }, async (all) => {
    // A rule of yesterday would change what was decided under the one before.
    if (!isDay(since) || since < dayIn(now, 'Europe/Paris')) return refuse({ kind: 'bad-day' });
    if (votesNeeded === null || votesNeeded < 1 || votesNeeded > 50) return refuse({ kind: 'bad-number' });
    const added = await all.partners.addRule({ committee, since, votesNeeded, at: now });
    return added ? accept({ committee, says: { since, votesNeeded } }) : refuse({ kind: 'rule-of-that-day' });
  });
}

export type DecisionTyped = {
  readonly committee: NationalCommittee;
  readonly decidedOn: string;
  readonly what: string;
  readonly why: string;
  /** One a line: what it is called, a space, its address. */
  readonly documents: string;
};

export async function recordNationalDecision(
  stores: Stores,
  actor: Actor,
  request: DecisionTyped & Sent,
  now: Date,
): Promise<Result<{ readonly decision: number }, CannotKeepCommittee>> {
  const act = 'record-national-decision';
  type Done = { readonly decision: number };
  return await sentOnce<Done, CannotKeepCommittee>(stores, { actor, act, request, now }, async (all) => {
    const passed = pass(actor, { act, state: 'none' });
    if (!passed.ok) return passed;
    const read = readDecision(request, now);
    if (!read.ok) return read;
    const decision = await all.partners.recordDecision(read.value, now);
    const subject = { kind: 'national-committee', id: request.committee } as const;
    const { decidedOn, what } = read.value;
    await tellJournal(all, actor, { act, role: passed.value, subject, says: { decision, decidedOn, what }, at: now });
    return accept({ decision });
  });
}

export async function correctNationalDecision(
  stores: Stores,
  actor: Actor,
  request: Omit<DecisionTyped, 'committee'> & {
    readonly decision: number;
    readonly version: number;
    readonly reason: string;
  },
  now: Date,
): Promise<Kept> {
  const act = 'correct-national-decision';
  return await asTeam(stores, actor, { act, now }, async (all) => {
    const before = await all.partners.lockDecision(request.decision);
    if (before === null) return refuse({ kind: 'unknown-decision' });
    if (before.version !== request.version) return refuse({ kind: 'changed-meanwhile' });
    const reason = readText(request.reason, { field: 'motif', most: PARTNER_REASON_LIMIT });
    if (!reason.ok) return reason;
    const read = readDecision({ ...request, committee: before.committee }, now);
    if (!read.ok) return read;
    await all.partners.correctDecision(request.decision, read.value, { reason: reason.value, at: now });
    const { committee } = before;
    return accept({ committee, says: { decision: request.decision, committee, reason: reason.value } });
  });
}

/** What was done, in which committee: the work alone finds that of a seat or of a decision. */
type DoneByTeam = { readonly committee: NationalCommittee; readonly says: { readonly [key: string]: Json } };

async function asTeam(
  stores: Stores,
  actor: Actor,
  { act, now }: { readonly act: Act; readonly now: Date },
  work: (all: Stores) => Promise<Result<DoneByTeam, CannotKeepCommittee>>,
): Promise<Kept> {
  return await stores.together(async (all): Promise<Kept> => {
    const passed: Result<Role, NotAllowed> = pass(actor, { act, state: 'none' });
    if (!passed.ok) return passed;
    const done = await work(all);
    if (!done.ok) return done;
    const { committee, says } = done.value;
    const subject = { kind: 'national-committee', id: committee } as const;
    await tellJournal(all, actor, { act, role: passed.value, subject, says, at: now });
    return accept(null);
  });
}

function readDecision(typed: DecisionTyped, now: Date): Result<NationalDecision, CannotKeepCommittee> {
  const what = readText(typed.what, { field: 'decision', most: DECISION_LIMIT });
  if (!what.ok) return what;
  const why = readText(typed.why, { field: 'pourquoi', most: DECISION_REASON_LIMIT, optional: true });
  if (!why.ok) return why;
  if (!isPastDay(typed.decidedOn, now)) return refuse({ kind: 'bad-day' });
  const documents: DecisionDocument[] = [];
  for (const line of typed.documents.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, label = '', address = ''] = /^(.*?)\s*(\S+)$/u.exec(line) ?? [];
    const site = readWebsite(address);
    const named = readText(label, { field: 'documents', most: NAME_LIMIT });
    if (site === null || !named.ok || !/^https?:\/\//u.test(address) || documents.length === DECISION_DOCUMENTS)
      return refuse({ kind: 'bad-documents', line: line.slice(0, NAME_LIMIT) });
    documents.push({ label: named.value, url: new URL(address).href });
  }
  const { committee, decidedOn } = typed;
  return accept({ committee, decidedOn, what: what.value, why: why.value, documents });
}

function isPastDay(day: string, now: Date): boolean {
  return isDay(day) && day >= '2015-01-01' && day <= dayIn(now, 'Europe/Paris');
}

/** A day of the calendar, YYYY-MM-DD. */
function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day)) return false;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
