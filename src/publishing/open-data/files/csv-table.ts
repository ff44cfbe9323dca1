/** A table as a CSV, as everywhere on the site: UTF-8 with its mark, CRLF, comma (../../spreadsheet/csv.ts). */
import { csvHeader, csvLine } from '../../spreadsheet/csv.ts';
import type { TableFormat } from './table-encoder.ts';

export const CSV: TableFormat = {
  extension: 'csv',
  mediaType: 'text/csv',
  encode(columns) {
    const cells = Object.values(columns).map(({ cell }) => cell);
    let before = csvHeader(Object.keys(columns));
    const bytes = new TextEncoder();
    return {
      rows(rows) {
        const lines = rows.map((row) => csvLine(cells.map((cell) => cell(row))));
        const text = before + lines.join('');
        before = '';
        return bytes.encode(text);
      },
      // The names of the columns alone when there was no row.
      end: () => bytes.encode(before),
    };
  },
};
