/**
 * Which promise of a pact is followed: a measure, a principle, a local commitment, all in the same way.
 * Kept for ever beside what was said of it: `m15`, `pA`, `l412` (the number of the local commitment, not its rank).
 */
export type CommitmentKey =
  | { readonly kind: 'measure'; readonly measure: number }
  | { readonly kind: 'principle'; readonly letter: string }
  | { readonly kind: 'local'; readonly local: number };

export function commitmentItem(key: CommitmentKey): string {
  switch (key.kind) {
    case 'measure':
      return `m${key.measure}`;
    case 'principle':
      return `p${key.letter}`;
    case 'local':
      return `l${key.local}`;
  }
}

/** Null: it is no key. Whether the pact has it is another question. */
export function commitmentKeyOf(item: string): CommitmentKey | null {
  const measure = /^m([1-9]\d{0,3})$/.exec(item)?.[1];
  if (measure !== undefined) return { kind: 'measure', measure: Number(measure) };
  const letter = /^p([A-Z]{1,2})$/.exec(item)?.[1];
  if (letter !== undefined) return { kind: 'principle', letter };
  const local = /^l([1-9]\d{0,9})$/.exec(item)?.[1];
  return local === undefined ? null : { kind: 'local', local: Number(local) };
}
