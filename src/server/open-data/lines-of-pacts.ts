/**
 * What pacts say, line by line, in the order of pacts: some pacts are read, their lines put in order, and the page stops where
 * it is full. A page that found little among many pacts ends early and says from where to go on: no page costs more than
 * another by what one looks for.
 */
import type { Db } from '../storage/connection.ts';
import type { Page, Rows } from '../storage/downloads.ts';
import { pactNumbers, type PactScope } from '../storage/open-pacts.ts';
import { numberIn, pageUpTo, type Key, type PageOf } from './open-resource.ts';

/** Above every measure, level, clause or letter: all of the pact was read. */
const END = 2_147_483_647;
/** Pacts read for one page, at most. */
const MOST_PACTS = 600;

type Lines<Line> = {
  readonly scope: PactScope;
  readonly after: Key | null;
  readonly limit: number;
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
  { scope, after, limit, atOnce, depth, placeOf, read, keep = () => true }: Lines<Line>,
): Promise<PageOf<Line>> {
  const keyOf = (line: Line): Key => [line.pact, ...placeOf(line)];
  const found: Line[] = [];
  // The pact in which the last page ended may have more to say.
  let last = after === null ? 0 : numberIn(after) - 1;
  for (let pactsRead = 0; pactsRead < MOST_PACTS;) {
    const pacts = await pactNumbers(db, scope, { after: last, limit: atOnce });
    if (pacts.length > 0) {
      const lines = await allOf(db, { pacts, read });
      const fresh = lines.filter((line) => keep(line) && isAfter(keyOf(line), after));
      found.push(...fresh.toSorted((one, other) => compare(keyOf(one), keyOf(other))));
    }
    if (found.length > limit || pacts.length < atOnce) return pageUpTo(found, limit, keyOf);
    pactsRead += pacts.length;
    last = pacts.at(-1) ?? last;
  }
  return { rows: found, next: [last, ...Array.from({ length: depth }, () => END)] };
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
