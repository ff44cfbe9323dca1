/**
 * The national team asks the country about an edition that is being written: which one, what, and when. About the local edition
 * of a collective its coordinators ask, and nobody else: when their own words become public is theirs to say.
 */
import { pass, type Actor } from '#domain/access/gate.ts';
import { CONSULTATION_DAYS, CONSULTATION_ZONE } from '#domain/consultation/consultation.ts';
import { dayAfter, dayIn, endOfDay, isDay } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { signerOf } from '../campaign/find-request.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import type { AnnouncedConsultation, ConsultedDraft } from '#domain/consultation/kept.ts';
import { stateOf } from '../workbench/enter-draft.ts';
import {
  concernsOf,
  enterConsultation,
  recordConsultation,
  type CannotEnterConsultation,
} from './enter-consultation.ts';
import { tellOfCancelling } from './consultation-mails.ts';

export const ANNOUNCED_LIMITS = { title: 160, words: 6000, reason: 1000 } as const;

/** As typed; days included, in Paris. */
export type ConsultationAsked = {
  readonly title: string;
  readonly words: string;
  readonly opensOn: string;
  readonly closesOn: string;
};

export type CannotAnnounceConsultation =
  | CannotEnterConsultation
  | BadText
  | { readonly kind: 'unknown-draft' }
  | { readonly kind: 'draft-without-measures' }
  | { readonly kind: 'not-a-day'; readonly field: 'opens' | 'closes' }
  | { readonly kind: 'opens-in-the-past' }
  | { readonly kind: 'bad-duration'; readonly least: number; readonly most: number }
  /** One at a time on a draft. */
  | { readonly kind: 'consultation-under-way'; readonly consultation: number };

export async function announceConsultation(
  stores: Stores,
  actor: Actor,
  request: Sent & ConsultationAsked & { readonly draft: number },
  now: Date,
): Promise<Result<{ readonly id: number }, CannotAnnounceConsultation>> {
  const act = 'announce-consultation';
  return await sentOnce<{ id: number }, CannotAnnounceConsultation>(
    stores,
    { actor, act, request, now },
    async (all) => {
      // Held: it is neither published nor given up between what is read of it here and the end.
      await all.workbench.lock(request.draft);
      const found = await all.consultations.draft(request.draft);
      const { collective } = found ?? { collective: null };
      const passed = pass(actor, {
        act,
        state: stateOf({ state: 'open', collective }),
        concerns: concernsOf({ collective }),
      });
      if (!passed.ok) return passed;
      const words = readAnnounced(found, request, now);
      if (!words.ok) return words;
      const under = await all.consultations.underWay(request.draft);
      if (under !== null) return refuse({ kind: 'consultation-under-way', consultation: under.id });
      const id = await all.consultations.announce({ ...words.value, at: now });
      const { draft, opensOn, closesOn, measures } = words.value;
      await all.journal.append({
        at: now,
        act,
        actor: passed.value,
        subject: { kind: 'consultation', id },
        says: { by: signerOf(actor), draft, opensOn, closesOn, measures: measures.length },
      });
      return accept({ id });
    },
  );
}

/** Before it opens; the words of the draft are taken anew. */
export async function changeConsultation(
  stores: Stores,
  actor: Actor,
  request: ConsultationAsked & { readonly consultation: number },
  now: Date,
): Promise<Result<null, CannotAnnounceConsultation>> {
  return await stores.together<null, CannotAnnounceConsultation>(async (all) => {
    const act = 'change-consultation';
    const entered = await enterConsultation(
      all,
      actor,
      { act, consultation: request.consultation, hold: 'alone' },
      now,
    );
    if (!entered.ok) return entered;
    const { draft } = entered.value.consultation;
    await all.workbench.lock(draft);
    const words = readAnnounced(await all.consultations.draft(draft), { ...request, draft }, now);
    if (!words.ok) return words;
    await all.consultations.change(request.consultation, words.value);
    const { opensOn, closesOn, measures } = words.value;
    const says = { opensOn, closesOn, measures: measures.length };
    await recordConsultation(all, entered.value, { act, actor, says, at: now });
    return accept(null);
  });
}

/**
 * With a reason that everybody reads. Votes are erased, nothing is counted; what was written stays readable. Whoever asked to be
 * told is told, and their address is erased.
 */
export async function cancelConsultation(
  stores: Stores,
  actor: Actor,
  request: { readonly consultation: number; readonly reason: string },
  now: Date,
): Promise<Result<null, CannotEnterConsultation | BadText>> {
  return await stores.together<null, CannotEnterConsultation | BadText>(async (all) => {
    const act = 'cancel-consultation';
    const entered = await enterConsultation(
      all,
      actor,
      { act, consultation: request.consultation, hold: 'alone' },
      now,
    );
    if (!entered.ok) return entered;
    const reason = readText(request.reason, { field: 'reason', most: ANNOUNCED_LIMITS.reason });
    if (!reason.ok) return reason;
    const asked = await all.consultations.cancel(request.consultation, { at: now, reason: reason.value });
    await tellOfCancelling(all, { ...entered.value, asked, reason: reason.value, at: now });
    await recordConsultation(all, entered.value, { act, actor, says: { reason: reason.value }, at: now });
    return accept(null);
  });
}

function readAnnounced(
  found: ConsultedDraft | null,
  { draft, ...typed }: ConsultationAsked & { readonly draft: number },
  now: Date,
): Result<AnnouncedConsultation, CannotAnnounceConsultation> {
  if (found === null) return refuse({ kind: 'unknown-draft' });
  if (found.measures.length === 0) return refuse({ kind: 'draft-without-measures' });
  const title = readText(typed.title, { field: 'title', most: ANNOUNCED_LIMITS.title });
  if (!title.ok) return title;
  const words = readText(typed.words, { field: 'words', most: ANNOUNCED_LIMITS.words, optional: true });
  if (!words.ok) return words;
  const { opensOn, closesOn } = typed;
  if (!isDay(opensOn)) return refuse({ kind: 'not-a-day', field: 'opens' });
  if (!isDay(closesOn)) return refuse({ kind: 'not-a-day', field: 'closes' });
  if (opensOn < dayIn(now, CONSULTATION_ZONE)) return refuse({ kind: 'opens-in-the-past' });
  if (
    closesOn < dayAfter(opensOn, CONSULTATION_DAYS.least - 1) ||
    closesOn > dayAfter(opensOn, CONSULTATION_DAYS.most - 1)
  )
    return refuse({ kind: 'bad-duration', ...CONSULTATION_DAYS });
  const opensAt = endOfDay(dayAfter(opensOn, -1), CONSULTATION_ZONE);
  const closesAt = endOfDay(closesOn, CONSULTATION_ZONE);
  const { measures, head } = found;
  return accept({
    draft,
    title: title.value,
    words: words.value,
    opensOn,
    closesOn,
    opensAt,
    closesAt,
    measures,
    head,
  });
}
