/** "Je veux un pacte ici": somebody wants a pact in a commune without collective, and says how far they would go. */

/** From the least to the most. */
export const READINESS = ['be-told', 'sign', 'take-part', 'found'] as const;
export type Readiness = (typeof READINESS)[number];

/** That many wishes make a collective possible. */
export const WISHES_FOR_A_COLLECTIVE = 3;

export function makesPossible(wishes: number): boolean {
  return wishes >= WISHES_FOR_A_COLLECTIVE;
}

export function isReadiness(value: unknown): value is Readiness {
  return (READINESS as readonly unknown[]).includes(value);
}
