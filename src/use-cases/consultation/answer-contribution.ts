/** Each amendment and each proposed measure is answered: taken, in part, or not, with words, and the measure it changed. */
import type { Actor } from '#domain/access/gate.ts';
import type { ConsultedMeasure } from '#domain/consultation/consultation.ts';
import { ANSWERS } from '#domain/consultation/contribution.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';
import { contributionPath } from './consultation-mails.ts';
import { enterConsultation, recordConsultation, type CannotEnterConsultation } from './enter-consultation.ts';

export const ANSWER_LIMIT = 4000;

export type CannotAnswer =
  | CannotEnterConsultation
  | BadText
  | { readonly kind: 'unknown-contribution' }
  | { readonly kind: 'answer-missing' }
  /** Since the form was shown. */
  | { readonly kind: 'answered-meanwhile' }
  | { readonly kind: 'unknown-consulted-measure' };

export type AnswerContribution = {
  readonly consultation: number;
  readonly contribution: number;
  /** As typed: one of `ANSWERS`. */
  readonly answer: string;
  readonly words: string;
  /** The number of the row of the draft; null: none. */
  readonly measure: number | null;
  /** How many answers the form had shown it has; absent: whatever it has now. */
  readonly answers?: number;
};

/**
 * Another answer takes the place of one given before, which stays readable with its days. Whoever asked to be told is told of
 * each until the count; after it, of the first that comes.
 */
export async function answerContribution(
  stores: Stores,
  actor: Actor,
  request: AnswerContribution,
  now: Date,
): Promise<Result<null, CannotAnswer>> {
  return await stores.together<null, CannotAnswer>(async (all) => {
    const act = 'answer-contribution';
    const { consultation: id, contribution } = request;
    const entered = await enterConsultation(all, actor, { act, consultation: id, hold: 'share' }, now);
    if (!entered.ok) return entered;
    const { consultation } = entered.value;
    const kept = await all.consultations.lockContribution({ consultation: id, id: contribution });
    if (kept === null || kept.withdrawn || kept.hidden) return refuse({ kind: 'unknown-contribution' });
    if (request.answers !== undefined && request.answers !== kept.answers)
      return refuse({ kind: 'answered-meanwhile' });
    const answer = ANSWERS.find((known) => known === request.answer);
    if (answer === undefined) return refuse({ kind: 'answer-missing' });
    const words = readText(request.words, { field: 'answer', most: ANSWER_LIMIT });
    if (!words.ok) return words;
    const measure = answer === 'not' ? null : request.measure;
    if (measure !== null && !(await isKnown(all, { consultation: id, draft: consultation.draft, measure })))
      return refuse({ kind: 'unknown-consulted-measure' });
    const again = kept.answers > 0;
    const isLast = consultation.count !== null;
    await all.consultations.answer(contribution, { answer, words: words.value, measure, at: now });
    if (kept.toldTo !== null) {
      const path = contributionPath(request);
      const content = {
        kind: 'contribution-answered',
        about: kept.about,
        answer,
        words: words.value,
        again,
        isLast,
        path,
      } as const;
      await all.mail.queue({ to: kept.toldTo, content, at: now });
      if (isLast) await all.consultations.stopTelling(contribution);
    }
    const says = { contribution, answer, words: words.value, measure, again };
    await recordConsultation(all, entered.value, { act, actor, says, at: now });
    return accept(null);
  });
}

/** A measure that was consulted, or one that the draft has since. */
async function isKnown(
  all: Stores,
  of: { readonly consultation: number; readonly draft: number; readonly measure: number },
): Promise<boolean> {
  const has = (measures: readonly ConsultedMeasure[]) =>
    measures.some(({ id, part }) => id === of.measure && part === null);
  if (has(await all.consultations.measures(of.consultation))) return true;
  return has((await all.consultations.draft(of.draft))?.measures ?? []);
}
