/**
 * Golden cases: one folder a document. The expected result was reviewed by eye against the source; a changed one is
 * written beside it (`actual.yaml`, `actual.json`) and fails: correct the reader, or review the change and rename it.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { PlanReading, Reading } from '#reading/contract.ts';
import { readText } from '#reading/read-text.ts';
import { readingCases, type ReadingCase } from '#reading/testing/case-folders.ts';
import { expectNothingLost } from '#reading/testing/laws.ts';
import { loadEditions } from '#server/charters.ts';
import { summariseCharter } from './charter-summary.ts';
import { summarisePact } from './summary.ts';

describe.each(readingCases())('$name', (document) => {
  test('is read as expected', () => {
    const { extension, actual, parsed } = printed(readingOf(document));
    const file = join(document.folder, `expected.${extension}`);
    const beside = join(document.folder, `actual.${extension}`);
    const expected = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (actual === expected) rmSync(beside, { force: true });
    else writeFileSync(beside, actual);
    expect(parsed(actual)).toEqual(parsed(expected));
  });

  test('loses nothing', () => {
    expectNothingLost(readingOf(document));
  });
});

function readingOf({ name, kind, charter, text }: ReadingCase): Reading {
  const read = readText(text, { editions: loadEditions(), charter, as: null });
  if (!read.ok || read.value.kind !== kind) throw new Error(`${name} is not read as a ${kind}`);
  return read.value;
}

type Printed = {
  readonly extension: 'yaml' | 'json';
  readonly actual: string;
  readonly parsed: (file: string) => unknown;
};

function printed(reading: Reading): Printed {
  switch (reading.kind) {
    case 'pact':
      return yaml(summarisePact(reading));
    case 'charter':
      return yaml(summariseCharter(reading));
    // Reviewed sheet by sheet, spans and all.
    case 'plan':
      return { extension: 'json', actual: `${JSON.stringify(withoutText(reading), null, 2)}\n`, parsed: fromJson };
  }
}

function yaml(summary: object): Printed {
  return { extension: 'yaml', actual: stringify(summary, { lineWidth: 0 }), parsed: (file): unknown => parse(file) };
}

/** A case that has no expected result yet differs from everything. */
function fromJson(file: string): unknown {
  return file === '' ? null : JSON.parse(file);
}

function withoutText(reading: PlanReading): Omit<PlanReading, 'text'> {
  const { text: _text, ...rest } = reading;
  return rest;
}
