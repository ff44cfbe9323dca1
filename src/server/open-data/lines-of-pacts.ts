/**
 * What pacts say, line by line, in the order of pacts: some pacts are looked through, those that say something are read, their
 * lines put in order, and the page stops where it is full. A page that found little ends early and says from where to go on:
 * no page costs more than another by how rare is what one looks for.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../storage/connection.ts';
import type { Page, Rows } from '../storage/downloads.ts';
import { scannedPacts, type PactScope } from '../storage/open-pacts.ts';
import { numberIn, pageUpTo, type Key, type PageOf } from './open-resource.ts';

/** Above every measure, level, clause, letter or number: all of the pact was read. */
const END = 2_147_483_647;

type Lines<Line> = {
  readonly scope: PactScope;
  readonly after: Key | null;
  readonly limit: number;
  /** Pacts looked through for one page, at most. */
  readonly scanned: number;
  /** Whether the pact `f` has such a line at all; absent: it may. */
  readonly saying?: RawBuilder<boolean>;
  /** Pacts read at once: about as many as fill a page. */
  readonly atOnce: number;
  /** How many numbers make the place of a line within its pact. */
  readonly depth: number;
  readonly placeOf: (line: Line) => readonly number[];
  readonly read: (db: Db, asked: Page & { readonly pacts: readonly number[] }) => Promise<Rows<Line>>;
  readonly keep?: (line: Line) => boolean;
};

export async function linesOfPacts<Line extends { readonly pact: number }>(
  db: Db,
  {
    scope,
    after,
    limit,
    scanned,
    saying = sql<boolean>`true`,
    atOnce,
    depth,
    placeOf,
    read,
    keep = () => true,
  }: Lines<Line>,
): Promise<PageOf<Line>> {
  const keyOf = (line: Line): Key => [line.pact, ...placeOf(line)];
  // The pact in which the last page ended may have more to say, unless all of it was read.
  const from = after === null ? 0 : numberIn(after) - (after.at(-1) === END ? 0 : 1);
  const seen = await scannedPacts(db, scope, { after: from, limit: scanned, saying });
  const telling = seen.flatMap(({ pact, says }) => (says ? [pact] : []));
  const found: Line[] = [];
  for (let at = 0; at < telling.length && found.length <= limit; at += atOnce) {
    const lines = await allOf(db, { pacts: telling.slice(at, at + atOnce), read });
    const fresh = lines.filter((line) => keep(line) && isAfter(keyOf(line), after));
    found.push(...fresh.toSorted((one, other) => compare(keyOf(one), keyOf(other))));
  }
  const last = seen.at(-1);
  if (found.length > limit || last === undefined || seen.length < scanned) return pageUpTo(found, limit, keyOf);
  return { rows: found, next: [last.pact, ...Array.from({ length: depth }, () => END)] };
}

async function allOf<Line>(db: Db, { pacts, read }: { pacts: readonly number[]; read: Lines<Line>['read'] }) {
  const lines: Line[] = [];
  for (let after: number | null = 0; after !== null;) {
    const { rows, next }: Rows<Line> = await read(db, { pacts, after });
    lines.push(...rows);
    after = next;
  }
  return lines;
}

function isAfter(key: Key, after: Key | null): boolean {
  return after === null || compare(key, after) > 0;
}

function compare(one: Key, other: Key): number {
  for (const [at, part] of one.entries()) {
    const difference = Number(part) - Number(other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
