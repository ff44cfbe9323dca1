/**
 * What a list says of a principle, a measure, a level or a clause.
 *
 * - `accepted`: taken, named or quoted as such
 * - `refused`: quoted or named as not agreed, or an unmarked box beside marked ones
 * - `partial`: taken but for some clauses (refused, or silently left out)
 * - `delegated`: left to another authority
 * - `unspecified`: the text does not say
 * - `unknown`: the text did say, and that was lost on the way
 *
 * A changed wording is told apart from the stance: see `Wording`.
 */
export const STANCES = ['accepted', 'refused', 'partial', 'delegated', 'unspecified', 'unknown'] as const;
export type Stance = (typeof STANCES)[number];

/** How the words of a clause or level compare with the reference edition. */
export const WORDINGS = ['same', 'amended', 'omitted'] as const;
export type Wording = (typeof WORDINGS)[number];

/**
 * The stance of a whole measure: the one its levels share, `accepted` when it has none
 * (promised without a level), otherwise `partial`.
 */
export function stanceOfMeasure(levels: readonly { readonly stance: Stance }[]): Stance {
  const first = levels[0];
  if (first === undefined) return 'accepted';
  return levels.every((level) => level.stance === first.stance) ? first.stance : 'partial';
}
