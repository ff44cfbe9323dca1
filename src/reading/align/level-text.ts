/**
 * The words of a document against the clauses of one level.
 *
 * The level's clauses are compared as one run of words, whatever the document's line breaks, so
 * that three lines of the charter set as one paragraph (measure 18) are still three clauses. Each
 * clause is then same, amended (with its changes) or omitted.
 */
import type { Wording } from '#domain/pact/stance.ts';
import type { Change, Span } from '#reading/contract.ts';
import type { Source } from '#reading/text/lines.ts';
import { LITTLE_WORDS, type ReferenceClause, type ReferenceLevel } from './reference.ts';
import { compareWords, type Run } from './word-changes.ts';

export type ClauseAlignment = {
  readonly clause: number;
  readonly wording: Wording;
  readonly spans: readonly Span[];
  readonly changes: readonly Change[];
};

export type LevelAlignment = {
  readonly clauses: readonly ClauseAlignment[];
  /** Sentences of the document after or between the clauses that the charter does not have. */
  readonly additions: readonly Span[];
};

/** A clause is there when at least this share of its telling words is, in order. */
const PRESENT = 0.5;

/** `words` are token indices of the document, in order, maybe from several lines. */
export function alignLevel(
  source: Source,
  { level, words }: { readonly level: ReferenceLevel; readonly words: readonly number[] },
): LevelAlignment {
  const here = words.map((token) => source.tokens.keys[token] ?? '');
  const runs = compareWords(level.words.keys, here);
  const present = presentClauses(level, runs, here.length);
  const placed = placeChanges(runs, { clauses: level.clauses, present });
  const additions: Span[] = [];
  const clauses = level.clauses.map((clause): ClauseAlignment => {
    if (!present.includes(clause)) return { clause: clause.clause, wording: 'omitted', spans: [], changes: [] };
    const changes: Change[] = [];
    const touched: number[] = matchedWords(runs, clause);
    for (const run of placed.get(clause.clause) ?? []) {
      const span = spanOf(source, words, run.hereFrom, run.hereTo);
      if (run.refTo === run.refFrom && span !== null && isOwnSentence(source, span, run.hereTo - run.hereFrom)) {
        additions.push(span);
        continue;
      }
      changes.push({
        kind: run.refTo === run.refFrom ? 'added' : run.hereTo === run.hereFrom ? 'removed' : 'replaced',
        reference: level.words.text.slice(
          level.words.starts[run.refFrom] ?? 0,
          run.refTo > run.refFrom ? level.words.ends[run.refTo - 1] : (level.words.starts[run.refFrom] ?? 0),
        ),
        here: span === null ? '' : source.text.slice(span.start, span.end),
      });
      for (let at = run.hereFrom; at < run.hereTo; at++) touched.push(at);
    }
    return {
      clause: clause.clause,
      wording: changes.length === 0 ? 'same' : 'amended',
      spans: runsOfWords(source, words, touched),
      changes,
    };
  });
  return { clauses, additions };
}

/** Clauses that are there; failing that, the one that a shortened quotation begins. */
function presentClauses(level: ReferenceLevel, runs: readonly Run[], here: number): ReferenceClause[] {
  const present = level.clauses.filter((clause) => coverage(level, clause, runs) >= PRESENT);
  const matched = runs.filter(({ same }) => same).reduce((sum, run) => sum + run.hereTo - run.hereFrom, 0);
  if (present.length > 0 || matched < 4 || matched < 0.7 * here) return present;
  const best = level.clauses.reduce<{ clause: ReferenceClause; share: number } | null>((known, clause) => {
    const share = coverage(level, clause, runs);
    return known === null || share > known.share ? { clause, share } : known;
  }, null);
  return best === null ? [] : [best.clause];
}

/** Share of the telling words of the document's passage that the level has, 0 to 1, order left out. */
export function belonging(bag: ReadonlySet<string>, loose: readonly string[]): number {
  let known = 0;
  let all = 0;
  for (const word of loose) {
    const weight = LITTLE_WORDS.has(word) ? 0.1 : 1;
    all += weight;
    if (bag.has(word)) known += weight;
  }
  return all === 0 ? 0 : known / all;
}

