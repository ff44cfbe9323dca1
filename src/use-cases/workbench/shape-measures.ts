/**
 * Measures of a draft are added, split, merged, removed, brought back. Nothing is lost on the way: what is removed or merged
 * keeps its words, and comes back with them.
 */
import type { Act, Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { MOST, wordsOutOfBounds, type OutOfBounds } from '#domain/workbench/bounds.ts';
import type { DraftMeasure, EditionDraft, MeasureWords } from '#domain/workbench/draft.ts';
import { mergedWords } from '#domain/workbench/merged-words.ts';
import { livingOf } from '#domain/workbench/problems.ts';
import { broughtBy, takenOut } from '#domain/workbench/unmerge.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { enterDraft, recordInDraft, type CannotEnterDraft, type InDraft } from './enter-draft.ts';

export type CannotShape =
  | CannotEnterDraft
  | OutOfBounds
  | { readonly kind: 'unknown-draft-measure' }
  | { readonly kind: 'merge-with-itself' }
  /** Since the form was shown: nobody merges, splits or takes out words that they have not read. `other`: the one to merge with. */
  | { readonly kind: 'measure-rewritten'; readonly which: 'this' | 'other' };

type Shaped = { readonly id: number };
type About = Sent & { readonly draft: number; readonly measure: number };
/** The one that the form was shown; absent: whatever it is now. */
type Read = { readonly version?: number };

/** A title is enough; the rest is written on its own page. */
export async function addMeasure(
  stores: Stores,
  actor: Actor,
  request: Sent & { readonly draft: number; readonly words: MeasureWords; readonly reason: string },
  now: Date,
): Promise<Result<Shaped, CannotShape>> {
  return await shaping(stores, { actor, request, now }, async (all, entered) => {
    const { draft } = entered;
    const { words, reason } = request;
    const outside = wordsOutOfBounds(words) ?? fullDraft(draft);
    if (outside !== null) return refuse(outside);
    if (reason.length > MOST.reason) return refuse({ kind: 'words-too-long', field: 'reason', most: MOST.reason });
    const position = Math.max(0, ...draft.measures.map((measure) => measure.position)) + 1;
    const number = nextNumber(draft);
    const added = await all.workbench.addMeasure(draft.id, {
      position,
      number,
      origins: [],
      words,
      keptWords: null,
      themes: {},
      notes: [],
      reason,
    });
    await say(all, entered, { how: 'added', measure: added.id, also: { number, words }, at: now });
    return accept(added);
  });
}

/** A second measure with the same words and origins stands behind it: each is then cut down to what it says. */
export async function splitMeasure(
  stores: Stores,
  actor: Actor,
  request: About & Read,
  now: Date,
): Promise<Result<Shaped, CannotShape>> {
  return await shaping(stores, { actor, request, now }, async (all, entered) => {
    const { draft } = entered;
    const measure = livingIn(draft, request.measure);
    if (measure === null) return refuse({ kind: 'unknown-draft-measure' });
    if (isStale(measure, request.version)) return refuse({ kind: 'measure-rewritten', which: 'this' });
    const full = fullDraft(draft);
    if (full !== null) return refuse(full);
    const { position, origins, words, themes, notes, reason } = measure;
    const number = nextNumber(draft);
    const part = { position, number, origins, words, keptWords: null, themes, notes, reason };
    const added = await all.workbench.addMeasure(draft.id, part);
    await say(all, entered, { how: 'split', measure: measure.id, also: { into: added.id, number }, at: now });
    return accept(added);
  });
}

/** `measure` goes into `into`, which holds the words and the origins of both. */
export async function mergeMeasures(
  stores: Stores,
  actor: Actor,
  request: About & Read & { readonly into: number; readonly intoVersion?: number },
  now: Date,
): Promise<Result<Shaped, CannotShape>> {
  return await shaping(stores, { actor, request, now }, async (all, entered) => {
    const { draft } = entered;
    if (request.measure === request.into) return refuse({ kind: 'merge-with-itself' });
    const from = livingIn(draft, request.measure);
    const into = livingIn(draft, request.into);
    if (from === null || into === null) return refuse({ kind: 'unknown-draft-measure' });
    if (isStale(from, request.version)) return refuse({ kind: 'measure-rewritten', which: 'this' });
    if (isStale(into, request.intoVersion)) return refuse({ kind: 'measure-rewritten', which: 'other' });
    const words = mergedWords(into.words, from.words);
    const outside = wordsOutOfBounds(words);
    if (outside !== null) return refuse(outside);
    const brought = broughtBy(from, into);
    await all.workbench.changeMeasure(draft.id, into.id, { words, origins: [...into.origins, ...brought] });
    await all.workbench.changeMeasure(draft.id, from.id, {
      words: null,
      keptWords: from.words,
      number: null,
      mergedInto: into.id,
      brought,
    });
    const also = { into: into.id, before: into.words, from: from.words };
    await say(all, entered, { how: 'merged', measure: from.id, also, at: now });
    return accept({ id: into.id });
  });
}

export async function removeMeasure(
  stores: Stores,
  actor: Actor,
  request: About & Read & { readonly reason: string },
  now: Date,
): Promise<Result<Shaped, CannotShape>> {
  return await shaping(stores, { actor, request, now }, async (all, entered) => {
    const { draft } = entered;
    const measure = draft.measures.find(({ id }) => id === request.measure);
    if (measure === undefined) return refuse({ kind: 'unknown-draft-measure' });
    if (isStale(measure, request.version)) return refuse({ kind: 'measure-rewritten', which: 'this' });
    const { reason } = request;
    if (reason.length > MOST.reason) return refuse({ kind: 'words-too-long', field: 'reason', most: MOST.reason });
    const { words } = measure;
    // Removed already: only why is said anew.
    const change = words === null ? { reason } : { words: null, keptWords: words, number: null, reason };
    await all.workbench.changeMeasure(draft.id, measure.id, change);
    await say(all, entered, { how: 'removed', measure: measure.id, also: { reason, words }, at: now });
    return accept({ id: measure.id });
  });
}

/** Removed, or merged into another: it is there again with the words it had, and the other measure without what it brought. */
export async function restoreMeasure(
  stores: Stores,
  actor: Actor,
  request: About,
  now: Date,
): Promise<Result<Shaped, CannotShape>> {
  return await shaping(stores, { actor, request, now }, async (all, entered) => {
    const { draft } = entered;
    const allMerged = await all.workbench.merged(draft.id);
    const merged = allMerged.find(({ id }) => id === request.measure);
    const removed = draft.measures.find(({ id, words }) => id === request.measure && words === null);
    const back = merged ?? removed;
    if (back === undefined || back.keptWords === null) return refuse({ kind: 'unknown-draft-measure' });
    const full = fullDraft(draft);
    if (full !== null) return refuse(full);
    const number = numberBack(draft, back);
    await all.workbench.changeMeasure(draft.id, back.id, {
      words: back.keptWords,
      keptWords: null,
      number,
      mergedInto: null,
      brought: [],
    });
    // Their words stay: people rewrote them since.
    const others = merged === undefined ? [] : takenOut(merged, { living: draft.measures, merged: allMerged });
    for (const { id, ...change } of others) await all.workbench.changeMeasure(draft.id, id, change);
    await say(all, entered, { how: 'restored', measure: back.id, also: { number, words: back.keptWords }, at: now });
    return accept({ id: back.id });
  });
}

/** The number it had in the edition it comes from, when nobody has it now. */
function numberBack(draft: EditionDraft, { origins }: Pick<DraftMeasure, 'origins'>): number {
  const had = origins.find(({ edition }) => edition === draft.basedOn)?.measure;
  const free = had !== undefined && !draft.measures.some(({ number }) => number === had);
  return free ? had : nextNumber(draft);
}

async function shaping(
  stores: Stores,
  {
    actor,
    request,
    now,
  }: { readonly actor: Actor; readonly request: Sent & { readonly draft: number }; readonly now: Date },
  work: (all: Stores, entered: InDraft) => Promise<Result<Shaped, CannotShape>>,
): Promise<Result<Shaped, CannotShape>> {
  const act: Act = 'write-edition';
  return await sentOnce<{ id: number }, CannotShape>(stores, { actor, act, request, now }, async (all) => {
    const entered = await enterDraft(all, actor, { act, draft: request.draft });
    return entered.ok ? await work(all, entered.value) : entered;
  });
}

type Living = DraftMeasure & { readonly words: MeasureWords };

function livingIn(draft: EditionDraft, id: number): Living | null {
  return draft.measures.find((measure): measure is Living => measure.id === id && measure.words !== null) ?? null;
}

function isStale(measure: DraftMeasure, version: number | undefined): boolean {
  return version !== undefined && version !== measure.version;
}

function nextNumber(draft: EditionDraft): number {
  return Math.max(0, ...draft.measures.map(({ number }) => number ?? 0)) + 1;
}

function fullDraft(draft: EditionDraft): OutOfBounds | null {
  const full = livingOf(draft).length >= MOST.measures;
  return full ? { kind: 'too-many', what: 'measures', most: MOST.measures } : null;
}

async function say(
  all: Stores,
  entered: InDraft,
  said: { readonly how: string; readonly measure: number; readonly also: object; readonly at: Date },
): Promise<void> {
  const { how, measure, also, at } = said;
  await recordInDraft(all, entered, { act: 'write-edition', says: { what: how, measure, ...also }, at });
}
