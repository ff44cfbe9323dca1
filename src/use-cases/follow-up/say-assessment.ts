/**
 * Says one assessment inside the transaction of an act: checked, kept beside the earlier ones, written in the journal. Whoever
 * calls it has passed the gate for this voice (./assess.ts; a review that is published).
 */
import type { Assessment } from '#domain/follow-up/assessment.ts';
import { checkAssessment, type BadAssessment } from '#domain/follow-up/check-assessment.ts';
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import type { EvidenceItem } from '#domain/follow-up/evidence.ts';
import type { FollowedPact } from '#domain/follow-up/followed-pact.ts';
import { METHOD_VERSION } from '#domain/follow-up/method-version.ts';
import type { Speaker } from '#domain/follow-up/said-assessment.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';

export type SayAssessment = {
  readonly pact: FollowedPact;
  readonly item: string;
  readonly said: Assessment;
  readonly by: Speaker;
  readonly review?: number | null;
  readonly answersTo?: number | null;
};
export type CannotSay =
  | BadAssessment
  | { readonly kind: 'unknown-commitment' }
  /** What it answers was not said of this promise by the other voice. */
  | { readonly kind: 'unknown-assessment' };

export type Said = { readonly id: number; readonly version: number };

export async function sayAssessment(
  all: Stores,
  { pact, item, said, by, review = null, answersTo = null }: SayAssessment,
  now: Date,
): Promise<Result<Said, CannotSay>> {
  const promised = commitmentKeyOf(item) === null ? null : await all.assessments.promised(pact.id, item);
  if (promised === null) return refuse({ kind: 'unknown-commitment' });
  const bad = checkAssessment(said, {
    promised,
    known: await knownLevels(all, pact.edition, item),
    today: dayIn(now, pact.zone),
    pact,
  });
  if (bad !== null) return refuse(bad);
  if (answersTo !== null) {
    const answered = await all.assessments.find({ pact: pact.id, item, id: answersTo });
    if (answered === null || answered.voice === said.voice) return refuse({ kind: 'unknown-assessment' });
  }
  const kept = asKept(said);
  const { id, version } = await all.assessments.say({
    pact: pact.id,
    item,
    said: kept,
    by,
    method: METHOD_VERSION,
    review,
    answersTo,
    at: now,
  });
  await all.assessments.holdDocuments(`assessment ${id}`, documentsOf(said.evidence));
  await all.journal.append({
    at: now,
    act: 'assess',
    actor: by.role,
    subject: { kind: 'pact', id: pact.id },
    says: {
      by: by.person,
      for: by.name,
      item,
      assessment: id,
      version,
      review,
      answersTo,
      method: METHOD_VERSION,
      voice: kept.voice,
      status: kept.status,
      levels: kept.levels,
      beforeMandate: kept.beforeMandate,
      sentence: kept.sentence,
      evidence: kept.evidence,
      assessedOn: kept.assessedOn,
    },
  });
  return accept({ id, version });
}

export function asKept(said: Assessment): Assessment {
  return { ...said, sentence: said.sentence.trim(), levels: said.levels.toSorted((x, y) => x.level - y.level) };
}

/** Files that evidence rests on, each once. */
export function documentsOf(evidence: readonly EvidenceItem[]): readonly number[] {
  const all = evidence.flatMap((item) => {
    if (item.kind === 'photo') return [item.document];
    return 'where' in item && item.where.kind === 'file' ? [item.where.document] : [];
  });
  return [...new Set(all)];
}

async function knownLevels(all: Stores, edition: string, item: string): Promise<readonly number[]> {
  const key = commitmentKeyOf(item);
  if (key?.kind !== 'measure') return [];
  const found = await all.editions.find(edition);
  return found?.measures.find(({ number }) => number === key.measure)?.levels.map(({ level }) => level) ?? [];
}
