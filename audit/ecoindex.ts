/**
 * EcoIndex: how heavy a page is beside the pages of the web, from 0 (heaviest) to 100 (lightest), with its letter.
 *
 * Written from the published method (ecoindex.fr, "Comment ça marche"): where a page stands among the quantiles of
 * the elements of its DOM (weight 3), of its HTTP requests (2) and of its transferred kilobytes (1). The npm package
 * of that name is for non-commercial use only and is not used here.
 */

export type PageWeight = {
  /** Elements of the document, those inside an SVG left out as the method says. */
  readonly elements: number;
  readonly requests: number;
  /** Bytes on the wire, headers included when they are known. */
  readonly bytes: number;
};

export type Grade = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G';

/** Twenty-quantiles of the pages observed by the authors of the method (HTTP Archive). Sizes are in kilobytes. */
const ELEMENTS = [
  0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801, 2479, 594601,
];
const REQUESTS = [0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920];
const KILOBYTES = [
  0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27, 1876.08, 2142.06, 2465.37,
  2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223212.26,
];

const LOWER_BOUNDS: readonly (readonly [Grade, number])[] = [
  ['A', 80],
  ['B', 70],
  ['C', 55],
  ['D', 40],
  ['E', 25],
  ['F', 10],
];

/** 0 to 100, not rounded. */
export function ecoIndex(page: PageWeight): number {
  const weighed =
    3 * rankAmong(ELEMENTS, page.elements) +
    2 * rankAmong(REQUESTS, page.requests) +
    rankAmong(KILOBYTES, page.bytes / 1024);
  return 100 - (5 * weighed) / 6;
}

/** The letter of a score; a bound belongs to the letter below it (80 is B). */
export function ecoGrade(score: number): Grade {
  return LOWER_BOUNDS.find(([, bound]) => score > bound)?.[0] ?? 'G';
}

/** Where a value stands between the quantiles, from 0 to 20, straight between two neighbours. */
function rankAmong(quantiles: readonly number[], value: number): number {
  const above = quantiles.findIndex((quantile) => value < quantile);
  if (above === -1) return quantiles.length - 1;
  const low = quantiles[above - 1] ?? 0;
  const high = quantiles[above] ?? low;
  return above - 1 + (value - low) / (high - low);
}
