/**
 * Anybody tells the national team that a file shows what it should not, a child's face or a private address; the file stays until
 * they decide. What waits for them, and what they leave as it is: hiding is ./hide-evidence.ts and ./remark.ts.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { saidKey, type Said, type SaidReport } from '#domain/follow-up/said-report.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { signerOf } from '../campaign/find-request.ts';
import { REPORTS_PATH } from '../negotiation/report-words.ts';
import type { Stores } from '../stores.ts';
import type { CannotHideEvidence } from './hide-evidence.ts';
import { REASON_LIMIT } from './remark.ts';

export type ReportEvidence = {
  readonly pact: number;
  readonly said: Said;
  readonly document: number;
  readonly reason: string;
};

export async function reportEvidence(
  stores: Stores,
  actor: Actor,
  { pact: id, said, document, reason: typed }: ReportEvidence,
  now: Date,
): Promise<Result<null, CannotHideEvidence>> {
  const reason = typed.trim().normalize('NFC');
  return await stores.together<null, CannotHideEvidence>(async (all) => {
    const pact = await all.assessments.pact(id);
    if (pact === null) return refuse({ kind: 'unknown-pact' });
    const passed = pass(actor, { act: 'report-evidence', state: pact.state });
    if (!passed.ok) return passed;
    if (reason === '') return refuse({ kind: 'reason-missing' });
    if (reason.length > REASON_LIMIT) return refuse({ kind: 'words-too-long', limit: REASON_LIMIT });
    if (!(await all.assessments.showsDocument({ said, document }))) return refuse({ kind: 'unknown-evidence' });
    const report = await all.assessments.reports.add({ said, document, reason, at: now });
    for (const person of await all.assessments.nationalTeam()) {
      const content = { kind: 'file-reported', place: pact.placeName, reason, path: REPORTS_PATH } as const;
      await all.mail.queue({ to: { person }, content, at: now });
    }
    const says = { by: signerOf(actor), report, usedBy: saidKey(said), document, reason };
    const subject = { kind: 'pact', id } as const;
    await all.journal.append({ at: now, act: 'report-evidence', actor: passed.value, subject, says });
    return accept(null);
  });
}

/** Remarks and files that wait to be looked at, oldest first. */
export async function seeSaidReports(stores: Stores, actor: Actor): Promise<Result<readonly SaidReport[], NotAllowed>> {
  const passed = pass(actor, { act: 'see-reports', state: 'none' });
  return passed.ok ? accept(await stores.assessments.reports.waiting()) : passed;
}

/** What was reported stays as it is. A second time changes nothing. */
export async function leaveReported(
  stores: Stores,
  actor: Actor,
  { report }: { readonly report: number },
  now: Date,
): Promise<Result<null, NotAllowed>> {
  const passed = pass(actor, { act: 'settle-report', state: 'none' });
  if (!passed.ok) return passed;
  return await stores.together<null, NotAllowed>(async (all) => {
    const settled = await all.assessments.reports.settle(report, now);
    if (settled === null) return accept(null);
    await all.journal.append({
      at: now,
      act: 'leave-reported',
      actor: passed.value,
      subject: { kind: 'pact', id: settled.pact },
      says: { by: signerOf(actor), report },
    });
    return accept(null);
  });
}
