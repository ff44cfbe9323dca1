/**
 * A letter of the collective: written from a template with its open questions, printed or copied, then its sending is
 * recorded: from that day on its words are frozen, and silence counts.
 */
import type { Actor } from '#domain/access/gate.ts';
import { EVENT_LIMITS, isLetterMeans, type LetterMeans } from '#domain/events/follow-up-event.ts';
import { LETTER_LIMITS, type KeptLetter, type Letter } from '#domain/events/letter.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { enterPlace, type AtPlace, type CannotEnterPlace } from './enter-place.ts';
import { addEvent, readEvent, type CannotWriteEvent } from './write-event.ts';

export type LetterTyped = Omit<Letter, 'questions'> & { readonly questions: readonly number[] };

export type CannotWriteLetter =
  | CannotEnterPlace
  | BadText
  | { readonly kind: 'no-pact-here' }
  | { readonly kind: 'unknown-letter' }
  /** One of the questions was answered or dropped meanwhile. */
  | { readonly kind: 'question-closed' }
  | { readonly kind: 'letter-changed' }
  | { readonly kind: 'letter-sent-already' };

export async function draftLetter(
  stores: Stores,
  actor: Actor,
  request: Sent & { readonly place: PlaceCode; readonly letter: LetterTyped },
  now: Date,
): Promise<Result<{ readonly id: number }, CannotWriteLetter>> {
  return await sentOnce<{ id: number }, CannotWriteLetter>(
    stores,
    { actor, act: 'write-letter', request, now },
    async (all) => {
      const entered = await enterPlace(all, actor, { act: 'write-letter', place: request.place, now });
      if (!entered.ok) return entered;
      const { place, collective, by } = entered.value;
      if (collective === null) return refuse({ kind: 'not-allowed', act: 'write-letter' });
      if ((await all.events.promisedHere(place)) === null) return refuse({ kind: 'no-pact-here' });
      const content = await readLetter(all, entered.value, request.letter);
      if (!content.ok) return content;
      const id = await all.events.draftLetter({
        place,
        collective: collective.id,
        content: content.value,
        by,
        at: now,
      });
      await recordLetter(all, entered.value, { letter: id, what: 'drafted' }, now);
      return accept({ id });
    },
  );
}

export async function changeLetter(
  stores: Stores,
  actor: Actor,
  request: { readonly place: PlaceCode; readonly id: number; readonly revision: number; readonly letter: LetterTyped },
  now: Date,
): Promise<Result<null, CannotWriteLetter>> {
  return await stores.together<null, CannotWriteLetter>(async (all) => {
    const found = await enterLetter(all, actor, { ...request, now });
    if (!found.ok) return found;
    const content = await readLetter(all, found.value.at, request.letter, found.value.letter);
    if (!content.ok) return content;
    const change = { revision: request.revision, content: content.value, at: now };
    if (!(await all.events.changeLetter(request.id, change))) return refuse({ kind: 'letter-changed' });
    await recordLetter(all, found.value.at, { letter: request.id, what: 'changed' }, now);
    return accept(null);
  });
}

export async function throwLetterAway(
  stores: Stores,
  actor: Actor,
  request: { readonly place: PlaceCode; readonly id: number },
  now: Date,
): Promise<Result<null, CannotWriteLetter>> {
  return await stores.together<null, CannotWriteLetter>(async (all) => {
    const found = await enterLetter(all, actor, { ...request, now });
    if (!found.ok) return found;
    await all.events.throwAway(request.id, now);
    await recordLetter(all, found.value.at, { letter: request.id, what: 'thrown-away' }, now);
    return accept(null);
  });
}

export type CannotSend =
  | CannotWriteLetter
  | CannotWriteEvent
  | { readonly kind: 'no-means' }
  | { readonly kind: 'bad-reply-days'; readonly most: number };

