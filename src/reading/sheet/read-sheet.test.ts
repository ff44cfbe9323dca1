import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellAddress, type SheetCell, type Tab } from './workbook.ts';
import { readSheet } from './read-sheet.ts';

const read = async (bytes: Uint8Array, pasted = false) => await readSheet({ bytes, pasted });
const tabOf = async (bytes: Uint8Array): Promise<Tab> => {
  const answer = await read(bytes);
  if (!answer.ok) throw new Error(answer.refusal.kind);
  const [tab] = answer.value.tabs;
  if (tab === undefined) throw new Error('no tab');
  return tab;
};
const cells = (tab: Tab) =>
  Object.fromEntries(
    tab.rows.flatMap(({ row, cells: all }) =>
      all.flatMap((cell, column): [string, SheetCell][] =>
        cell === null ? [] : [[cellAddress({ row, column }), cell]],
      ),
    ),
  );

/** As another program writes it: an independent writer of both formats. */
function written(sheet: WorkSheet, bookType: 'xlsx' | 'ods', name = 'Plan'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

function made(given: Readonly<Record<string, CellObject>>, more: Partial<WorkSheet> = {}): WorkSheet {
  return { '!ref': 'A1:F9', ...given, ...more };
}

describe.each(['xlsx', 'ods'] as const)('a workbook in %s', (bookType) => {
  test('gives words, numbers, truth and days, with their addresses', async () => {
    const sheet = made({
      A1: { t: 's', v: 'Élan & <Avenir>' },
      B1: { t: 'n', v: 12.5 },
      C1: { t: 'b', v: true },
      D3: { t: 'n', v: 46054, z: 'dd/mm/yyyy' },
    });
    expect(cells(await tabOf(written(sheet, bookType)))).toMatchObject({
      A1: { kind: 'text', text: 'Élan & <Avenir>' },
      B1: { kind: 'number', value: 12.5 },
      C1: { kind: 'truth', value: true },
      D3: { kind: 'day', day: '2026-02-01' },
    });
  });

  test('keeps the result of a formula, and says that there was one', async () => {
    const sheet = made({ A1: { t: 'n', v: 3, f: '1+2' }, A2: { t: 's', v: 'ab', f: '"a"&"b"' } });
    const { A1, A2 } = cells(await tabOf(written(sheet, bookType)));
    expect([A1, A2]).toMatchObject([
      { kind: 'number', value: 3 },
      { kind: 'text', text: 'ab' },
    ]);
    expect(A1?.formula).toContain('1+2');
  });

  test('spreads a merged area over its rows, in its first column, where something else is written', async () => {
    const sheet = made(
      { A1: { t: 's', v: 'Vélo' }, B1: { t: 's', v: 'un' }, B2: { t: 's', v: 'deux' }, B4: { t: 's', v: 'hors' } },
      { '!merges': [{ s: { r: 0, c: 0 }, e: { r: 2, c: 0 } }] },
    );
    const found = cells(await tabOf(written(sheet, bookType)));
    expect(found['A2']).toEqual({ kind: 'text', text: 'Vélo', mergedFrom: 'A1' });
    expect(Object.keys(found)).not.toContain('A3');
    expect(Object.keys(found)).not.toContain('A4');
  });

  test('with more rows than the limit is read, counted, and kept as far as it', async () => {
    const rows = Array.from({ length: 12_100 }, (_, at) => [`action ${String(at)}`]);
    const tab = await tabOf(written(utils.aoa_to_sheet(rows), bookType));
    expect([tab.rowCount, tab.rows.length]).toEqual([12_100, 12_000]);
  });
});

describe('an XLSX', () => {
  const workbook = (sheet: string, more: Readonly<Record<string, string>> = {}) =>
    zipSync(
      Object.fromEntries(
        Object.entries({
          'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
          'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
          'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${sheet}</sheetData></worksheet>`,
          ...more,
        }).map(([name, text]) => [name, strToU8(text)]),
      ),
    );
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';

  test('tells a month from a day, a share and euros from a number, by its formats', async () => {
    const formats = ['mmm-yy', 'yyyy', 'dd/mm/yyyy', '0%', '# ##0,00 "€"', '[h]:mm'];
    const styles =
      `<styleSheet xmlns="${MAIN}"><numFmts>` +
      formats
        .map((code, at) => `<numFmt numFmtId="${String(200 + at)}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
        .join('') +
      `</numFmts><cellXfs>${formats.map((_, at) => `<xf numFmtId="${String(200 + at)}"/>`).join('')}</cellXfs></styleSheet>`;
    const row = ['46082', '46082', '46082', '0.5', '1200', '0.5'].map(
      (value, at) => `<c s="${String(at)}"><v>${value}</v></c>`,
    );
    const found = cells(await tabOf(workbook(`<row>${row.join('')}</row>`, { 'xl/styles.xml': styles })));
    expect(found).toEqual({
      A1: { kind: 'day', day: '2026-03-01', precision: 'month' },
      B1: { kind: 'day', day: '2026-03-01', precision: 'year' },
      C1: { kind: 'day', day: '2026-03-01', precision: 'day' },
      D1: { kind: 'number', value: 0.5, unit: '%' },
      E1: { kind: 'number', value: 1200, unit: '€' },
      F1: { kind: 'text', text: '12:00' },
    });
  });

  test('says which formula failed and which has no result', async () => {
    const found = cells(await tabOf(workbook('<row><c t="e"><f>A0</f><v>#REF!</v></c><c><f>1+1</f></c></row>')));
    expect(found).toMatchObject({ A1: { kind: 'error', code: '#REF!' }, B1: { kind: 'no-result', formula: '1+1' } });
  });

  test('joins the runs of its words and leaves out how they are pronounced', async () => {
    const items =
      '<si><r><t xml:space="preserve">Plan </t></r><r><rPr><b/></rPr><t>vélo</t></r><r><t>_x000D__x005F_x0041_</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>';
    const bytes = workbook('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', {
      'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${items}</sst>`,
    });
    expect(cells(await tabOf(bytes))).toEqual({
      A1: { kind: 'text', text: 'Plan vélo\n_x0041_' },
      B1: { kind: 'text', text: '東京' },
    });
  });

  test('whose part is well formed no more is refused, not read by half', async () => {
    const bytes = workbook('<row><c t="str"><v>un</v></row><row><c t="str"><v>deux</v></c></row>');
    expect(await read(bytes)).toMatchObject({ ok: false, refusal: { kind: 'sheet-damaged' } });
  });

  test('takes a formula that gives no words for an empty cell, not for one without result', async () => {
    const empty = '<c r="A1" t="str"><f>IF(B1=0,"","x")</f><v></v></c><c r="B1"><v>0</v></c>';
    const [row] = (await tabOf(workbook(`<row>${empty}</row>`))).rows;
    expect(row?.cells).toEqual([null, { kind: 'number', value: 0 }]);
  });

  test('counts days from 1904 where its workbook says so', async () => {
    const book = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    const styles = `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`;
    const bytes = workbook('<row><c s="0"><v>44592</v></c></row>', {
      'xl/workbook.xml': book,
      'xl/styles.xml': styles,
    });
    expect(cells(await tabOf(bytes))).toMatchObject({ A1: { day: '2026-02-01' } });
  });

  test('with macros is read like any other: they are never opened', async () => {
    const bytes = workbook('<row><c><v>1</v></c></row>', { 'xl/vbaProject.bin': 'Sub Auto_Open()' });
    expect(cells(await tabOf(bytes))).toEqual({ A1: { kind: 'number', value: 1 } });
  });

  test.each([
    ['a part cut in the middle', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 200), 'sheet-damaged'],
    ['nothing', () => new Uint8Array(), 'empty-sheet'],
  ])('with %s is refused', async (_, harm, kind) => {
    expect(await read(harm(workbook('<row><c><v>1</v></c></row>')))).toMatchObject({ ok: false, refusal: { kind } });
  });

  test('that unpacks into a bomb is refused before it does', async () => {
    const bomb = workbook(`<row><c t="str"><v>${' '.repeat(60 * 1024 * 1024)}</v></c></row>`);
    expect(bomb.byteLength).toBeLessThan(200_000);
    expect(await read(bomb)).toMatchObject({ ok: false, refusal: { kind: 'sheet-unpacks-too-much' } });
  });

  test('that declares entities is refused', async () => {
    const bytes = workbook('', { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' });
    expect(await read(bytes)).toMatchObject({ ok: false, refusal: { kind: 'sheet-forbidden-xml' } });
  });
});

describe('an ODS', () => {
  const NAME = 'urn:oasis:names:tc:opendocument:xmlns';
  const ods = (rows: string) =>
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
      'content.xml': strToU8(
        `<office:document-content xmlns:office="${NAME}:office:1.0" xmlns:table="${NAME}:table:1.0" xmlns:text="${NAME}:text:1.0">` +
          `<office:body><office:spreadsheet><table:table table:name="A">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    });

  test('that claims a million equal rows costs no more than our limit', async () => {
    const cell =
      '<table:table-cell table:number-columns-repeated="10" office:value-type="string"><text:p>x</text:p></table:table-cell>';
    const tab = await tabOf(ods(`<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`));
    expect(tab.rows).toHaveLength(12_000);
    expect(tab.rowCount).toBeGreaterThan(12_000);
  });

  test('of a few bytes that claims millions of cells is refused; of one long row, says how much stands too far right', async () => {
    const cell =
      '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell>';
    expect(await read(ods(`<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`))).toEqual({
      ok: false,
      refusal: { kind: 'sheet-too-full', limitInCells: 600_000 },
    });
    expect((await tabOf(ods(`<table:table-row>${cell}</table:table-row>`))).cellsTooFarRight).toBeGreaterThan(0);
  });

  test('gives a value that no words show, and takes a formula without words for an empty cell', async () => {
    const row =
      '<table:table-cell office:value-type="float" office:value="12"/>' +
      '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""><text:p/></table:table-cell>' +
      '<table:table-cell table:formula="of:=[.A1]"/>';
    expect(cells(await tabOf(ods(`<table:table-row>${row}</table:table-row>`)))).toEqual({
      A1: { kind: 'number', value: 12 },
      C1: { kind: 'no-result', formula: '=[.A1]' },
    });
  });
});

describe('a table of words', () => {
  test.each([
    ['UTF-8 with its mark', Buffer.from('\ufeffTitre;Élu\nForêt;œuvre\n')],
    [
      'Windows-1252',
      Buffer.from([
        ...Buffer.from('Titre;'),
        0xc9,
        0x6c,
        0x75,
        0x0a,
        ...Buffer.from('For'),
        0xea,
        0x74,
        0x3b,
        0x9c,
        ...Buffer.from('uvre\n'),
      ]),
    ],
    ['UTF-16, between tabs', Buffer.from('\ufeffTitre\tÉlu\nForêt\tœuvre\n', 'utf16le')],
  ])('is read from %s', async (_, bytes) => {
    expect(cells(await tabOf(bytes))).toMatchObject({
      B1: { text: 'Élu' },
      A2: { text: 'Forêt' },
      B2: { text: 'œuvre' },
    });
  });

  test('numbers its rows as a spreadsheet does, past cells of several lines and empty rows', async () => {
    const tab = await tabOf(Buffer.from('sep=;\nTitre;Texte\nA;"un\ndeux\ntrois"\n\nB;fin\n'));
    expect(cells(tab)).toMatchObject({ A1: { text: 'Titre' }, B2: { text: 'un\ndeux\ntrois' }, A4: { text: 'B' } });
  });

  test('loses the apostrophe that kept a cell from being a formula, and no other', async () => {
    const tab = await tabOf(Buffer.from("a;'=1+1;'- un;''=x;l'eau;'mot'\n"));
    expect(tab.rows[0]?.cells.map((cell) => (cell?.kind === 'text' ? cell.text : null))).toEqual([
      'a',
      '=1+1',
      '- un',
      "'=x",
      "l'eau",
      "'mot'",
    ]);
  });

  test('of fifty thousand rows is counted whole and kept as far as the limit', async () => {
    const tab = await tabOf(Buffer.from(`Titre;Statut\n${'Planter;En cours\n'.repeat(50_000)}`));
    expect([tab.rowCount, tab.rows.length]).toEqual([50_001, 12_000]);
  });

  test('cut in the middle of a quoted cell says on which line', async () => {
    const answer = await read(Buffer.from('Titre;Texte\nA;"et puis'));
    expect(answer).toEqual({ ok: false, refusal: { kind: 'endless-cell', line: 2 } });
  });

  test('pasted from a spreadsheet is told apart from a file', async () => {
    expect(await read(Buffer.from('Titre\tStatut\nA\tEn cours'), true)).toMatchObject({
      ok: true,
      value: { format: 'paste' },
    });
  });
});

test.each([
  ['a PDF', Buffer.from('%PDF-1.7\n…'), 'not-a-sheet'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'not-a-sheet'],
  ['an Excel file of 1997', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'sheet-too-old'],
  [
    'a workbook locked with a password',
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
    'sheet-locked',
  ],
  ['a binary workbook', zipSync({ 'xl/workbook.bin': strToU8('a') }), 'sheet-binary'],
  [
    'a page under the name of a spreadsheet',
    Buffer.from('\n<html><table><tr><td>Titre</td></tr></table></html>'),
    'not-a-sheet',
  ],
  ['a workbook in one XML', Buffer.from('\ufeff<?xml version="1.0"?><Workbook/>'), 'not-a-sheet'],
  ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'not-a-sheet'],
])('%s is refused for what it is', async (_, bytes, kind) => {
  expect(await read(bytes)).toMatchObject({ ok: false, refusal: { kind } });
});
