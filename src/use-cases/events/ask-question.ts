/** Questions about promises: asked by a side or by the committee, open until answered or dropped. */
import { pass, type Actor } from '#domain/access/gate.ts';
import { QUESTION_LIMITS, type KeptQuestion } from '#domain/events/question.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import { enterCommittee, recordInCommittee, type CannotEnterCommittee } from '../committee/enter-committee.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { enterPlace, type CannotEnterPlace } from './enter-place.ts';

export type CannotAsk =
  | CannotEnterPlace
  | CannotEnterCommittee
  | BadText
  | { readonly kind: 'no-pact-here' }
  | { readonly kind: 'unknown-commitment' }
  | { readonly kind: 'too-many-open-questions'; readonly most: number };

type Asked = {
  readonly place: PlaceCode;
  readonly words: string;
  /** `m15`, `pA`, `l412`; null: about the whole. */
  readonly item: string | null;
  readonly visibility: 'public' | 'private';
};

type Asking = Pick<KeptQuestion, 'askedAs' | 'collective' | 'committee'>;

/** On behalf of one's side. */
export async function askQuestion(
  stores: Stores,
  actor: Actor,
  request: Sent & Asked,
  now: Date,
): Promise<Result<{ readonly id: number }, CannotAsk>> {
  return await sentOnce<{ id: number }, CannotAsk>(
    stores,
    { actor, act: 'ask-follow-up-question', request, now },
    async (all) => {
      const entered = await enterPlace(all, actor, { act: 'ask-follow-up-question', place: request.place, now });
      if (!entered.ok) return entered;
      const { voice, collective, role, by, today } = entered.value;
      const whose = { askedAs: voice, collective: collective?.id ?? null, committee: null };
      const read = await readQuestion(all, request, whose);
      if (!read.ok) return read;
      const { place, visibility } = request;
      const id = await all.events.ask({ ...read.value, ...whose, place, visibility, on: today, by, at: now });
      await all.journal.append({
        at: now,
        act: 'ask-follow-up-question',
        actor: role,
        subject: { kind: 'place', id: codeOf(place) },
        says: { by, question: id, voice },
      });
      return accept({ id });
    },
  );
}

/** In the name of the committee, by anybody who sits there. */
export async function askInCommittee(
  stores: Stores,
  actor: Actor,
  request: Sent & Asked & { readonly committee: number },
  now: Date,
): Promise<Result<{ readonly id: number }, CannotAsk>> {
  return await sentOnce<{ id: number }, CannotAsk>(
    stores,
    { actor, act: 'ask-committee-question', request, now },
    async (all) => {
      const entered = await enterCommittee(all, actor, { act: 'ask-committee-question', ...request });
      if (!entered.ok) return entered;
      const { committee, by } = entered.value;
      const whose = { askedAs: 'committee', collective: committee.collective, committee: committee.id } as const;
      const read = await readQuestion(all, request, whose);
      if (!read.ok) return read;
      const zone = (await all.places.facts(committee.place))?.zone ?? 'Europe/Paris';
      const { place, visibility } = request;
      const on = dayIn(now, zone);
      const id = await all.events.ask({ ...read.value, ...whose, place, visibility, on, by, at: now });
      await recordInCommittee(all, entered.value, { act: 'ask-committee-question', says: { question: id }, at: now });
      return accept({ id });
    },
  );
}

export type CannotAnswer =
  CannotEnterPlace | BadText | { readonly kind: 'unknown-question' } | { readonly kind: 'question-closed' };

/** By either side, under its own name: who writes an answer down is told with it. */
export async function answerQuestion(
  stores: Stores,
  actor: Actor,
  request: { readonly place: PlaceCode; readonly question: number; readonly words: string },
  now: Date,
): Promise<Result<null, CannotAnswer>> {
  return await stores.together<null, CannotAnswer>(async (all) => {
    const found = await enterQuestion(all, actor, { ...request, now });
    if (!found.ok) return found;
    const { at } = found.value;
    const words = readText(request.words, { field: 'answer', most: QUESTION_LIMITS.answer });
    if (!words.ok) return words;
    const answer = { words: words.value, on: at.today, by: at.voice };
    if (!(await all.events.answer(request.question, answer))) return refuse({ kind: 'question-closed' });
    await all.journal.append({
      at: now,
      act: 'answer-follow-up-question',
      actor: at.role,
      subject: { kind: 'place', id: codeOf(request.place) },
      says: { by: at.by, question: request.question, voice: at.voice },
    });
    return accept(null);
  });
}

