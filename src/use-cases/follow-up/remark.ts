/** Somebody who is neither of the two voices adds what they know, signed; it may be withdrawn, reported, hidden with a reason. */
import { pass, type Actor, type NotAllowed, type Role } from '#domain/access/gate.ts';
import { checkEvidence, type BadEvidence } from '#domain/follow-up/check-evidence.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { SENTENCE_LIMIT } from '#domain/follow-up/check-assessment.ts';
import type { EvidenceItem } from '#domain/follow-up/evidence.ts';
import type { FollowedPact } from '#domain/follow-up/followed-pact.ts';
import { isFollowed } from '#domain/follow-up/promised.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { signerOf } from '../campaign/find-request.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { voicesOf } from './enter-follow-up.ts';
import { documentsOf } from './say-assessment.ts';

export const REMARKS_A_DAY = 10;
export const NAME_LIMIT = 120;
export const QUALITY_LIMIT = 160;
export const REASON_LIMIT = 1000;
const DAY = 86_400_000;

type Unknown = { readonly kind: 'unknown-pact' | 'unknown-commitment' };
export type CannotRemark =
  | NotAllowed
  | Unknown
  | BadEvidence
  | { readonly kind: 'not-promised' | 'sentence-missing' | 'remark-name-missing' | 'reason-missing' | 'unknown-remark' }
  | { readonly kind: 'words-too-long'; readonly limit: number }
  | { readonly kind: 'too-many-remarks'; readonly limit: number }
  /** They may speak here for one of the two voices: what they say is said in its name. */
  | { readonly kind: 'own-voice'; readonly voice: Voice };

export type AddRemark = {
  readonly pact: number;
  readonly item: string;
  /** As they sign, and who they are here (« présidente de Vélo 94 »); the second may be empty. */
  readonly name: string;
  readonly quality: string;
  readonly sentence: string;
  readonly evidence: readonly EvidenceItem[];
};

export async function addRemark(
  stores: Stores,
  actor: Actor,
  request: Sent & AddRemark,
  now: Date,
): Promise<Result<{ readonly id: number }, CannotRemark>> {
  const [name, quality, sentence] = [request.name, request.quality, request.sentence].map(tidy) as Three;
  return await sentOnce<{ id: number }, CannotRemark>(
    stores,
    { actor, act: 'add-remark', request, now },
    async (all) => {
      const entered = await enterRemark(all, actor, { ...request, lock: true }, now);
      if (!entered.ok) return entered;
      const { pact, role } = entered.value;
      if (name === '') return refuse({ kind: 'remark-name-missing' });
      if (sentence === '') return refuse({ kind: 'sentence-missing' });
      for (const [text, limit] of [
        [name, NAME_LIMIT],
        [quality, QUALITY_LIMIT],
        [sentence, SENTENCE_LIMIT],
      ] as const) {
        if (text.length > limit) return refuse({ kind: 'words-too-long', limit });
      }
      const bad = checkEvidence(request.evidence, dayIn(now, pact.zone));
      if (bad !== null) return refuse(bad);
      const person = signerOf(actor);
      const { item, evidence } = request;
      const id = await all.assessments.remarks.add({
        pact: pact.id,
        item,
        name,
        quality,
        sentence,
        evidence,
        person,
        at: now,
      });
      await all.assessments.holdDocuments(`remark ${id}`, documentsOf(evidence));
      // The name stands in the row alone, where it can be erased.
      await journal(all, { act: 'add-remark', actor: role, by: person, remark: id, pact: pact.id, item }, now);
      return accept({ id });
    },
  );
}

/** Whether this person may add one now, whatever it says: asked before a file of theirs is looked at. */
export async function enterRemark(
  all: Stores,
  actor: Actor,
  { lock = false, ...of }: { readonly pact: number; readonly item: string; readonly lock?: boolean },
  now: Date,
): Promise<Result<{ readonly pact: FollowedPact; readonly role: Role }, CannotRemark>> {
  const found = await promiseOf(all, of, { lock });
  if (!found.ok) return found;
  const { pact, state } = found.value;
  if (state === 'not-promised') return refuse({ kind: 'not-promised' });
  const passed = pass(actor, { act: 'add-remark', state });
  if (!passed.ok) return passed;
  const [voice] = voicesOf(actor, pact);
  if (voice !== undefined) return refuse({ kind: 'own-voice', voice });
  const today = await all.assessments.remarks.addedSince(signerOf(actor), new Date(now.getTime() - DAY));
  if (today >= REMARKS_A_DAY) return refuse({ kind: 'too-many-remarks', limit: REMARKS_A_DAY });
  return accept({ pact, role: passed.value });
}

export type OfRemark = { readonly pact: number; readonly item: string; readonly remark: number };

