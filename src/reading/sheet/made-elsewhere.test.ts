import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSheet } from './read-sheet.ts';
import { cellAddress, type CellValue, type Tab, type Workbook } from './workbook.ts';

async function opened(name: string): Promise<Workbook> {
  const bytes = readFileSync(join(import.meta.dirname, 'files', name));
  const answer = await readSheet({ bytes, pasted: false });
  if (!answer.ok) throw new Error(answer.refusal.kind);
  return answer.value;
}

/** By address, as one short word each: what a person would check beside the open file. */
function shown(tab: Tab | undefined): Readonly<Record<string, string>> {
  const entries = (tab?.rows ?? []).flatMap(({ row, cells }) =>
    cells.flatMap((cell, column): [string, string][] => {
      if (cell === null) return [];
      const from = cell.mergedFrom === undefined ? '' : ` (from ${cell.mergedFrom})`;
      return [[cellAddress({ row, column }), said(cell) + from]];
    }),
  );
  return Object.fromEntries(entries);
}

function said(cell: CellValue): string {
  switch (cell.kind) {
    case 'text':
      return JSON.stringify(cell.text);
    case 'number':
      return `${String(cell.value)}${cell.unit ?? ''}`;
    case 'day':
      return `${cell.precision} ${cell.day}`;
    case 'truth':
      return String(cell.value);
    case 'error':
      return `error ${cell.code}`;
    case 'no-result':
      return 'no result';
  }
}

const PLAN = {
  ...{ A1: '"Axe"', B1: '"Calendrier"', D1: '"Titre"', E1: '"Budget"', F1: '"Part"', G1: '"Fait"' },
  ...{ H1: '"Heure"', I1: '"Statut"', J1: '"Long"' },
  ...{ A2: '"Axe" (from A1)', B2: '"Début"', C2: '"Fin"', D2: '"Titre" (from D1)', E2: '"Budget" (from E1)' },
  ...{ F2: '"Part" (from F1)', G2: '"Fait" (from G1)', H2: '"Heure" (from H1)', I2: '"Statut" (from I1)' },
  J2: '"Long" (from J1)',
  ...{ A3: '"Se déplacer"', B3: 'day 2026-02-01', C3: 'day 2027-03-31', D3: '"Pistes cyclables"', E3: '12000.5€' },
  ...{ F3: '0.25%', G3: 'true', H3: '"14:30"', I3: '"En cours"', J3: '"Voir la délibération du 3 mars\\nligne 2"' },
  ...{ A4: '"Se déplacer" (from A3)', B4: 'month 2026-03-01', C4: 'day 2028-02-29', D4: '"Garage à vélos"' },
  ...{ E4: '800€', F4: '1%', G4: 'false', H4: '"14:30"', I4: '"À venir"' },
  ...{ A5: '"Se déplacer" (from A3)', B5: 'year 1999-12-31', C5: 'day 2030-06-01', D5: '"Navette"', E5: '0€' },
  ...{ F5: '0%', G5: 'true', H5: '"14:30"', I5: '"Réalisé"' },
  ...{ A6: '"Total"', D6: '"ab"', E6: '12800.5€', F6: 'error #DIV/0!', G6: 'error #N/A', I6: 'true' },
  ...{ D7: '"=HYPERLINK(\\"http://x\\")"', E7: '"  deux  espaces "', F7: '"_x0041_ tab\\tfin"' },
  ...{ G7: '"😀 l’été & <b>"', I7: '"le site"', D40: '"loin"' },
};

/** In an ODS, LibreOffice keeps a truth that came from an XLSX as a formula that gives 1 or 0. */
const TRUTHS_AS_NUMBERS = { G3: '1', G4: '0', G5: '1', I6: '1' };

describe.each([
  ['xlsxwriter.xlsx', {}],
  ['xlsxwriter-1904.xlsx', {}],
  ['libreoffice.ods', TRUTHS_AS_NUMBERS],
  // It writes no tab into an XLSX.
  ['libreoffice.xlsx', { F7: '"_x0041_ tabfin"' }],
])('%s', (name, otherwise) => {
  test('is read cell by cell as its program shows it', async () => {
    const [plan] = (await opened(name)).tabs;
    expect(shown(plan)).toEqual({ ...PLAN, ...otherwise });
  });

  test('says which tabs are hidden, which are empty, and that a row is hidden', async () => {
    const { tabs } = await opened(name);
    expect(tabs.map((tab) => [tab.name, tab.hidden, tab.rowCount, tab.hiddenRows])).toEqual([
      ['Plan & « suite »', false, 8, 1],
      ['Autre', false, 1, 0],
      ['Cachée', true, 1, 0],
      ['Vide', false, 0, 0],
    ]);
  });
});

test('formulas that no program has computed yet have no result; saved by LibreOffice, they have one', async () => {
  const [before] = (await opened('openpyxl.xlsx')).tabs;
  const [after] = (await opened('libreoffice-formulas.ods')).tabs;
  expect(shown(before)).toMatchObject({ C2: '1000€', D2: 'no result', D3: 'no result', E2: 'day 2026-10-25' });
  expect(shown(after)).toMatchObject({ C2: '1000€', D2: '2000', D3: '1000.5', E2: 'day 2026-10-25' });
  expect([before?.hiddenRows, after?.hiddenRows]).toEqual([1, 1]);
});