/** Asked no more: by the side that asked it; a committee's, by either. */
export async function dropQuestion(
  stores: Stores,
  actor: Actor,
  request: { readonly place: PlaceCode; readonly question: number },
  now: Date,
): Promise<Result<null, CannotAnswer>> {
  return await stores.together<null, CannotAnswer>(async (all) => {
    const found = await enterQuestion(all, actor, { ...request, now });
    if (!found.ok) return found;
    const { at, question } = found.value;
    const isOwn =
      question.askedAs === 'committee' ||
      (question.askedAs === at.voice && (at.collective === null || question.collective === at.collective.id));
    if (!isOwn) return refuse({ kind: 'not-allowed', act: 'ask-follow-up-question' });
    if (!(await all.events.drop(request.question, now))) return refuse({ kind: 'question-closed' });
    await all.journal.append({
      at: now,
      act: 'ask-follow-up-question',
      actor: at.role,
      subject: { kind: 'place', id: codeOf(request.place) },
      says: { by: at.by, question: request.question, dropped: true },
    });
    return accept(null);
  });
}

/** A private question of a side is not there for the other; one of a committee is, for those who sit in it. */
async function enterQuestion(
  all: Stores,
  actor: Actor,
  { place, question: id, now }: { readonly place: PlaceCode; readonly question: number; readonly now: Date },
) {
  const entered = await enterPlace(all, actor, { act: 'answer-follow-up-question', place, now });
  if (!entered.ok) return entered;
  const question = await all.events.question({ place, id });
  const { voice, collective } = entered.value;
  if (question === null) return refuse({ kind: 'unknown-question' } as const);
  if (question.visibility === 'private' && !(await seesPrivate(all, actor, { question, voice, collective, place })))
    return refuse({ kind: 'unknown-question' } as const);
  return accept({ at: entered.value, question });
}

async function seesPrivate(
  all: Stores,
  actor: Actor,
  given: {
    readonly question: KeptQuestion;
    readonly voice: 'collective' | 'town-hall';
    readonly collective: { readonly id: number } | null;
    readonly place: PlaceCode;
  },
): Promise<boolean> {
  const { question, voice, collective } = given;
  if (question.askedAs !== 'committee')
    return question.askedAs === voice && question.collective === (collective?.id ?? null);
  const committee = question.committee === null ? null : await all.committees.find(question.committee);
  if (committee === null) return false;
  const concerns =
    voice === 'collective'
      ? { collectives: collective === null ? [] : [collective.id].filter((id) => id === committee.collective) }
      : { places: await all.committees.placesFor(committee.place) };
  return pass(actor, { act: 'see-committee', state: committee.state, concerns }).ok;
}

/** Each side, each collective and each committee has its own count: nobody shuts another out, nor learns what they keep to themselves. */
async function readQuestion(
  all: Stores,
  { place, words: typed, item }: Asked,
  whose: Asking,
): Promise<
  Result<
    { readonly words: string; readonly about: { readonly edition: string; readonly item: string } | null },
    CannotAsk
  >
> {
  const promised = await all.events.promisedHere(place);
  if (promised === null) return refuse({ kind: 'no-pact-here' });
  const words = readText(typed, { field: 'words', most: QUESTION_LIMITS.words });
  if (!words.ok) return words;
  if (item !== null && !promised.items.has(item)) return refuse({ kind: 'unknown-commitment' });
  const open = (await all.events.openQuestions(place)).filter((question) => isAskedBy(question, whose));
  if (open.length >= QUESTION_LIMITS.open)
    return refuse({ kind: 'too-many-open-questions', most: QUESTION_LIMITS.open });
  return accept({ words: words.value, about: item === null ? null : { edition: promised.edition, item } });
}

function isAskedBy(question: Asking, { askedAs, collective, committee }: Asking): boolean {
  return question.askedAs === askedAs && question.collective === collective && question.committee === committee;
}
