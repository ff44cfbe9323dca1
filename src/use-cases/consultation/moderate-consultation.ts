/**
 * What should not be read: anybody reports it, whoever runs the consultation (the national team; of a local edition its
 * coordinators too) hides it with a reason that is public, or leaves it. What should not be counted: they take participations out of the votes, with a reason, and that they did is public for ever.
 */
import { pass, type Actor, type NotAllowed, type Role } from '#domain/access/gate.ts';
import { burstsOf, type Burst } from '#domain/consultation/bursts.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import { REPORTS_PATH } from '../negotiation/report-words.ts';
import type { Stores } from '../stores.ts';
import { tellCoordinators, tellNationalTeam } from '../collectives/tell.ts';
import { consultationDeskPath, contributionPath } from './consultation-mails.ts';
import type { KeptContribution, ReportedContribution } from '#domain/consultation/kept.ts';
import type { OfContribution } from './contribute.ts';
import {
  concernsOf,
  enterConsultation,
  recordConsultation,
  type CannotEnterConsultation,
  type EnteredConsultation,
} from './enter-consultation.ts';

export const MODERATION_REASON = 1000;

export type CannotModerate =
  | CannotEnterConsultation
  | BadText
  | { readonly kind: 'unknown-contribution' }
  | { readonly kind: 'unknown-report' }
  | { readonly kind: 'no-such-burst' };

/** Anybody, with a reason; it stays as it is until the team decides, which the first report tells. Who reported is not kept. */
export async function reportContribution(
  stores: Stores,
  actor: Actor,
  request: OfContribution & { readonly reason: string },
  now: Date,
): Promise<Result<null, CannotModerate>> {
  return await withReason(stores, actor, { ...request, act: 'report-contribution' }, now, async (all, of) => {
    const { kept, reason } = of;
    const { waitedBefore } = await all.consultations.report({ contribution: kept.id, reason, at: now });
    // Who decides was told, and finds all reasons on one page: a hundred reports of anybody are not a hundred mails.
    if (waitedBefore) return;
    const { id, collective } = of.consultation;
    const content = { kind: 'contribution-reported', about: kept.about, reason } as const;
    await tellNationalTeam(all, { content: { ...content, path: REPORTS_PATH }, at: now });
    if (collective !== null)
      await tellCoordinators(all, collective, { content: { ...content, path: consultationDeskPath(id) }, at: now });
  });
}

/** Its words are replaced by the reason for everybody but whoever wrote it; they stay in its row. */
export async function hideContribution(
  stores: Stores,
  actor: Actor,
  request: OfContribution & { readonly reason: string },
  now: Date,
): Promise<Result<null, CannotModerate>> {
  return await withReason(stores, actor, { ...request, act: 'hide-contribution' }, now, async (all, of) => {
    await all.consultations.hide(of.kept.id, { at: now, reason: of.reason });
    await tellAuthor(all, { ...of, kind: 'contribution-hidden' }, now);
  });
}

/** Hidden by mistake: everybody reads it again. The reason is kept in the journal; reports that waited before are settled. */
export async function showContribution(
  stores: Stores,
  actor: Actor,
  request: OfContribution & { readonly reason: string },
  now: Date,
): Promise<Result<null, CannotModerate>> {
  return await withReason(stores, actor, { ...request, act: 'show-contribution' }, now, async (all, of) => {
    await all.consultations.show(of.kept.id, now);
    await tellAuthor(all, { ...of, kind: 'contribution-shown' }, now);
  });
}

/** If they asked to be told. Until the count their address waits for what comes next; after it this is the last they hear. */
async function tellAuthor(
  all: Stores,
  { consultation, kept, reason, kind }: OfModeration & { readonly kind: 'contribution-hidden' | 'contribution-shown' },
  now: Date,
): Promise<void> {
  if (kept.toldTo === null) return;
  const path = contributionPath({ consultation: consultation.id, contribution: kept.id });
  const isLast = consultation.count !== null && (kind === 'contribution-hidden' || kept.answers > 0);
  await all.mail.queue({ to: kept.toldTo, content: { kind, about: kept.about, reason, isLast, path }, at: now });
  if (isLast) await all.consultations.stopTelling(kept.id);
}

type OfModeration = EnteredConsultation & { readonly kept: KeptContribution; readonly reason: string };

async function withReason(
  stores: Stores,
  actor: Actor,
  request: OfContribution & {
    readonly reason: string;
    readonly act: 'report-contribution' | 'hide-contribution' | 'show-contribution';
  },
  now: Date,
  work: (all: Stores, of: OfModeration) => Promise<void>,
): Promise<Result<null, CannotModerate>> {
  const { act, consultation, contribution } = request;
  return await stores.together<null, CannotModerate>(async (all) => {
    const entered = await enterConsultation(all, actor, { act, consultation, hold: 'share' }, now);
    if (!entered.ok) return entered;
    const kept = await all.consultations.lockContribution({ consultation, id: contribution });
    if (kept === null || kept.withdrawn || kept.hidden !== (act === 'show-contribution'))
      return refuse({ kind: 'unknown-contribution' });
    const reason = readText(request.reason, { field: 'reason', most: MODERATION_REASON });
    if (!reason.ok) return reason;
    await work(all, { ...entered.value, kept, reason: reason.value });
    await recordConsultation(all, entered.value, { act, actor, says: { contribution, reason: reason.value }, at: now });
    return accept(null);
  });
}

