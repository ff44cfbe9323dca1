/** The two parties of an agreed text: who asks, and who promises. */
export const SIDES = ['carrier', 'counterpart'] as const;
export type Side = (typeof SIDES)[number];
