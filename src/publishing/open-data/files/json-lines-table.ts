/** A table as JSON Lines: one object a line, under the names of the CSV's columns; what nobody says is `null`. */
import type { TableFormat } from './table-encoder.ts';

export const JSON_LINES: TableFormat = {
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  encode(columns) {
    const named = Object.entries(columns);
    const bytes = new TextEncoder();
    return {
      rows: (rows) =>
        bytes.encode(
          rows
            .map(
              (row) => `${JSON.stringify(Object.fromEntries(named.map(([name, { value }]) => [name, value(row)])))}\n`,
            )
            .join(''),
        ),
      end: () => new Uint8Array(),
    };
  },
};
