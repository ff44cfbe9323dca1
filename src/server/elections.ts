/**
 * The general elections that this site knows: data/elections, read once, when first asked for. A wrong file stops the
 * program: it is data of the program. By-elections are entered by people, and kept in the database.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Election } from '#domain/campaign/election.ts';

let known: readonly Election[] | undefined;

/** Oldest first. The same values at every call. */
export function generalElections(): readonly Election[] {
  return (known ??= readElections());
}

export function readElections(folder: string = electionsFolder()): readonly Election[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file): Election => {
      const { id, year, rounds, termTo, source } = v.parse(FILE, parse(readFileSync(join(folder, file), 'utf8')));
      if (file !== `${id}.yaml`) throw new Error(`data/elections/${file} holds the election ${id}`);
      return { id, kind: 'general', year, municipality: null, rounds, termTo, source };
    })
    .toSorted((one, other) => one.year - other.year);
}

function roundOf<const Number extends 1 | 2>(number: Number) {
  return v.strictObject({ round: v.literal(number), heldOn: v.nullable(v.pipe(v.string(), v.isoDate())) });
}

const FILE = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/)),
  year: v.pipe(v.number(), v.integer()),
  rounds: v.strictTuple([roundOf(1), roundOf(2)]),
  termTo: v.pipe(v.number(), v.integer()),
  source: v.strictObject({ title: v.string(), url: v.nullable(v.pipe(v.string(), v.url())), note: v.string() }),
});

/** Found from here upwards: this module runs from src/ as well as from the built server. */
function electionsFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'data', 'elections');
    if (existsSync(candidate)) return candidate;
  }
  throw new Error('data/elections is missing beside the program');
}
