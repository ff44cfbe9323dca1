/**
 * A part of the country for which figures are kept: an edition, an area, a size of commune, a standing of the list. The rules of
 * counting are in the database (migrations 0119, 0141); this file says the codes that both sides use.
 */

/** Inhabitants; `grouping`: an EPCI or EPT signed, whatever its size; `unknown`: no census gives it. */
export const SIZES = [
  'under-500',
  '500-to-1999',
  '2000-to-9999',
  '10000-to-49999',
  '50000-and-more',
  'grouping',
  'unknown',
] as const;
export type Size = (typeof SIZES)[number];

/** What became of the list that signed; `unknown`: nobody said which list it is, or what became of it. */
export const STANDINGS = ['majority', 'opposition', 'not-elected', 'unknown'] as const;
export type Standing = (typeof STANDINGS)[number];

export type Area =
  | { readonly kind: 'country' }
  | { readonly kind: 'region'; readonly code: string }
  | { readonly kind: 'department'; readonly code: string };

export type Cell = {
  /** Null: every edition together; then there is nothing by measure. */
  readonly edition: string | null;
  readonly area: Area;
  readonly size: Size | null;
  readonly standing: Standing | null;
};

/** The same, as kept: `*`, `fr`, `r-11`, `d-94`, `all`. */
export type CellCodes = {
  readonly edition: string;
  readonly area: string;
  readonly size: string;
  readonly standing: string;
};

export function codesOfCell({ edition, area, size, standing }: Cell): CellCodes {
  return { edition: edition ?? '*', area: codeOfArea(area), size: size ?? 'all', standing: standing ?? 'all' };
}

/** `fr`, `r-11`, `d-94`, `d-2A`; null for anything else. Whether there is such a département is for the territory to say. */
export function areaIn(code: string): Area | null {
  if (code === 'fr') return { kind: 'country' };
  const [, letter, found] = /^([rd])-(\d{2,3}|2[AB])$/.exec(code) ?? [];
  if (found === undefined) return null;
  return { kind: letter === 'r' ? 'region' : 'department', code: found };
}

export function codeOfArea(area: Area): string {
  switch (area.kind) {
    case 'country':
      return 'fr';
    case 'region':
      return `r-${area.code}`;
    case 'department':
      return `d-${area.code}`;
  }
}
