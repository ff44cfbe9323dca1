import { read, type WorkBook } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { emptySheet } from '#domain/plan/working-sheet.ts';
import type { NamedSheet, PlanLine } from '#domain/plan/exchange/plan-lines.ts';
import { planSheetFile } from './plan-sheet-file.ts';

const sheet = emptySheet('=HYPERLINK("http://mal.example";"ici")');
const named: NamedSheet = {
  ...sheet,
  startsOn: '2027-02-01',
  texts: { ...sheet.texts, description: '  deux  espaces\n\tet une tabulation \u0007', context: '@SUM(A1)' },
  roles: { lead: [], referent: [], service: [{ kind: 'service', name: 'Voirie' }], structure: [], partner: [] },
  fundings: [],
  amounts: [{ direction: 'spending', stage: 'forecast', nature: null, year: null, euros: 1200.5, words: '' }],
};
const line: PlanLine = {
  kind: 'action',
  id: 7,
  number: '1.10',
  axisPath: [{ number: '1', title: '+33 <b> & Cie', description: '' }],
  sheet: named,
};
const plan = { title: 'Plan [vélo] : 2027/2032', lines: [line] };
const opened = (format: 'xlsx' | 'ods' | 'tet'): WorkBook =>
  read(planSheetFile(plan, format), { type: 'array', cellNF: true, cellFormula: true });
const tab = (book: WorkBook) => book.Sheets[book.SheetNames[0] ?? ''] ?? {};

describe.each(['xlsx', 'ods'] as const)('the %s that another program opens', (format) => {
  test('holds words as words, none as a formula, a day as a day, a number of action as it is written', () => {
    const cells = Object.entries(tab(opened(format))).filter(([address]) => /^[A-Z]+2$/.test(address));
    expect(cells.filter(([, cell]) => 'f' in (cell as object))).toEqual([]);
    const found = cells.map(([, cell]) => (cell as { readonly v?: unknown }).v);
    expect(found).toContain(sheet.title);
    expect(found).toContain('1.10');
    expect(found).toContain('+33 <b> & Cie');
    expect(found).toContain('@SUM(A1)');
    expect(JSON.stringify(cells)).toContain('2027-02-01'.split('-').toReversed().join('/'));
  });

  test('is the same to the byte for the same plan, under a name that every program takes for a tab', () => {
    expect(planSheetFile(plan, format)).toEqual(planSheetFile(plan, format));
    expect(opened(format).SheetNames).toEqual(['Plan vélo 2027 2032']);
  });
});

test('in an XLSX, no cell is longer than Excel takes: a line that says more goes on below, its title merged', () => {
  const steps = Array.from({ length: 100 }, (_, at) => ({
    title: `${String(at)} ${'planter '.repeat(50)}`.trim(),
    status: null,
    endsOn: null,
  }));
  const long = { ...plan, lines: [{ ...line, sheet: { ...named, steps } }, line] };
  const found = tab(read(planSheetFile(long, 'xlsx'), { type: 'array' }));
  const words = Object.values(found).flatMap((cell) => {
    const value = (cell as { readonly v?: unknown }).v;
    return typeof value === 'string' ? [value] : [];
  });
  expect(Math.max(...words.map(({ length }) => length))).toBeLessThanOrEqual(32_767);
  expect(steps.filter(({ title }) => !words.join('\n').includes(title))).toEqual([]);
  expect(found['!merges']).toEqual([{ s: { r: 1, c: 9 }, e: { r: 2, c: 9 } }]);
  expect((found['J4'] as { readonly v: unknown }).v).toBe(sheet.title);
});

test('the layout of Territoires en Transitions has its headers in row 2, its data from row 4, its budget as a number', () => {
  const cells = tab(opened('tet')) as Readonly<Record<string, { readonly v: unknown; readonly t: string }>>;
  expect(cells['A2']?.v).toBe('Axe (x)');
  expect(cells['D2']?.v).toBe('Titre de l’action');
  expect(cells['AB2']?.v).toBe('Date de fin');
  expect(cells['D4']?.v).toBe(sheet.title);
  expect(cells['X4']).toMatchObject({ t: 'n', v: 1200.5 });
});

test('in a CSV, what a spreadsheet would run gets an apostrophe', () => {
  const csv = new TextDecoder().decode(planSheetFile(plan, 'csv'));
  expect(csv).toContain(`"'=HYPERLINK(""http://mal.example"";""ici"")"`);
  expect(csv).toContain(`'+33 <b> & Cie`);
  expect(csv).toContain(`'@SUM(A1)`);
});
