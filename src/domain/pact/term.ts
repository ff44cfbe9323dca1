/** A municipal term, named by the years of its two elections: 2020 to 2026. */
export type Term = { readonly from: number; readonly to: number };

/** The municipal term opened by an election held in `year`; null when none was held that year. */
export function termOpenedIn(year: number): Term | null {
  return TERMS.find((term) => term.from === year) ?? null;
}

/** Dates of municipal elections are set by law and twice moved: data, not arithmetic. */
const TERMS: readonly Term[] = [
  { from: 2008, to: 2014 },
  { from: 2014, to: 2020 },
  { from: 2020, to: 2026 },
  { from: 2026, to: 2032 },
];
