import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FiguresRead } from '#domain/plan/figures-read.ts';
import { cellName, readFigures } from './read-figures.ts';

function read(text: string, unit = 'toilettes'): FiguresRead {
  const found = readFigures(text, { unit });
  if ('kind' in found) throw new Error(found.kind);
  return found;
}
const short = ({ values }: FiguresRead) =>
  values.map(({ kind, territory, period, value }) => [kind, territory, period?.on ?? null, value]);

test('dates, results and targets under their headers, with French decimals and cells that nobody knows', () => {
  const found = read('Année\tRésultat\tObjectif\n2024\t11,5\t23\n2025\tn.d.\t23\n2026\t1 012,25\t\n');
  expect(short(found)).toEqual([
    ['result', '', '2024-12-31', 11.5],
    ['target', '', '2024-12-31', 23],
    ['target', '', '2025-12-31', 23],
    ['result', '', '2026-12-31', 1012.25],
  ]);
  expect(found).toMatchObject({ unknown: 2, faults: [] });
});

test('without a header: when, what was measured, what was aimed at', () => {
  expect(short(read('31/12/2024\t11\t23\n2025-12-31\t12\t23'))).toHaveLength(4);
});

test('one column for each territory, and its target beside', () => {
  const found = read('Date;Centre;Centre (objectif);Les Mûriers;Source\n2024;3;5;4;Service propreté');
  expect(short(found)).toEqual([
    ['result', 'Centre', '2024-12-31', 3],
    ['target', 'Centre', '2024-12-31', 5],
    ['result', 'Les Mûriers', '2024-12-31', 4],
  ]);
  expect(found.leftOut).toEqual(['Source']);
});

test('years across the top, territories or « Objectif » down the side', () => {
  const found = read('Quartier\t2024\t2025\nCentre\t3\t4\nObjectif Centre\t5\t5\n');
  expect(short(found)).toEqual([
    ['result', 'Centre', '2024-12-31', 3],
    ['result', 'Centre', '2025-12-31', 4],
    ['target', 'Centre', '2024-12-31', 5],
    ['target', 'Centre', '2025-12-31', 5],
  ]);
});

test('a target may have no date, a result may not', () => {
  const found = read('Date\tRésultat\tObjectif\n\t\t23\n\t12\t');
  expect(short(found)).toEqual([['target', '', null, 23]]);
  expect(found.faults).toMatchObject([{ cell: 'B3', kind: 'no-period' }]);
});

test('all that is wrong is told at once, each with its cell, and the rest is read', () => {
  const found = read(
    'Date\tRésultat\tObjectif\nbientôt\t1\t2\n2024\t1.234\t#REF!\n2025\t5\t6\t7\n2025\t8\t6\n2026\t9999999999999\t',
  );
  expect(found.faults.map(({ cell, kind }) => [cell, kind])).toEqual([
    ['A2', 'bad-period'],
    ['B3', 'ambiguous-number'],
    ['C3', 'bad-number'],
    ['D4', 'no-header'],
    ['B5', 'said-twice'],
    ['B6', 'out-of-bounds'],
  ]);
  expect(short(found)).toEqual([
    ['result', '', '2025-12-31', 5],
    ['target', '', '2025-12-31', 6],
  ]);
});

test('lines are those of what was pasted, blank ones and cells of several lines counted', () => {
  const found = read('Date\tRésultat\n\n"2024"\t"douze\nou treize"\n2025\tdouze');
  expect(found.faults.map(({ cell }) => cell)).toEqual(['B3', 'B5']);
});

test('nothing, one column, a quote that never closes and a whole book are told as such', () => {
  expect(readFigures(' \n ', { unit: '' })).toEqual({ kind: 'nothing-pasted' });
  expect(readFigures('2024\n2025', { unit: '' })).toEqual({ kind: 'one-column' });
  expect(readFigures('a\t"b\n2024\t1', { unit: '' })).toEqual({ kind: 'broken-cell' });
  expect(readFigures('1\t'.repeat(150_000), { unit: '' })).toMatchObject({ kind: 'too-much' });
});

test('whatever is pasted, each cell is read, unknown or told, and no figure is made up', () => {
  const cell = fc.constantFrom(
    '2024',
    '12',
    '12,5',
    '',
    'n.d.',
    '1.234',
    '=A1',
    'Centre',
    'Objectif',
    '-',
    '"',
    'x\ny',
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      const text = rows.map((row) => row.join('\t')).join('\n');
      const found = readFigures(text, { unit: '' });
      if ('kind' in found) return;
      for (const { value } of found.values) expect([12, 12.5, 2024]).toContain(value);
    }),
  );
});

test('cells are named as in a spreadsheet', () => {
  expect([cellName(0, 1), cellName(25, 2), cellName(26, 3), cellName(701, 4), cellName(702, 5)]).toEqual([
    'A1',
    'Z2',
    'AA3',
    'ZZ4',
    'AAA5',
  ]);
});
