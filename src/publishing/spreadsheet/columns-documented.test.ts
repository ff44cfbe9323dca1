/** docs/open-data.md says every column and every address of the downloads: scripts are written from it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CLAUSE_COLUMNS } from './charter-columns.ts';
import { COMMITMENT_COLUMNS, PACT_COLUMNS } from './pact-columns.ts';
import { ACTION_COLUMNS, PLAN_COLUMNS } from './plan-columns.ts';

const PAGE = readFileSync('docs/open-data.md', 'utf8');

describe.each([
  ['Pacts', PACT_COLUMNS],
  ['Levels of measures', COMMITMENT_COLUMNS],
  ['Clauses', CLAUSE_COLUMNS],
  ['Plans', PLAN_COLUMNS],
  ['Actions', ACTION_COLUMNS],
])('%s', (title, columns) => {
  test('has the columns of the file, in its order, and no other', () => {
    const section = PAGE.split(/^## /mu).find((part) => part.startsWith(`${title}\n`)) ?? '';
    const named = [...section.matchAll(/^\| `(\w+)` \| \S/gmu)].map(([, column]) => column);
    expect(named).toEqual(Object.keys(columns));
  });
});

test('every set of columns is among them', () => {
  const files = readdirSync('src/publishing/spreadsheet').filter((file) => /-columns\.ts$/u.test(file));
  const sets = files.flatMap((file) => [
    ...readFileSync(`src/publishing/spreadsheet/${file}`, 'utf8').matchAll(/export const (\w+)/gu),
  ]);
  expect(sets.map(([, name]) => name).sort()).toEqual([
    'ACTION_COLUMNS',
    'CLAUSE_COLUMNS',
    'COMMITMENT_COLUMNS',
    'PACT_COLUMNS',
    'PLAN_COLUMNS',
  ]);
});

test('every download has its address there, and every address is a download', () => {
  const served = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(csv|json)\/\+server\.ts$/u.test(file) && !file.startsWith('lire/'))
    .map((file) => shape(`/${file.replace('/+server.ts', '')}`));
  const told = [...PAGE.matchAll(/^\| `(\/[^`]+\.(?:csv|json))` \|/gmu)].map(([, address]) => shape(address ?? ''));
  expect(told.sort()).toEqual(served.sort());
});

/** What stands for a code or a number has one name in routes and another in the page. */
function shape(address: string): string {
  return address.replaceAll(/\[\w+\]|\{\w+\}/gu, '*');
}
