/**
 * A table as Parquet, typed: days are days, instants are instants in UTC, lists are lists. Rows are gathered and written
 * by groups of `ROWS_OF_A_GROUP`; the list of groups stands at the end of the file, so only one group is in memory at a
 * time. Packed with Snappy, which every reader of Parquet knows.
 */
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Column, ColumnShape, Value } from '../column.ts';
import type { TableFormat } from './table-encoder.ts';

export const ROWS_OF_A_GROUP = 10_000;

export const PARQUET: TableFormat = {
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  encode(columns) {
    const named = Object.entries(columns);
    const bytes = new ByteWriter();
    const file = new ParquetWriter({
      writer: bytes,
      schema: [
        { name: 'ligne', num_children: named.length },
        ...named.flatMap(([name, column]) => schemaOf(name, column)),
      ],
      createdBy: 'parole-tenue',
    });
    const empty = () => named.map((): unknown[] => []);
    let gathered = empty();
    let count = 0;
    const group = (): void => {
      const columnData = named.map(([name], index) => ({ name, data: gathered[index] ?? [] }));
      if (count > 0) void file.write({ columnData, rowGroupSize: count });
      gathered = empty();
      count = 0;
    };
    const taken = (): Uint8Array => {
      const made = bytes.getBytes().slice();
      // What was given away is not kept: places in the file are counted apart (`offset`).
      bytes.index = 0;
      return made;
    };
    return {
      rows(rows) {
        for (const row of rows) {
          named.forEach(([name, column], index) => gathered[index]?.push(typed(column, { name, row })));
          count += 1;
          if (count === ROWS_OF_A_GROUP) group();
        }
        return taken();
      },
      end() {
        group();
        void file.finish();
        return taken();
      },
    };
  },
};

function schemaOf(name: string, shape: ColumnShape): SchemaElement[] {
  const repetition_type = shape.required ? 'REQUIRED' : 'OPTIONAL';
  if (shape.type !== 'list') return [{ name, repetition_type, ...PLAIN[shape.type] }];
  return [
    { name, repetition_type, converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', ...PLAIN[shape.of] },
  ];
}

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const;

const PLAIN = {
  text: TEXT,
  code: TEXT,
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  day: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  instant: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
} as const satisfies Record<Exclude<ColumnShape['type'], 'list'>, Omit<SchemaElement, 'name'>>;

function typed<Row>(column: Column<Row>, { name, row }: { readonly name: string; readonly row: Row }): unknown {
  const value = column.value(row);
  if (value === null) return null;
  if (column.type === 'day' || column.type === 'instant') return dateOf(value, name);
  if (column.type === 'integer') return BigInt(Number(value));
  if (column.type === 'list' && column.of === 'integer' && isList(value)) return value.map((one) => BigInt(one));
  return value;
}

function dateOf(value: Value, name: string): Date {
  const date = new Date(String(value));
  if (Number.isNaN(date.getTime())) throw new Error(`${name}: ${String(value)} is no date`);
  return date;
}

function isList(value: Value): value is readonly (string | number)[] {
  return Array.isArray(value);
}
