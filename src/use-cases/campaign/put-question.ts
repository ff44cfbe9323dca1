/** A collective puts to a grouping a promise that a list left to it; the answer, whoever brings it, is dated and public. */
import { pass, type Actor, type NotAllowed, type Role } from '#domain/access/gate.ts';
import type { BodyAnswer } from '#domain/campaign/body-question.ts';
import { isDay } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { activeCollectives } from './enter-list.ts';
import { signerOf } from './find-request.ts';

export type PutQuestion = {
  readonly municipality: string;
  readonly grouping: string;
  readonly edition: string;
  readonly measure: number;
  readonly level: number | null;
  readonly text: string;
  /** The day of the letter, at most `today`, both at the place. */
  readonly askedOn: string;
  readonly today: string;
};

type BadDay = { readonly kind: 'not-a-day' | 'day-to-come'; readonly day: string };
export type CannotPutQuestion =
  | NotAllowed
  | BadDay
  | { readonly kind: 'question-text-missing' }
  | { readonly kind: 'words-too-long'; readonly limit: number }
  | { readonly kind: 'unknown-measure-here' }
  /** A local edition is its collective's alone. */
  | { readonly kind: 'edition-of-another-collective' }
  | { readonly kind: 'left-to-nobody' }
  | { readonly kind: 'other-grouping' }
  | { readonly kind: 'question-waits-already' };

export const QUESTION_LIMIT = 4000;

export async function putQuestion(
  stores: Stores,
  actor: Actor,
  request: PutQuestion,
  now: Date,
): Promise<Result<{ readonly id: number }, CannotPutQuestion>> {
  const { municipality, grouping, measure, level, askedOn, today } = request;
  const text = request.text.trim();
  if (text === '') return refuse({ kind: 'question-text-missing' });
  if (text.length > QUESTION_LIMIT) return refuse({ kind: 'words-too-long', limit: QUESTION_LIMIT });
  const bad = badDay(askedOn, today);
  if (bad !== null) return refuse(bad);
  return await stores.together(async (all): Promise<Result<{ id: number }, CannotPutQuestion>> => {
    const here = await activeCollectives(all, municipality);
    const passed = pass(actor, { act: 'put-question', state: 'none', concerns: { collectives: here } });
    if (!passed.ok) return passed;
    const edition = await all.editions.find(request.edition);
    const owner = edition?.local?.collective;
    const own = coordinated(actor).filter((collective) => here.includes(collective));
    const id = own.find((collective) => owner === undefined || collective === owner);
    if (id === undefined && own.length > 0) return refuse({ kind: 'edition-of-another-collective' });
    const collective = id === undefined ? null : await all.collectives.find(id);
    if (collective === null) return refuse({ kind: 'not-allowed', act: 'put-question' });
    const levels = edition?.measures.find(({ number }) => number === measure)?.levels;
    if (levels === undefined || (level !== null && levels.every((known) => known.level !== level))) {
      return refuse({ kind: 'unknown-measure-here' });
    }
    if (!(await all.questions.groupingsOf(municipality)).includes(grouping)) return refuse({ kind: 'other-grouping' });
    if (!(await all.questions.wasLeft({ municipality, edition: request.edition, measure })))
      return refuse({ kind: 'left-to-nobody' });
    const question = await all.questions.put(
      {
        grouping,
        municipality,
        edition: request.edition,
        measure,
        level,
        collective: { id: collective.id, name: collective.name },
        text,
        askedOn,
      },
      now,
    );
    if (question === null) return refuse({ kind: 'question-waits-already' });
    for (const person of await all.roles.vouchers({
      role: 'municipal-agent',
      place: { kind: 'grouping', siren: grouping },
    })) {
      await all.mail.queue({
        to: { person },
        content: { kind: 'question-put', collective: collective.name, question },
        at: now,
      });
    }
    await all.journal.append({
      at: now,
      act: 'put-question',
      actor: passed.value,
      subject: { kind: 'place', id: grouping },
      says: { by: signerOf(actor), question, municipality, edition: request.edition, measure, level, askedOn, text },
    });
    return accept({ id: question });
  });
}

export type AnswerQuestion = {
  readonly question: number;
  readonly answer: BodyAnswer['kind'];
  readonly on: string;
  readonly text: string;
  readonly today: string;
};
export type CannotAnswerQuestion =
  | NotAllowed
  | BadDay
  | { readonly kind: 'unknown-question' }
  | { readonly kind: 'answered-already' }
  | { readonly kind: 'answer-before-question'; readonly askedOn: string }
  | { readonly kind: 'words-too-long'; readonly limit: number };

export async function answerQuestion(
  stores: Stores,
  actor: Actor,
  request: AnswerQuestion,
  now: Date,
): Promise<Result<null, CannotAnswerQuestion>> {
  const text = request.text.trim();
  if (text.length > QUESTION_LIMIT) return refuse({ kind: 'words-too-long', limit: QUESTION_LIMIT });
  const bad = badDay(request.on, request.today);
  if (bad !== null) return refuse(bad);
  return await stores.together(async (all): Promise<Result<null, CannotAnswerQuestion>> => {
    const question = await all.questions.lock(request.question);
    if (question === null) return refuse({ kind: 'unknown-question' });
    const concerns = {
      places: [{ kind: 'grouping', siren: question.grouping }] as const,
      collectives: [question.collective.id],
    };
    const passed = pass(actor, {
      act: 'answer-question',
      state: question.answer === null ? 'open-question' : 'answered-question',
      concerns,
    });
    if (!passed.ok) {
      const couldHave = pass(actor, { act: 'answer-question', state: 'open-question', concerns });
      return couldHave.ok ? refuse({ kind: 'answered-already' }) : passed;
    }
    if (request.on < question.askedOn) return refuse({ kind: 'answer-before-question', askedOn: question.askedOn });
    const answer: BodyAnswer = { kind: request.answer, on: request.on, text, as: broughtBy(passed.value) };
    await all.questions.answer(question.id, answer);
    const members = await all.collectives.members(question.collective.id);
    for (const { person, role } of members) {
      if (role !== 'coordinator' || person === signerOf(actor)) continue;
      await all.mail.queue({
        to: { person },
        content: { kind: 'question-answered', answer: answer.kind, question: question.id },
        at: now,
      });
    }
    await all.journal.append({
      at: now,
      act: 'answer-question',
      actor: passed.value,
      subject: { kind: 'place', id: question.grouping },
      says: { by: signerOf(actor), question: question.id, answer, before: question.answer },
    });
    return accept(null);
  });
}

function coordinated(actor: Actor): readonly number[] {
  if (actor.kind !== 'person') return [];
  return actor.holds.flatMap((held) => (held.role === 'collective-coordinator' ? [held.collective] : []));
}

function broughtBy(role: Role): BodyAnswer['as'] {
  if (role === 'national-team') return role;
  return role === 'collective-coordinator' ? 'collective' : 'body';
}

function badDay(day: string, today: string): BadDay | null {
  if (!isDay(day)) return { kind: 'not-a-day', day };
  return day > today ? { kind: 'day-to-come', day } : null;
}
