import { describe, expect, test } from 'vitest';
import { text } from '../open-data/column.ts';
import { csvFile, csvLine } from './csv.ts';

describe('a cell', () => {
  test.each(['=1+1', '+33', '-2', '@SUM(A1)', '\t=1', '  =cmd()', '\r=1', '＝1'])('%j is never a formula', (text) => {
    expect(csvLine([text]).replace(/^"/, '')).toMatch(/^'/);
  });
  test('keeps commas, quotes and line breaks inside quotes', () => {
    expect(csvLine(['a, "b"\nc', 'd'])).toBe('"a, ""b""\nc",d\r\n');
  });
  test('keeps a negative number a number, and what is absent empty', () => {
    expect(csvLine([-2, null, true])).toBe('-2,,true\r\n');
  });
});

test('a file opens in a spreadsheet with its accents', () => {
  const file = csvFile({ name: text((row: { name: string }) => row.name) }, [{ name: 'Évry' }]);
  expect(file).toBe('\ufeffname\r\nÉvry\r\n');
});
