/**
 * Communes that resemble another enough to ask them how they did: the same class of size, a population from two thirds to half
 * as much again, the same kind of intercommunality, near first. The rule is public (docs/decisions/0033) and owes nothing to
 * what anybody promised: who has kept nothing has the same twins as who has kept all.
 */
import type { GroupingKind } from '../territory/grouping.ts';
import { SIZES, type Size } from './cell.ts';

/** What a commune belongs to: an EPT before the métropole around it; the métropole de Lyon is one; `none`: a few islands, Polynesia. */
export type Belonging = Exclude<GroupingKind, 'metropole-de-lyon'> | 'none';

export type Resembling = {
  readonly code: string;
  /** At least 1. */
  readonly population: number;
  readonly belonging: Belonging;
  readonly department: string;
  /** Null: overseas, without a région. */
  readonly region: string | null;
};

export type Nearness = 'department' | 'region' | 'country';

/** Why it is a twin; the size always is. */
export type TwinReasons = { readonly near: Nearness; readonly sameBelonging: boolean };
export type Twin<Commune extends Resembling> = { readonly commune: Commune; readonly reasons: TwinReasons };

export const MOST_TWINS = 12;
/** Times as many inhabitants, either way. */
export const ALIKE = 1.5;

const NEARNESS: readonly Nearness[] = ['department', 'region', 'country'];

/**
 * Best first, at most MOST_TWINS: those of the same kind of intercommunality before the others, the same département before the
 * région before the country, then the nearest population; the code decides between equals. Empty when nobody is alike.
 */
export function twinsOf<Commune extends Resembling>(
  here: Resembling,
  among: readonly Commune[],
): readonly Twin<Commune>[] {
  const { from, to } = populationsAlike(here.population);
  const unlike = ({ population }: Resembling): number => Math.abs(Math.log(population / here.population));
  return among
    .filter(({ code, population }) => code !== here.code && population >= from && population <= to)
    .map((commune) => ({ commune, reasons: reasonsOf(here, commune) }))
    .toSorted(
      (one, other) =>
        Number(other.reasons.sameBelonging) - Number(one.reasons.sameBelonging) ||
        NEARNESS.indexOf(one.reasons.near) - NEARNESS.indexOf(other.reasons.near) ||
        unlike(one.commune) - unlike(other.commune) ||
        (one.commune.code < other.commune.code ? -1 : 1),
    )
    .slice(0, MOST_TWINS);
}

function reasonsOf(here: Resembling, other: Resembling): TwinReasons {
  const near =
    other.department === here.department
      ? 'department'
      : other.region !== null && other.region === here.region
        ? 'region'
        : 'country';
  return { near, sameBelonging: other.belonging === here.belonging };
}

const LEAST: readonly (readonly [Size, number])[] = [
  ['50000-and-more', 50_000],
  ['10000-to-49999', 10_000],
  ['2000-to-9999', 2_000],
  ['500-to-1999', 500],
  ['under-500', 0],
];

/** The class of the figures of the country (migration 0119 says the same). */
export function sizeOf(population: number | null): Size {
  if (population === null) return 'unknown';
  return LEAST.find(([, least]) => population >= least)?.[0] ?? SIZES[0];
}

/** The smallest and largest population of a twin, both included. */
export function populationsAlike(population: number): { readonly from: number; readonly to: number } {
  const at = LEAST.findIndex(([, least]) => population >= least);
  const least = LEAST[at]?.[1] ?? 0;
  const most = (LEAST[at - 1]?.[1] ?? Infinity) - 1;
  return {
    from: Math.max(1, least, Math.ceil(population / ALIKE)),
    to: Math.min(most, Math.floor(population * ALIKE)),
  };
}
