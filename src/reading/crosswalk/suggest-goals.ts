/**
 * Which Sustainable Development Goals a promise may serve, by the words of data/goals: a goal is a line of twenty words, far too
 * short to be compared with a measure as two charters are. It proposes and nothing more.
 */
import type { Goal } from '#domain/crosswalk/goal.ts';
import type { GoalFound } from '#domain/crosswalk/likeness.ts';
import { promisesOf, type PromiseWords } from '#domain/crosswalk/promise-words.ts';
import { compilePatterns, familyAt, patternsFrom, type Patterns } from '../links/word-families.ts';
import { tokenize } from '../text/tokens.ts';
import type { Compared } from './suggest-relatives.ts';

/** A word of the title tells as much as several of the text; one word of the text alone tells nothing. */
const IN_TITLE = 2;
const ENOUGH = 2;
/** For one promise; past it the goals are no longer told apart. */
const FOR_ONE = 3;
const REASON_WORDS = 6;
/** Of a score of 1. */
const ALL = 10;

/** At most three for a promise, all of them the likeliest first. Pure; cost linear in the text. */
export function suggestGoals(edition: Compared, goals: readonly Goal[]): readonly GoalFound[] {
  const patterns = compilePatterns(Object.fromEntries(goals.map(({ number, words }) => [number, words.join(',')])));
  return promisesOf(edition)
    .flatMap((promise) => goalsOf(promise, patterns).slice(0, FOR_ONE))
    .toSorted(byScore);
}

function byScore(one: GoalFound, other: GoalFound): number {
  return other.score - one.score || one.from.localeCompare(other.from) || one.goal - other.goal;
}

function goalsOf({ item, title, clauses }: PromiseWords, patterns: Patterns): readonly GoalFound[] {
  const found = new Map<number, Map<string, { words: string; weight: number }>>();
  const look = (text: string, weight: number): void => {
    for (const { goal, words } of wordsOfGoals(text, patterns)) {
      const known = found.get(goal) ?? new Map<string, { words: string; weight: number }>();
      // Said ten times, it tells no more; and « vélo » and « vélos » are one.
      const key = words.slice(0, 5);
      const before = known.get(key);
      known.set(key, { words: before?.words ?? words, weight: Math.max(weight, before?.weight ?? 0) });
      found.set(goal, known);
    }
  };
  look(title, IN_TITLE);
  for (const { text } of clauses) look(text, 1);
  return [...found]
    .map(([goal, words]) => ({
      from: item,
      goal,
      score: Math.min(1, [...words.values()].reduce((sum, { weight }) => sum + weight, 0) / ALL),
      reasons: [
        {
          kind: 'goal-words' as const,
          words: [...words.values()]
            .toSorted((a, b) => b.weight - a.weight)
            .slice(0, REASON_WORDS)
            .map((word) => word.words),
        },
      ],
    }))
    .filter(({ score }) => score * ALL >= ENOUGH)
    .toSorted(byScore);
}

/** Every word of the text that some goal's list holds: a word may serve several goals. */
function* wordsOfGoals(text: string, patterns: Patterns): Generator<{ readonly goal: number; readonly words: string }> {
  const { keys, starts, ends } = tokenize(text);
  for (const [at, key] of keys.entries()) {
    const here = patternsFrom(key, patterns);
    for (const goal of new Set(here.map(({ family }) => family))) {
      const fit = familyAt(
        here.filter(({ family }) => family === goal),
        { keys, at },
      );
      if (fit !== null)
        yield { goal: Number(goal), words: text.slice(starts[at], ends[at + fit.length - 1]).toLowerCase() };
    }
  }
}