/** Of the whole country, oldest first. */
export async function seeContributionReports(
  stores: Stores,
  actor: Actor,
): Promise<Result<readonly ReportedContribution[], NotAllowed>> {
  const passed = pass(actor, { act: 'see-consultation-desk', state: 'none' });
  return passed.ok ? accept(await stores.consultations.reports()) : passed;
}

/** Of one consultation, oldest first. */
export async function seeReportsOf(
  stores: Stores,
  actor: Actor,
  consultation: number,
): Promise<Result<readonly ReportedContribution[], NotAllowed>> {
  const passed = await seeDeskOf(stores, actor, consultation);
  return passed.ok ? accept(await stores.consultations.reports(consultation)) : passed;
}

/** Of one that there is not, the gate is asked without its collective. */
export async function seeDeskOf(stores: Stores, actor: Actor, id: number): Promise<Result<Role, NotAllowed>> {
  const consultation = await stores.consultations.find(id);
  const concerns = consultation === null ? {} : concernsOf(consultation);
  return pass(actor, { act: 'see-consultation-desk', state: 'none', concerns });
}

/** What was reported stays as it is. */
export async function leaveContribution(
  stores: Stores,
  actor: Actor,
  { consultation, report }: { readonly consultation: number; readonly report: number },
  now: Date,
): Promise<Result<null, CannotModerate>> {
  return await stores.together<null, CannotModerate>(async (all) => {
    const act = 'settle-contribution-report';
    const entered = await enterConsultation(all, actor, { act, consultation, hold: 'share' }, now);
    if (!entered.ok) return entered;
    const settled = await all.consultations.settleReport(report, now);
    if (settled?.consultation !== consultation) return refuse({ kind: 'unknown-report' });
    await recordConsultation(all, entered.value, { act, actor, says: { report }, at: now });
    return accept(null);
  });
}

/** Domains are shown to moderators alone, and to nobody after the count. */
export async function seeBursts(
  stores: Stores,
  actor: Actor,
  { consultation }: { readonly consultation: number },
): Promise<Result<readonly Burst[], NotAllowed>> {
  const passed = await seeDeskOf(stores, actor, consultation);
  return passed.ok ? accept(burstsOf(await stores.consultations.confirmed(consultation))) : passed;
}

/** One burst, as it stands now: its votes are counted no more, and said apart with the reason. */
export async function withdrawBurst(
  stores: Stores,
  actor: Actor,
  request: {
    readonly consultation: number;
    readonly domain: string;
    /** Its beginning, as the page showed it. */
    readonly from: Date;
    readonly reason: string;
  },
  now: Date,
): Promise<Result<{ readonly participations: number }, CannotModerate>> {
  return await stores.together<{ participations: number }, CannotModerate>(async (all) => {
    const act = 'withdraw-participations';
    const { consultation } = request;
    const entered = await enterConsultation(all, actor, { act, consultation, hold: 'alone' }, now);
    if (!entered.ok) return entered;
    const reason = readText(request.reason, { field: 'reason', most: MODERATION_REASON });
    if (!reason.ok) return reason;
    const burst = burstsOf(await all.consultations.confirmed(consultation)).find(
      ({ domain, from }) => domain === request.domain && from.getTime() === request.from.getTime(),
    );
    if (burst === undefined) return refuse({ kind: 'no-such-burst' });
    const taken = { actor, participations: burst.participations, reason: reason.value };
    return accept(await withdrawTogether(all, entered.value, taken, now));
  });
}

/** Their votes are said apart, what they wrote is hidden, all for one public reason; each author who asked to be told is. */
export async function withdrawTogether(
  all: Stores,
  entered: EnteredConsultation,
  {
    actor,
    participations: meant,
    reason,
  }: { readonly actor: Actor; readonly participations: readonly number[]; readonly reason: string },
  now: Date,
): Promise<{ readonly participations: number }> {
  const { id: consultation } = entered.consultation;
  const of = { consultation, participations: meant, reason, at: now };
  const { toTell, ...done } = await all.consultations.withdrawParticipations(of);
  for (const id of toTell) {
    const kept = await all.consultations.lockContribution({ consultation, id });
    if (kept !== null) await tellAuthor(all, { ...entered, kept, reason, kind: 'contribution-hidden' }, now);
  }
  const act = 'withdraw-participations';
  await recordConsultation(all, entered, { act, actor, says: { ...done, reason }, at: now });
  return { participations: done.participations };
}
