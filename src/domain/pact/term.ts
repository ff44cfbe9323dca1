/** A municipal term, named by the years of its two elections: 2020 to 2026. */
import type { Election } from '../campaign/election.ts';

export type Term = { readonly from: number; readonly to: number };

/** What is known of the elections of a place: general ones, and its own. */
export type PlaceElections = readonly Pick<Election, 'kind' | 'year' | 'termTo'>[];

/**
 * The municipal term opened by an election held in `year`; null when none was, nor is due. Dates are set by law and twice
 * moved: data. Past the last election that is known, the rule of the law (every six years) says what is due until then.
 */
export function termOpenedIn(year: number, elections: PlaceElections): Term | null {
  const held = elections.filter((election) => election.year === year);
  const known = held.find(({ kind }) => kind === 'general') ?? held[0];
  if (known !== undefined) return { from: year, to: known.termTo };
  const last = Math.max(...elections.map(({ termTo }) => termTo));
  if (year >= last && (year - last) % YEARS === 0) return { from: year, to: year + YEARS };
  return EARLIER.find((term) => term.from === year) ?? null;
}

/** Years that one may choose among, latest first. */
export function yearsOfElections(elections: PlaceElections): readonly number[] {
  const years = [...elections.map(({ year }) => year), ...EARLIER.map(({ from }) => from)];
  return [...new Set(years)].toSorted((one, other) => other - one);
}

/** Electoral code, L. 227. */
const YEARS = 6;

/** Before the elections that this site knows: documents of then may still be read. */
const EARLIER: readonly Term[] = [
  { from: 2008, to: 2014 },
  { from: 2014, to: 2020 },
];
