/** What a charter asks, promise by promise, as it is compared with another charter: measures and principles alike. */
import type { CharterText } from '../charter/edition.ts';
import { commitmentKeyOf } from '../follow-up/commitment-key.ts';

/** A promise of an edition: `m15` or `pA` of ../follow-up/commitment-key.ts, never a local one. */
export type CharterPromise = { readonly edition: string; readonly item: string };

export type PromiseWords = {
  readonly item: string;
  readonly title: string;
  /** Explains and promises nothing. */
  readonly introduction: string;
  /** In the edition's order; those of a principle stand at level 0. */
  readonly clauses: readonly ClauseWords[];
};

export type ClauseWords = { readonly level: number; readonly clause: number; readonly text: string };

/** Principles first, as printed. */
export function promisesOf(edition: Pick<CharterText, 'principles' | 'measures'>): readonly PromiseWords[] {
  return [
    ...edition.principles.map(({ letter, title, text }) => ({
      item: `p${letter}`,
      title,
      introduction: '',
      clauses: [{ level: 0, clause: 1, text }],
    })),
    ...edition.measures.map(({ number, title, introduction = [], levels }) => ({
      item: `m${number}`,
      title,
      introduction: introduction.join('\n'),
      clauses: levels.flatMap(({ level, clauses }) => clauses.map(({ clause, text }) => ({ level, clause, text }))),
    })),
  ];
}

/** Null: the edition holds no such promise. */
export function promiseOf(edition: Pick<CharterText, 'principles' | 'measures'>, item: string): PromiseWords | null {
  const key = commitmentKeyOf(item);
  if (key === null || key.kind === 'local') return null;
  return promisesOf(edition).find((promise) => promise.item === item) ?? null;
}
