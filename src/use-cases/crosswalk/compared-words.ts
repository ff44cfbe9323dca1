/** The words of both sides of a line, as they are now, under one hash: whoever confirms a line confirms these words. */
import { createHash } from 'node:crypto';
import type { Goal } from '#domain/crosswalk/goal.ts';
import type { LinkPair } from '#domain/crosswalk/crosswalk-link.ts';
import { promiseOf, type CharterPromise, type PromiseWords } from '#domain/crosswalk/promise-words.ts';
import { canonicalJson, type Json } from '#domain/shared/canonical-json.ts';
import type { Stores } from '../stores.ts';

/** Null: the charter holds no such promise, any more or ever. */
export async function wordsOfPromise(
  stores: Stores,
  { edition: id, item }: CharterPromise,
): Promise<PromiseWords | null> {
  const edition = await stores.editions.find(id);
  return edition === null ? null : promiseOf(edition, item);
}

/** Null: one side is not there. */
export async function hashOfPair(
  stores: Stores,
  { from, to }: LinkPair,
  goals: readonly Goal[],
): Promise<string | null> {
  const here = await wordsOfPromise(stores, from);
  const there = to.kind === 'promise' ? await wordsOfPromise(stores, to) : goalOf(to.goal, goals);
  return here === null || there === null ? null : hashOfWords(here, there);
}

export function hashOfWords(from: PromiseWords, to: PromiseWords | Goal): string {
  return createHash('sha256')
    .update(`${said(from)}\n${said(to)}`, 'utf8')
    .digest('hex');
}

/** Our lists of words are not words of the goal. */
function said(words: PromiseWords | Goal): string {
  const told: Json =
    'item' in words
      ? { title: words.title, introduction: words.introduction, clauses: words.clauses.map(({ text }) => text) }
      : { goal: words.number, title: words.title };
  return canonicalJson(told);
}

function goalOf(number: number, goals: readonly Goal[]): Goal | null {
  return goals.find((goal) => goal.number === number) ?? null;
}
