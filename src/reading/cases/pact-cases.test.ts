/**
 * Golden cases: one folder a document. `expected.yaml` was reviewed by eye against the source; a
 * changed result is written beside it as `actual.yaml` and fails.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { PactReading } from '#reading/contract.ts';
import { readText } from '#reading/read-text.ts';
import { expectNothingLost } from '#reading/testing/laws.ts';
import { loadEditions } from '#server/charters.ts';
import { summarisePact } from './summary.ts';

const CASES = import.meta.dirname;
const folders = readdirSync(CASES).filter((name) => existsSync(join(CASES, name, 'case.yaml')));

type Case = { readonly about: string; readonly source?: string; readonly charter?: string };

function readCase(name: string): PactReading {
  const { source, charter } = parse(readFileSync(join(CASES, name, 'case.yaml'), 'utf8')) as Case;
  const file = source === undefined ? join(CASES, name, 'source.txt') : join(CASES, '../../..', source);
  const read = readText(readFileSync(file, 'utf8'), { editions: loadEditions(), charter: charter ?? null, as: null });
  if (!read.ok || read.value.kind !== 'pact') throw new Error(`${name} is not read as a pact`);
  return read.value;
}

describe.each(folders)('%s', (name) => {
  test('is read as expected', () => {
    const actual = stringify(summarisePact(readCase(name)), { lineWidth: 0 });
    const file = join(CASES, name, 'expected.yaml');
    const expected = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (actual === expected) rmSync(join(CASES, name, 'actual.yaml'), { force: true });
    else writeFileSync(join(CASES, name, 'actual.yaml'), actual);
    expect(parse(actual)).toEqual(parse(expected));
  });

  test('loses nothing', () => {
    expectNothingLost(readCase(name));
  });
});
