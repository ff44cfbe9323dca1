/**
 * Insulting words in an observation, a wording or a comment: whoever may read them reports them; the national team hides them
 * or not. What is hidden is replaced by a notice on every page and leaves the text; it stays in the journal.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterNegotiation, type CannotEnterNegotiation } from './enter-negotiation.ts';
import { aboutNegotiation, negotiationPath } from './negotiation-mails.ts';
import type { ReportTarget, StoredReport } from './negotiation-store.ts';
import { readWords, type BadWords } from './read-words.ts';
import { tellSide } from './tell-side.ts';

export const REPORTS_PATH = '/equipe/signalements';

export type ReportWords = {
  readonly negotiation: number;
  readonly target: ReportTarget;
  readonly reason: string;
};

export type CannotReport =
  | CannotEnterNegotiation
  | BadWords
  /** There is nothing of that number here, or the same person reported it already. */
  | { readonly kind: 'nothing-to-report' };

export async function reportWords(
  stores: Stores,
  actor: Actor,
  request: ReportWords,
  now: Date,
): Promise<Result<{ readonly report: number }, CannotReport>> {
  return await stores.together(async (all): Promise<Result<{ readonly report: number }, CannotReport>> => {
    const { negotiation: id, target } = request;
    const entered = await enterNegotiation(all, actor, { act: 'report-words', id, lock: true });
    if (!entered.ok) return entered;
    const reason = readWords(request.reason, { field: 'motif', most: 1000 });
    if (!reason.ok) return reason;
    const { by } = entered.value;
    const report = await all.negotiations.report(id, { target, reason: reason.value, by, at: now });
    if (report === null) return refuse({ kind: 'nothing-to-report' });
    for (const person of await all.roles.nationalTeam()) {
      await all.mail.queue({ to: { person }, content: { kind: 'words-reported', path: REPORTS_PATH }, at: now });
    }
    await all.journal.append({
      at: now,
      act: 'report-words',
      actor: entered.value.role,
      subject: { kind: 'negotiation', id },
      says: { by, report, target, reason: reason.value },
    });
    return accept({ report });
  });
}

/** Those that wait, oldest first. */
export async function seeReports(stores: Stores, actor: Actor): Promise<Result<readonly StoredReport[], NotAllowed>> {
  const passed = pass(actor, { act: 'see-reports', state: 'none' });
  return passed.ok ? accept(await stores.negotiations.waitingReports()) : passed;
}

export type SettleReport = {
  readonly report: number;
  readonly outcome: 'hidden' | 'kept';
  /** Shown in place of the words, when they are hidden. */
  readonly notice: string;
};

export type CannotSettle = NotAllowed | BadWords | { readonly kind: 'unknown-report' };

/** A second time changes nothing. */
export async function settleReport(
  stores: Stores,
  actor: Actor,
  request: SettleReport,
  now: Date,
): Promise<Result<null, CannotSettle>> {
  return await stores.together(async (all): Promise<Result<null, CannotSettle>> => {
    const passed = pass(actor, { act: 'settle-report', state: 'none' });
    if (!passed.ok) return passed;
    const report = await all.negotiations.lockReport(request.report);
    if (report === null) return refuse({ kind: 'unknown-report' });
    if (report.settled !== null) return accept(null);
    const notice = request.outcome === 'kept' ? null : readWords(request.notice, { field: 'avis', most: 500 });
    if (notice !== null && !notice.ok) return notice;
    const { outcome } = request;
    await all.negotiations.settleReport(report.id, { outcome, notice: notice?.value ?? null, at: now });
    const negotiation = await all.negotiations.lock(report.negotiation);
    if (negotiation !== null && notice !== null) {
      const about = { ...aboutNegotiation(negotiation), path: negotiationPath(negotiation.id) };
      const content = { kind: 'words-hidden', ...about, notice: notice.value } as const;
      await tellSide(all, negotiation, { side: report.side, content, at: now });
      await all.negotiations.tell(negotiation.id, { side: null, items: [], what: 'hidden' });
    }
    await all.journal.append({
      at: now,
      act: 'settle-report',
      actor: passed.value,
      subject: { kind: 'negotiation', id: report.negotiation },
      says: {
        by: actor.kind === 'person' ? actor.id : actor.kind,
        report: report.id,
        outcome,
        notice: notice?.value ?? null,
      },
    });
    return accept(null);
  });
}
