import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { code, integer, integers, maybe, number, text, texts, type Columns } from '../column.ts';
import { CSV } from './csv-table.ts';
import { JSON_LINES } from './json-lines-table.ts';
import { PARQUET, ROWS_OF_A_GROUP } from './parquet-table.ts';
import type { TableFormat } from './table-encoder.ts';

type Line = {
  readonly id: number;
  readonly name: string;
  readonly stance: 'accepted' | 'refused';
  readonly euros: number;
  readonly done: boolean | null;
  readonly on: string | null;
  readonly at: Date | null;
  readonly words: readonly string[];
  readonly measures: readonly number[];
};

const COLUMNS = {
  numero: integer((row) => row.id),
  nom: text((row) => row.name),
  position: code(['accepted', 'refused'], (row) => row.stance),
  euros: number((row) => row.euros),
  fait: maybe.boolean((row) => row.done),
  jour: maybe.day((row) => row.on),
  instant: maybe.instant((row) => row.at),
  mots: texts((row) => row.words, { by: '\n' }),
  mesures: integers((row) => row.measures, { by: ' ' }),
} as const satisfies Columns<Line>;

const FULL: Line = {
  id: 7_200_000_000,
  name: 'Évreux — 12, rue de l’Église',
  stance: 'accepted',
  euros: 12.5,
  done: true,
  on: '1969-03-31',
  at: new Date('2026-05-12T09:30:00.123Z'),
  words: ['=1+1', 'deux\nlignes'],
  measures: [2, 15],
};
const BARE: Line = { ...FULL, id: -1, name: '', done: null, on: null, at: null, words: [], measures: [] };

function bytesOf(format: TableFormat, batches: readonly (readonly Line[])[]): Buffer {
  const encoder = format.encode<Line>(COLUMNS);
  return Buffer.concat([...batches.map((rows) => encoder.rows(rows)), encoder.end()]);
}

const buffered = (bytes: Buffer) => new Uint8Array(bytes).buffer;

describe('a table as a file', () => {
  test('is the CSV of the site, however its rows come', () => {
    const whole = bytesOf(CSV, [[FULL, BARE]]).toString();
    expect(whole).toBe(
      '\ufeffnumero,nom,position,euros,fait,jour,instant,mots,mesures\r\n' +
        '7200000000,"Évreux — 12, rue de l’Église",accepted,12.5,true,1969-03-31,2026-05-12T09:30:00.123Z,"\'=1+1\ndeux\nlignes",2 15\r\n' +
        '-1,,accepted,12.5,,,,,\r\n',
    );
    expect(bytesOf(CSV, [[FULL], [], [BARE]]).toString()).toBe(whole);
    expect(bytesOf(CSV, []).toString()).toBe('\ufeffnumero,nom,position,euros,fait,jour,instant,mots,mesures\r\n');
  });

  test('is one object a line, with lists as lists and null where nobody says', () => {
    const lines = bytesOf(JSON_LINES, [[FULL], [BARE]])
      .toString()
      .trimEnd()
      .split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      {
        numero: 7_200_000_000,
        nom: FULL.name,
        position: 'accepted',
        euros: 12.5,
        fait: true,
        jour: '1969-03-31',
        instant: '2026-05-12T09:30:00.123Z',
        mots: ['=1+1', 'deux\nlignes'],
        mesures: [2, 15],
      },
      {
        numero: -1,
        nom: '',
        position: 'accepted',
        euros: 12.5,
        fait: null,
        jour: null,
        instant: null,
        mots: [],
        mesures: [],
      },
    ]);
  });

  test('is a Parquet that a reader of Parquet takes with its types', async () => {
    const file = buffered(bytesOf(PARQUET, [[FULL], [BARE]]));
    expect(await parquetReadObjects({ file })).toEqual([
      {
        numero: 7_200_000_000n,
        nom: FULL.name,
        position: 'accepted',
        euros: 12.5,
        fait: true,
        jour: new Date('1969-03-31'),
        instant: FULL.at,
        mots: ['=1+1', 'deux\nlignes'],
        mesures: [2n, 15n],
      },
      {
        numero: -1n,
        nom: '',
        position: 'accepted',
        euros: 12.5,
        fait: null,
        jour: null,
        instant: null,
        mots: [],
        mesures: [],
      },
    ]);
    expect(parquetSchema(parquetMetadata(file)).children.map(({ element }) => element.name)).toEqual(
      Object.keys(COLUMNS),
    );
  });

  test('of Parquet holds every row in order over several groups, and none at all', async () => {
    const many = Array.from({ length: 2 * ROWS_OF_A_GROUP + 5 }, (_, id): Line => ({ ...BARE, id }));
    const file = buffered(bytesOf(PARQUET, [many.slice(0, 15_000), many.slice(15_000)]));
    expect(parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([10_000, 10_000, 5]);
    const numbers = await parquetReadObjects({ file, columns: ['numero'] });
    expect(numbers.map(({ numero }) => Number(numero))).toEqual(many.map(({ id }) => id));
    expect(await parquetReadObjects({ file: buffered(bytesOf(PARQUET, [])) })).toEqual([]);
  });
});
