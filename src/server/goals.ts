/**
 * The Sustainable Development Goals, of data/goals/goals.yaml: public words of the United Nations, with our lists of words beside
 * them. Read once, when first asked for; a wrong file is thrown.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Goal } from '#domain/crosswalk/goal.ts';
import { findChartersFolder } from './charter-files/charter-folder.ts';

const Text = v.pipe(v.string(), v.trim(), v.minLength(1));

const GoalsFile = v.object({
  source: v.object({
    title: Text,
    publisher: Text,
    reference: Text,
    adopted: v.pipe(v.string(), v.isoDate()),
    address: v.pipe(v.string(), v.url()),
    /** False until somebody compared our words with the printed resolution. */
    compared: v.boolean(),
  }),
  goals: v.pipe(
    v.array(
      v.object({
        number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(17)),
        name: Text,
        title: Text,
        words: v.array(v.pipe(v.string(), v.regex(/^[a-z0-9*' -]{2,60}$/))),
        because: Text,
      }),
    ),
    v.check(
      (goals) => goals.length === 17 && goals.every(({ number }, at) => number === at + 1),
      'the 17 goals, in order',
    ),
  ),
});

export type GoalSource = v.InferOutput<typeof GoalsFile>['source'];

let kept: v.InferOutput<typeof GoalsFile> | null = null;

function read(): v.InferOutput<typeof GoalsFile> {
  kept ??= v.parse(GoalsFile, parse(readFileSync(join(findChartersFolder(), '..', 'goals', 'goals.yaml'), 'utf8')));
  return kept;
}

/** All 17, in order. */
export function loadGoals(): readonly Goal[] {
  return read().goals;
}

export function goalSource(): GoalSource {
  return read().source;
}

/** Null: there is no such goal. */
export function goalByNumber(number: number): Goal | null {
  return loadGoals()[number - 1] ?? null;
}
