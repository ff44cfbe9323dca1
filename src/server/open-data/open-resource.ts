/**
 * A resource with where its rows come from. Only what the site shows to everybody: queries are those of pages and of their
 * files, and what the demonstration plays is never in them.
 */
import * as v from 'valibot';
import type { WithdrawnItem } from '#domain/open-data/api-problem.ts';
import type { Columns } from '#publishing/open-data/column.ts';
import type { Filters, Wanted } from '#publishing/open-data/filter.ts';
import type { ResourceShape } from '#publishing/open-data/resource.ts';
import type { Db } from '../storage/connection.ts';
import { withdrawalOf } from '../storage/earlier-readings.ts';

/** The key of the last row of a page: the next one begins after it. Opaque to everybody but the query that made it. */
export type Key = readonly (string | number)[];

export type PageOf<Row> = {
  readonly rows: readonly Row[];
  /** Null: that was the last page. A page may hold fewer rows than asked, none even, and not be the last. */
  readonly next: Key | null;
};

export type PageAsked<W> = {
  readonly wanted: W;
  /** Null: the first page. */
  readonly after: Key | null;
  /** 1 to 1,000. */
  readonly limit: number;
  readonly now: Date;
};

type Given<Row, F extends Filters> = Omit<ResourceShape, 'columns' | 'filters'> & {
  readonly columns: Columns<Row>;
  readonly filters: F;
  /** False: what a person may take back, so that no copy that is kept for ever holds it. */
  readonly isCopied?: boolean;
  /** What a key is made of, so that a made-up one never reaches the database. */
  readonly after: readonly ('text' | 'integer')[];
  readonly page: (db: Db, asked: PageAsked<Wanted<F>>) => Promise<PageOf<Row>>;
  /** Absent: it would cost as much as reading them all. */
  readonly count?: (db: Db, wanted: Wanted<F>) => Promise<number | null>;
  /** Why there is nothing any more at an address that was one's; absent: rows are never withdrawn. */
  readonly withdrawn?: (db: Db, id: number) => Promise<WithdrawnItem | null>;
};

export type OpenResource = ResourceShape &
  Pick<Given<never, Filters>, 'withdrawn'> & {
    readonly isCopied: boolean;
    /** Names of the filters whose value means nothing. */
    readonly misunderstood: (query: Query) => readonly string[];
    readonly isKey: (key: unknown) => key is Key;
    readonly countOf: (db: Db, query: Query) => Promise<number | null>;
    /** Whoever reads rows does it with the columns that know them. `use` is called once. */
    readonly typed: <Result>(use: <Row>(resource: TypedResource<Row>) => Result) => Result;
  };

/** Filters as typed. Ask `misunderstood` first: what is wrong is thrown. */
export type Query = Readonly<Record<string, string>>;

export type TypedResource<Row> = {
  readonly columns: Columns<Row>;
  readonly page: (db: Db, asked: Omit<PageAsked<never>, 'wanted'> & { readonly query: Query }) => Promise<PageOf<Row>>;
};

export function openResource<Row, F extends Filters>(given: Given<Row, F>): OpenResource {
  const { name, columns, key, filters, one, after, isCopied = true } = given;
  const wantedIn = (query: Query): Wanted<F> =>
    Object.fromEntries(
      Object.entries(query).map(([filter, typed]) => [filter, v.parse(schemaOf(filters, filter), typed)]),
    ) as Wanted<F>;
  return {
    ...{ name, columns, key, filters, one, isCopied },
    ...(given.withdrawn === undefined ? {} : { withdrawn: given.withdrawn }),
    misunderstood: (query) =>
      Object.entries(query).flatMap(([filter, typed]) => (v.is(schemaOf(filters, filter), typed) ? [] : [filter])),
    isKey: (made): made is Key =>
      Array.isArray(made) && made.length === after.length && made.every((part, at) => fits(part, after[at])),
    countOf: async (db, query) => (await given.count?.(db, wantedIn(query))) ?? null,
    typed: (use) =>
      use({ columns, page: (db, { query, ...asked }) => given.page(db, { ...asked, wanted: wantedIn(query) }) }),
  };
}

function schemaOf(filters: Filters, name: string) {
  const schema = filters[name];
  if (schema === undefined) throw new Error(`no filter is called ${name}`);
  return schema;
}

/** Nothing that PostgreSQL does not keep, whoever made the cursor. */
const CODE = /^[^\p{C}]{0,200}$/u;

/** Texts of keys are codes; numbers those of the database. */
function fits(part: unknown, type: 'text' | 'integer' | undefined): boolean {
  if (type === 'text') return typeof part === 'string' && CODE.test(part);
  return typeof part === 'number' && Number.isInteger(part) && part >= 0 && part <= 2_147_483_647;
}

/** The nth part of a key; 0 before the first row. */
export function numberIn(key: Key | null, at = 0): number {
  return Number(key?.[at] ?? 0);
}

/** The nth part of a key; empty before the first row. */
export function textIn(key: Key | null, at = 0): string {
  return String(key?.[at] ?? '');
}

/** Rows that were read one more than asked, as a page. */
export function pageUpTo<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => Key): PageOf<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? keyOf(last) : null };
}

/** For what may be taken back once it was published. */
export function withdrawnAs(what: 'pact' | 'plan') {
  return async (db: Db, id: number): Promise<WithdrawnItem | null> => {
    const withdrawal = await withdrawalOf(db, { what, id });
    return withdrawal === null ? null : { what, ...withdrawal };
  };
}
