/** One voice says where one promise stands. The other voice is told, and may answer beside it. */
import type { Actor } from '#domain/access/gate.ts';
import type { Assessment, Voice } from '#domain/follow-up/assessment.ts';
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import { canonicalJson } from '#domain/shared/canonical-json.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterFollowUp, type CannotEnterFollowUp } from './enter-follow-up.ts';
import { asKept, sayAssessment, type CannotSay, type Said } from './say-assessment.ts';
import { tellOtherVoice } from './tell-other-voice.ts';

export type Assess = Assessment & {
  readonly pact: number;
  readonly item: string;
  readonly answersTo?: number | null;
  /**
   * How many times this voice had spoken of it when the form was shown. Somebody of the same side spoke since: they are shown
   * what was said, and say theirs again if they still want to. Absent: not asked.
   */
  readonly seen?: number;
};
export type CannotAssess =
  CannotEnterFollowUp | CannotSay | { readonly kind: 'said-meanwhile'; readonly newest: SaidAssessment };

export async function assess(
  stores: Stores,
  actor: Actor,
  { pact: id, item, seen, answersTo = null, ...said }: Assess,
  now: Date,
): Promise<Result<Said, CannotAssess>> {
  return await stores.together<Said, CannotAssess>(async (all) => {
    const entered = await enterFollowUp(all, actor, { pact: id, item, voice: said.voice, lock: true });
    if (!entered.ok) return entered;
    const { pact, by } = entered.value;
    const newest = await all.assessments.newest({ pact: id, item, voice: said.voice });
    // Pressed twice: the second press says what stands there already, and tells nobody.
    if (newest !== null && newest.author === by.person && saysTheSame(newest.said, { ...said, answersTo })) {
      return accept({ id: newest.said.id, version: newest.said.version });
    }
    if (seen !== undefined && newest !== null && newest.said.version > seen) {
      return refuse({ kind: 'said-meanwhile', newest: newest.said });
    }
    await tellOtherVoice(all, { pact, item, voice: said.voice, status: said.status, by: by.name, but: by.person }, now);
    return await sayAssessment(all, { pact, item, said, by, answersTo }, now);
  });
}

type Words = Assessment & { readonly answersTo: number | null };

function saysTheSame(one: Words, other: Words): boolean {
  return canonicalJson(wordsOf(one)) === canonicalJson(wordsOf(other));
}

function wordsOf({ answersTo, ...said }: Words) {
  const { status, levels, beforeMandate, sentence, evidence, assessedOn } = asKept(said);
  return { status, levels, beforeMandate, sentence, evidence, assessedOn, answersTo };
}

export type ConfirmAssessment = {
  readonly pact: number;
  readonly item: string;
  readonly voice: Voice;
  /** The one that is still so: it must be the last of its voice. */
  readonly assessment: number;
};
export type CannotConfirm = CannotEnterFollowUp | { readonly kind: 'unknown-assessment' | 'not-the-last' };

/** « Toujours exact » : the date is new, nothing else is. Said twice on one day, it is said once. */
export async function confirmAssessment(
  stores: Stores,
  actor: Actor,
  { pact: id, item, voice, assessment }: ConfirmAssessment,
  now: Date,
): Promise<Result<null, CannotConfirm>> {
  return await stores.together<null, CannotConfirm>(async (all) => {
    const entered = await enterFollowUp(all, actor, { pact: id, item, voice, lock: true });
    if (!entered.ok) return entered;
    const latest = await all.assessments.latest({ pact: id, item, voice });
    if (latest === null) return refuse({ kind: 'unknown-assessment' });
    if (latest.id !== assessment) return refuse({ kind: 'not-the-last' });
    const { by, pact } = entered.value;
    const today = dayIn(now, pact.zone);
    if (!(await all.assessments.confirm({ assessment: latest, on: today, at: now, by }))) return accept(null);
    await all.journal.append({
      at: now,
      act: 'confirm-assessment',
      actor: by.role,
      subject: { kind: 'pact', id },
      says: { by: by.person, for: by.name, item, voice, assessment, on: today },
    });
    return accept(null);
  });
}
