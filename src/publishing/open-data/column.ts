/**
 * A column of open data: what its values are, and how a row gives one. From it come the header and cells of a CSV, the
 * keys of the API, the schemas of both (OpenAPI, Table Schema) and the types of other formats: there is no second list of
 * columns anywhere. The key under which it stands is its ASCII French name, which never changes once published; what it
 * means is told in #ui/messages/open-data.fr.ts.
 *
 *     export const PACT_COLUMNS = {
 *       pacte: integer((row) => row.id),
 *       signe_le: maybe.day((row) => row.signedOn),
 *     } as const satisfies Columns<PactLine>;
 *
 * What stands in `maybe` may be null (nobody says); elsewhere the compiler asks for a value in every row.
 */
import type { ResourceName } from './resource-name.ts';

/** What a spreadsheet takes. Null: an empty cell. */
export type Cell = string | number | boolean | Date | null;

/** `day`: `YYYY-MM-DD`, `instant`: ISO 8601 in UTC, `code`: one of a closed list, `list`: several texts or numbers. */
export type ColumnShape = Described &
  (
    | { readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'day' | 'instant' }
    | { readonly type: 'code'; readonly codes: readonly string[] }
    /** `separator`: what stands between two values in a cell of a CSV. */
    | { readonly type: 'list'; readonly of: 'text' | 'integer'; readonly separator: string }
  );

type Described = {
  /** False: null where nobody says. */
  readonly required: boolean;
  /** The resource whose key this value is. */
  readonly refers?: ResourceName;
};

/** What an API gives for a column: days and instants as text, a list as an array. */
export type Value = string | number | boolean | null | readonly (string | number)[];

export type Column<Row> = ColumnShape & {
  /** As a cell of a spreadsheet has it: a list is one text. */
  readonly cell: (row: Row) => Cell;
  readonly value: (row: Row) => Value;
};

export type Columns<Row> = Readonly<Record<string, Column<Row>>>;

type Refers = { readonly refers?: ResourceName };

export const text = <Row>(cell: (row: Row) => string, refers: Refers = {}): Column<Row> => ({
  ...plain('text', cell, refers),
  required: true,
});
export const integer = <Row>(cell: (row: Row) => number, refers: Refers = {}): Column<Row> => ({
  ...plain('integer', cell, refers),
  required: true,
});
export const number = <Row>(cell: (row: Row) => number): Column<Row> => ({
  ...plain('number', cell, {}),
  required: true,
});
export const boolean = <Row>(cell: (row: Row) => boolean): Column<Row> => ({
  ...plain('boolean', cell, {}),
  required: true,
});
export const day = <Row>(cell: (row: Row) => string): Column<Row> => ({ ...plain('day', cell, {}), required: true });
export const instant = <Row>(cell: (row: Row) => Date): Column<Row> => ({
  ...plain('instant', cell, {}),
  required: true,
});
export const code = <Row, Code extends string>(
  codes: readonly Code[],
  cell: (row: Row) => NoInfer<Code>,
): Column<Row> => ({ ...plain('text', cell, {}), required: true, type: 'code', codes });

/** The same columns where nobody may have said anything. */
export const maybe = {
  text: <Row>(cell: (row: Row) => string | null, refers: Refers = {}) => plain('text', cell, refers),
  integer: <Row>(cell: (row: Row) => number | null, refers: Refers = {}) => plain('integer', cell, refers),
  number: <Row>(cell: (row: Row) => number | null) => plain('number', cell, {}),
  boolean: <Row>(cell: (row: Row) => boolean | null) => plain('boolean', cell, {}),
  day: <Row>(cell: (row: Row) => string | null) => plain('day', cell, {}),
  instant: <Row>(cell: (row: Row) => Date | null) => plain('instant', cell, {}),
  code: <Row, Code extends string>(codes: readonly Code[], cell: (row: Row) => NoInfer<Code> | null): Column<Row> => ({
    ...plain('text', cell, {}),
    type: 'code',
    codes,
  }),
  /** Null: nobody looked; empty: somebody looked and there is none. */
  texts: <Row>(items: (row: Row) => readonly string[] | null, separated: Separated): Column<Row> => ({
    ...list('text', items, separated),
    required: false,
  }),
} as const;

type Separated = Refers & { readonly by: '\n' | ' ' | ', ' };

export const texts = <Row>(items: (row: Row) => readonly string[], separated: Separated): Column<Row> =>
  list('text', items, separated);
export const integers = <Row>(items: (row: Row) => readonly number[], separated: Separated): Column<Row> =>
  list('integer', items, separated);

function plain<Row>(
  type: 'text' | 'integer' | 'number' | 'boolean' | 'day' | 'instant',
  cell: (row: Row) => Cell,
  refers: Refers,
): Column<Row> {
  return { type, required: false, ...refers, cell, value: (row) => written(cell(row)) };
}

function list<Row>(
  of: 'text' | 'integer',
  items: (row: Row) => readonly (string | number)[] | null,
  { by, ...refers }: Separated,
): Column<Row> {
  const cell = (row: Row) => items(row)?.join(by) ?? null;
  return { type: 'list', of, separator: by, required: true, ...refers, cell, value: items };
}

function written(cell: Cell): Value {
  return cell instanceof Date ? cell.toISOString() : cell;
}
