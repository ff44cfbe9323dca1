import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BrokenTableError, openTable } from './open-table.ts';
import { CELL_LIMIT, delimiterOf, rowParser, type Delimiter } from './row-parser.ts';

function parse(text: string, delimiter: Delimiter = ';', cuts: readonly number[] = []) {
  const parser = rowParser(delimiter);
  const ends = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].toSorted((a, b) => a - b);
  const pieces = [...ends, text.length].map((end, at) => text.slice(ends[at - 1] ?? 0, end));
  return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end()];
}

test('what is written as a table is read back, wherever the file is cut into pieces', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '"', ';', ',', '\t', '\n', '\r', ' ', "'", '='),
    maxLength: 8,
  });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 6 });
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom<Delimiter>(';', ',', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(fc.nat(), { maxLength: 6 }),
      (table, delimiter, end, cuts) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = table.map((row) => row.map(quoted).join(delimiter) + end).join('');
        expect(parse(text, delimiter, cuts).map(({ cells }) => cells)).toEqual(table);
      },
    ),
  );
});

test('each row tells the line on which it begins, past cells of several lines', () => {
  const rows = parse('a;b\r\n"deux\r\nlignes";c\r\n\r\nd;e');
  expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
    [1, 'a'],
    [2, 'deux\r\nlignes'],
    [5, 'd'],
  ]);
});

test('a quote inside a cell is a letter, and words after a closing quote stay', () => {
  expect(parse('L"Avenir;"Vivre" ici;x')[0]?.cells).toEqual(['L"Avenir', 'Vivre ici', 'x']);
});

describe('a quote that never closes', () => {
  test('is told with its line at the end of a short file', () => {
    const parser = rowParser(';');
    parser.push('a;b\nc;"d\ne;f\n');
    expect(parser.end()).toEqual([]);
    expect(parser.broken()).toEqual({ kind: 'endless-cell', line: 2 });
  });
  test('does not eat a long one', async () => {
    const text = `a;b\nc;"d\n${'x;y\n'.repeat(CELL_LIMIT)}`;
    const table = await openTable(() => [Buffer.from(text)]);
    const read = async () => {
      const whole: number[] = [];
      for await (const rows of table.rows()) whole.push(rows.length);
      return whole;
    };
    await expect(read()).rejects.toThrow(BrokenTableError);
  });
});

test.each([
  ['a;b;c\n1,5;2;3', ';'],
  ['a,b,c\n', ','],
  ['a\tb\tc, d\n', '\t'],
  ['"x;y;z";b\t"c;d;e"\tf\tg', '\t'],
  ['Liste des candidatures\n\nA;B;C;D', ';'],
  ['', ';'],
])('%j is cut by %j', (start, delimiter) => {
  expect(delimiterOf(start)).toBe(delimiter);
});

describe('the encoding', () => {
  const first = async (bytes: Buffer, size = 3) => {
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.subarray(at * size, (at + 1) * size),
    );
    const table = await openTable(() => pieces);
    const rows = [];
    for await (const batch of table.rows()) rows.push(...batch);
    return [table.encoding, rows[0]?.cells];
  };
  test('is UTF-8, with or without its mark, characters cut in two', async () => {
    expect(await first(Buffer.from('Élan;Forêt'))).toEqual(['utf-8', ['Élan', 'Forêt']]);
    expect(await first(Buffer.from('\ufeffÉlan;Forêt'))).toEqual(['utf-8', ['Élan', 'Forêt']]);
  });
  test('is Windows-1252, even when the first accent comes late', async () => {
    const late = 'a;b\n'.repeat(50_000);
    const bytes = Buffer.concat([Buffer.from(`N;${late}`), Buffer.from([0xc9, 0x3b, 0x92])]);
    expect((await first(bytes, 65_536))[0]).toBe('windows-1252');
    expect(await first(Buffer.from([0xc9, 0x6c, 0x61, 0x6e, 0x3b, 0x9c]))).toEqual(['windows-1252', ['Élan', 'œ']]);
  });
  test('is UTF-16 as spreadsheets save it', async () => {
    expect(await first(Buffer.from('\ufeffÉlan\tForêt', 'utf16le'))).toEqual(['utf-16le', ['Élan', 'Forêt']]);
  });
});