/** Share of a clause's telling words that runs found, 0 to 1. */
function coverage(level: ReferenceLevel, { from, to }: ReferenceClause, runs: readonly Run[]): number {
  let found = 0;
  let all = 0;
  for (let word = from; word < to; word++) all += weightOf(level, word);
  for (const run of runs)
    if (run.same)
      for (let word = Math.max(from, run.refFrom); word < Math.min(to, run.refTo); word++)
        found += weightOf(level, word);
  return all === 0 ? 0 : found / all;
}

function weightOf(level: ReferenceLevel, word: number): number {
  return LITTLE_WORDS.has(level.words.loose[word] ?? '') ? 0.1 : 1;
}

/** Changed runs by clause: cut at clause boundaries, and kept away from clauses that were left out. */
function placeChanges(
  runs: readonly Run[],
  { clauses, present }: { clauses: readonly ReferenceClause[]; present: readonly ReferenceClause[] },
): Map<number, Run[]> {
  const placed = new Map<number, Run[]>();
  const put = (clause: ReferenceClause, run: Run): void => {
    if (run.refTo === run.refFrom && run.hereTo === run.hereFrom) return;
    placed.set(clause.clause, [...(placed.get(clause.clause) ?? []), run]);
  };
  for (const run of runs) {
    if (run.same) continue;
    if (run.refTo === run.refFrom) {
      const owner =
        present.find(({ from, to }) => run.refFrom > from && run.refFrom < to) ??
        present.findLast(({ to }) => to <= run.refFrom) ??
        present[0];
      if (owner !== undefined) put(owner, run);
      continue;
    }
    const parts = clauses.filter(({ from, to }) => from < run.refTo && to > run.refFrom);
    const kept = parts.filter((clause) => present.includes(clause));
    kept.forEach((clause, index) => {
      // The document's words of a run that crosses clauses go to the first clause that is there.
      const here =
        index === 0 ? { hereFrom: run.hereFrom, hereTo: run.hereTo } : { hereFrom: run.hereTo, hereTo: run.hereTo };
      put(clause, {
        same: false,
        refFrom: Math.max(run.refFrom, clause.from),
        refTo: Math.min(run.refTo, clause.to),
        ...here,
      });
    });
  }
  return placed;
}

function matchedWords(runs: readonly Run[], { from, to }: ReferenceClause): number[] {
  const words: number[] = [];
  for (const run of runs) {
    if (!run.same || run.refTo <= from || run.refFrom >= to) continue;
    const oneToOne = run.refTo - run.refFrom === run.hereTo - run.hereFrom;
    const first = oneToOne ? run.hereFrom + Math.max(0, from - run.refFrom) : run.hereFrom;
    const last = oneToOne ? run.hereTo - Math.max(0, run.refTo - to) : run.hereTo;
    for (let at = first; at < last; at++) words.push(at);
  }
  return words;
}

/** An added sentence of the list's own, as against a word slipped into the clause. */
function isOwnSentence({ text }: Source, { start, end }: Span, words: number): boolean {
  if (words < 3) return false;
  const before = text.slice(Math.max(0, start - 6), start);
  const startsNew = /(?:[.!?…:;)]["»”]?\s*|\n\s*[^\p{L}\p{N}]{0,3})$/u.test(before) || /[([]\s*$/.test(before);
  return startsNew && end > start;
}

function spanOf(source: Source, words: readonly number[], from: number, to: number): Span | null {
  const first = words[from];
  const last = words[to - 1];
  if (to <= from || first === undefined || last === undefined) return null;
  return { start: source.tokens.starts[first] ?? 0, end: source.tokens.ends[last] ?? 0 };
}

/** Neighbouring words as one span each. */
function runsOfWords(source: Source, words: readonly number[], touched: readonly number[]): Span[] {
  const sorted = [...new Set(touched)].sort((a, b) => a - b);
  const spans: { start: number; end: number; last: number }[] = [];
  for (const at of sorted) {
    const token = words[at];
    if (token === undefined) continue;
    const start = source.tokens.starts[token] ?? 0;
    const end = source.tokens.ends[token] ?? 0;
    const current = spans.at(-1);
    if (current !== undefined && token === current.last + 1) Object.assign(current, { end, last: token });
    else spans.push({ start, end, last: token });
  }
  return spans.map(({ start, end }) => ({ start, end }));
}