/** `replyDays` null: no reply is asked for by a day. `revision`: the one that was printed. */
export async function recordSending(
  stores: Stores,
  actor: Actor,
  request: {
    readonly place: PlaceCode;
    readonly id: number;
    readonly revision: number;
    readonly sentOn: string;
    readonly means: unknown;
    readonly replyDays: number | null;
    readonly visibility: 'public' | 'private';
  },
  now: Date,
): Promise<Result<{ readonly event: number }, CannotSend>> {
  return await stores.together<{ event: number }, CannotSend>(async (all) => {
    const found = await enterLetter(all, actor, { ...request, now });
    if (!found.ok) return found;
    const { at, letter } = found.value;
    if (letter.revision !== request.revision) return refuse({ kind: 'letter-changed' });
    if (!isLetterMeans(request.means)) return refuse({ kind: 'no-means' });
    const { replyDays } = request;
    if (replyDays !== null && !(Number.isInteger(replyDays) && replyDays >= 1 && replyDays <= EVENT_LIMITS.replyDays))
      return refuse({ kind: 'bad-reply-days', most: EVENT_LIMITS.replyDays });
    const { questions, subject, addressee } = letter.content;
    // A promise that a correction took away since is not in its list any more.
    const promised = (await all.events.promisedHere(at.place))?.items;
    const items = [...new Set(questions.flatMap(({ item }) => item ?? []))].filter(
      (item) => promised?.has(item) === true,
    );
    const read = await readEvent(all, at, {
      happenedOn: request.sentOn,
      title: subject,
      words: questions.map(({ words }) => `– ${words}`).join('\n'),
      who: addressee,
      whoPrivate: '',
      items: items.slice(0, EVENT_LIMITS.items),
      visibility: request.visibility,
    });
    if (!read.ok) return read;
    const means: LetterMeans = request.means;
    const event = await addEvent(all, at, { ...read.value, about: { kind: 'letter', means, replyDays } }, now);
    await all.events.sent(letter.id, { event, questions: questions.map(({ id }) => id) });
    return accept({ event });
  });
}

/** Through its place, of the very collective, not sent and not thrown away. */
async function enterLetter(
  all: Stores,
  actor: Actor,
  { place, id, now }: { readonly place: PlaceCode; readonly id: number; readonly now: Date },
): Promise<Result<{ readonly at: AtPlace; readonly letter: KeptLetter }, CannotWriteLetter>> {
  const entered = await enterPlace(all, actor, { act: 'write-letter', place, now });
  if (!entered.ok) return entered;
  const letter = await all.events.letter({ place, id, lock: true });
  const { collective } = entered.value;
  if (letter === null || letter.thrownAwayAt !== null || letter.collective !== collective?.id)
    return refuse({ kind: 'unknown-letter' });
  return letter.event === null ? accept({ at: entered.value, letter }) : refuse({ kind: 'letter-sent-already' });
}

/** Questions keep the words that they have now; those of `before` keep theirs even when closed since. */
async function readLetter(
  all: Stores,
  { place, collective }: AtPlace,
  typed: LetterTyped,
  before?: KeptLetter,
): Promise<Result<Letter, CannotWriteLetter>> {
  const open = (await all.events.openQuestions(place)).filter(
    (question) =>
      question.visibility === 'public' || (question.askedAs === 'collective' && question.collective === collective?.id),
  );
  const known = new Map(
    [
      ...(before?.content.questions ?? []),
      ...open.map(({ id, words, about }) => ({ id, words, item: about?.item ?? null })),
    ].map((question) => [question.id, question]),
  );
  const chosen = [...new Set(typed.questions)].slice(0, LETTER_LIMITS.questions);
  const questions = chosen.flatMap((id) => known.get(id) ?? []);
  if (questions.length < chosen.length) return refuse({ kind: 'question-closed' });
  const texts: Record<'addressee' | 'subject' | 'opening' | 'closing' | 'signedBy', string> = {
    addressee: '',
    subject: '',
    opening: '',
    closing: '',
    signedBy: '',
  };
  for (const field of ['addressee', 'subject', 'opening', 'closing', 'signedBy'] as const) {
    const text = readText(typed[field], { field, most: LETTER_LIMITS[field] });
    if (!text.ok) return text;
    texts[field] = text.value;
  }
  return accept({ ...texts, questions });
}

async function recordLetter(
  all: Stores,
  { place, role, by }: AtPlace,
  says: { readonly letter: number; readonly what: string },
  now: Date,
): Promise<void> {
  const id = codeOf(place);
  await all.journal.append({
    at: now,
    act: 'write-letter',
    actor: role,
    subject: { kind: 'place', id },
    says: { by, ...says },
  });
}