/** Shown no longer: whoever wrote it takes it back. */
export async function withdrawRemark(
  stores: Stores,
  actor: Actor,
  request: OfRemark,
  now: Date,
): Promise<Result<null, CannotRemark>> {
  return await stores.together<null, CannotRemark>(async (all) => {
    const found = await standing(all, request);
    if (!found.ok) return found;
    const { state, person } = found.value;
    const passed = pass(actor, { act: 'withdraw-remark', state, concerns: person === null ? {} : { person } });
    if (!passed.ok) return passed;
    await all.assessments.remarks.withdraw(request.remark, now);
    await journal(all, { act: 'withdraw-remark', actor: passed.value, by: signerOf(actor), ...request }, now);
    return accept(null);
  });
}

/** Anybody tells the national team, with a reason; it stays until they decide. */
export async function reportRemark(
  stores: Stores,
  actor: Actor,
  request: OfRemark & { readonly reason: string },
  now: Date,
): Promise<Result<null, CannotRemark>> {
  return await withReason(stores, { actor, act: 'report-remark', request, now }, async (all, { placeName, reason }) => {
    await all.assessments.reports.add({ said: { remark: request.remark }, document: null, reason, at: now });
    const path = pathOf(request);
    for (const person of await all.assessments.nationalTeam()) {
      await all.mail.queue({
        to: { person },
        content: { kind: 'remark-reported', place: placeName, reason, path },
        at: now,
      });
    }
  });
}

/** Neither side may: what it says is replaced by the reason, which is public. */
export async function hideRemark(
  stores: Stores,
  actor: Actor,
  request: OfRemark & { readonly reason: string },
  now: Date,
): Promise<Result<null, CannotRemark>> {
  return await withReason(
    stores,
    { actor, act: 'hide-remark', request, now },
    async (all, { placeName, reason, person }) => {
      await all.assessments.remarks.hide(request.remark, { at: now, reason });
      if (person === null) return;
      const content = { kind: 'remark-hidden', place: placeName, reason, path: pathOf(request) } as const;
      await all.mail.queue({ to: { person }, content, at: now });
    },
  );
}

type Standing = {
  readonly state: 'in-office' | 'in-opposition';
  readonly person: string | null;
  readonly placeName: string;
};
type Reasoned = {
  readonly actor: Actor;
  readonly act: 'report-remark' | 'hide-remark';
  readonly request: OfRemark & { readonly reason: string };
  readonly now: Date;
};

async function withReason(
  stores: Stores,
  { actor, act, request, now }: Reasoned,
  work: (all: Stores, found: Standing & { readonly reason: string }) => Promise<void>,
): Promise<Result<null, CannotRemark>> {
  const reason = tidy(request.reason);
  return await stores.together<null, CannotRemark>(async (all) => {
    const found = await standing(all, request);
    if (!found.ok) return found;
    const passed = pass(actor, { act, state: found.value.state });
    if (!passed.ok) return passed;
    if (reason === '') return refuse({ kind: 'reason-missing' });
    if (reason.length > REASON_LIMIT) return refuse({ kind: 'words-too-long', limit: REASON_LIMIT });
    await work(all, { ...found.value, reason });
    const { pact, item, remark } = request;
    await journal(all, { act, actor: passed.value, by: signerOf(actor), pact, item, remark, reason }, now);
    return accept(null);
  });
}

/** One that is shown: withdrawn or hidden already, it looks as if it never was. */
async function standing(all: Stores, { pact, item, remark }: OfRemark): Promise<Result<Standing, CannotRemark>> {
  const found = await promiseOf(all, { pact, item }, { lock: false });
  if (!found.ok) return found;
  const kept = await all.assessments.remarks.lock({ pact, item, id: remark });
  if (kept === null || kept.withdrawn || kept.hidden) return refuse({ kind: 'unknown-remark' });
  return accept({ state: found.value.pact.state, person: kept.person, placeName: found.value.pact.placeName });
}

async function promiseOf(
  all: Stores,
  { pact: id, item }: { readonly pact: number; readonly item: string },
  options: { readonly lock: boolean },
) {
  const pact = await all.assessments.pact(id, options);
  if (pact === null) return refuse({ kind: 'unknown-pact' as const });
  const promised = await all.assessments.promised(id, item);
  if (promised === null) return refuse({ kind: 'unknown-commitment' as const });
  return accept({ pact, state: isFollowed(promised) ? pact.state : ('not-promised' as const) });
}

async function journal(
  all: Stores,
  {
    act,
    actor,
    pact,
    ...says
  }: {
    readonly act: 'add-remark' | 'withdraw-remark' | 'report-remark' | 'hide-remark';
    readonly actor: string;
    readonly by: string;
    readonly pact: number;
    readonly item: string;
    readonly remark: number;
    readonly reason?: string;
  },
  at: Date,
): Promise<void> {
  await all.journal.append({ at, act, actor, subject: { kind: 'pact', id: pact }, says: { ...says } });
}

function pathOf({ pact, item, remark }: OfRemark): string {
  return `/pactes/${pact}/suivi/${item}#remarque-${remark}`;
}

type Three = [string, string, string];

function tidy(text: string): string {
  return text.trim().normalize('NFC');
}
