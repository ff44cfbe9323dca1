/**
 * A member says where one promise stands, in a review being worked on. Everything may still be missing but not be wrong. Two
 * people at once never overwrite each other: the second is given both texts, and every version stays.
 */
import type { Actor } from '#domain/access/gate.ts';
import type { Edition } from '#domain/charter/edition.ts';
import { checkAssessment, SENTENCE_LIMIT, type BadAssessment } from '#domain/follow-up/check-assessment.ts';
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import { NOTE_LIMIT, type AnsweredCheck, type ReviewEntry } from '#domain/review/review-entry.ts';
import type { ReviewedPact, ReviewedPromise } from '#domain/review/reviewed-pact.ts';
import { saidSince } from '#domain/review/said-since.ts';
import type { StoredEntry, TypedFields } from '#domain/review/stored-entry.ts';
import { canonicalJson } from '#domain/shared/canonical-json.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import { documentsOf } from '../follow-up/say-assessment.ts';
import type { Stores } from '../stores.ts';
import { enterReview, promisesOf, recordReview, type CannotEnterReview } from './enter-review.ts';

export type SaveEntry = {
  readonly review: number;
  readonly item: string;
  /** The version that the person saw; 0 when nothing was said. */
  readonly version: number;
  readonly words: ReviewEntry;
};

export type CannotSaveEntry =
  | CannotEnterReview
  | BadAssessment
  | BadText
  | { readonly kind: 'pact-gone' }
  | { readonly kind: 'unknown-promise' }
  /** Somebody said something meanwhile. Theirs is kept, yours is given back. */
  | { readonly kind: 'stale-entry'; readonly theirs: StoredEntry | null };

export async function saveEntry(
  stores: Stores,
  actor: Actor,
  request: SaveEntry,
  now: Date,
): Promise<Result<{ readonly version: number }, CannotSaveEntry>> {
  return await stores.together<{ version: number }, CannotSaveEntry>(async (all) => {
    const { review: id, item } = request;
    const entered = await enterReview(all, actor, { act: 'fill-review', id, lock: true });
    if (!entered.ok) return entered;
    const pact = await promisesOf(all, entered.value.review);
    if (!pact.ok) return pact;
    const promise = pact.value.promises.find((promised) => promised.item === item);
    const edition = await all.editions.find(pact.value.edition);
    if (promise === undefined || edition === null) return refuse({ kind: 'unknown-promise' });
    const facts = await all.places.facts(pact.value.place);
    const zone = facts?.zone ?? 'Europe/Paris';
    const today = dayIn(now, zone);
    const checked = checkEntry(request.words, { promise, edition, today, pact: pact.value });
    if (!checked.ok) return checked;
    const words = checked.value;

    const { by } = entered.value;
    const [before] = await all.reviews.entryVersions(id, item);
    // Sent twice, or what stands there already: nothing to add, unless it is kept beside what was said outside of the review.
    const same = before !== undefined && canonicalJson(before.words) === canonicalJson(words);
    if (same && !saidSince(promise.latest.collective, { entry: before, zone })) {
      await all.reviews.dropScratch(id, { item, person: by });
      return accept({ version: before.version });
    }
    if ((before?.version ?? 0) !== request.version) return refuse({ kind: 'stale-entry', theirs: before ?? null });
    const version = request.version + 1;
    if (!(await all.reviews.say(id, { item, version, words, by, at: now }))) {
      return refuse({ kind: 'stale-entry', theirs: before ?? null });
    }
    await all.assessments.holdDocuments(heldBy(id, item), documentsOf(words.evidence));
    await all.reviews.dropScratch(id, { item, person: by });
    // The words are in the versions of the entry; once published, they are in the journal of the pact.
    await recordReview(all, entered.value, {
      act: 'fill-review',
      says: { item, version, status: words.status },
      at: now,
    });
    return accept({ version });
  });
}

/** Under which name a review keeps the files that its entries rest on. */
export function heldBy(review: number, item: string): string {
  return `review ${review} ${item}`;
}

/** What somebody is typing, kept as it is, for them alone. It is no act on the review: nobody else sees it. */
export async function keepTyped(
  stores: Stores,
  actor: Actor,
  request: { readonly review: number; readonly item: string; readonly version: number; readonly typed: TypedFields },
  now: Date,
): Promise<Result<null, CannotEnterReview | { readonly kind: 'unknown-promise' | 'typed-too-long' }>> {
  const { review: id, item, version, typed } = request;
  const entered = await enterReview(stores, actor, { act: 'fill-review', id, lock: false });
  if (!entered.ok) return entered;
  if (commitmentKeyOf(item) === null) return refuse({ kind: 'unknown-promise' });
  if (JSON.stringify(typed).length > TYPED_LIMIT) return refuse({ kind: 'typed-too-long' });
  await stores.reviews.keepScratch(id, { item, person: entered.value.by, typed, version, at: now });
  return accept(null);
}
/** What somebody typed and did not save is forgotten: their own alone. */
export async function forgetTyped(
  stores: Stores,
  actor: Actor,
  { review: id, item }: { readonly review: number; readonly item: string },
): Promise<Result<null, CannotEnterReview>> {
  const entered = await enterReview(stores, actor, { act: 'fill-review', id, lock: false });
  if (!entered.ok) return entered;
  await stores.reviews.dropScratch(id, { item, person: entered.value.by });
  return accept(null);
}

/** Twice what an entry may hold. */
const TYPED_LIMIT = 60_000;

type About = {
  readonly promise: ReviewedPromise;
  readonly edition: Edition;
  readonly today: string;
  readonly pact: ReviewedPact;
};

function checkEntry(
  words: ReviewEntry,
  { promise, edition, today, pact }: About,
): Result<ReviewEntry, BadAssessment | BadText> {
  const sentence = readText(words.sentence, { field: 'sentence', most: SENTENCE_LIMIT, optional: true });
  if (!sentence.ok) return sentence;
  const checks: AnsweredCheck[] = [];
  for (const check of words.checks) {
    const note = readText(check.note, { field: 'note', most: NOTE_LIMIT, optional: true });
    if (!note.ok) return note;
    checks.push({ ...check, note: note.value });
  }
  const entry: ReviewEntry = {
    ...words,
    sentence: sentence.value,
    levels: words.levels.toSorted((one, other) => one.level - other.level),
    checks,
  };
  const bad = checkAssessment(
    // What is missing for now is told apart from what is wrong.
    { ...entry, voice: 'collective', status: entry.status ?? 'underway', sentence: entry.sentence || '…' },
    { promised: promise, known: knownLevels(edition, promise.item), today, pact },
  );
  const onlyUndecided =
    entry.status === null && (bad?.kind === 'before-mandate-not-kept' || bad?.kind === 'levels-contradict');
  return bad === null || onlyUndecided ? accept(entry) : refuse(bad);
}

export function knownLevels(edition: Edition, item: string): readonly number[] {
  const key = commitmentKeyOf(item);
  if (key?.kind !== 'measure') return [];
  return edition.measures.find(({ number }) => number === key.measure)?.levels.map(({ level }) => level) ?? [];
}
