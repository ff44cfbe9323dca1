/** When an agreed text is signed: everybody who was named and not taken off has signed, at least one on each side. */
import { SIDES, type Side } from './side.ts';
import type { Signatory } from './signatory.ts';

/** What is still needed before the text is signed. */
export type Missing =
  | { readonly kind: 'nobody-named'; readonly side: Side }
  | { readonly kind: 'awaited' | 'declined' | 'contested'; readonly signatory: number }
  /** A council promises by a vote: its deliberation is to be attached and confirmed. */
  | { readonly kind: 'no-council-vote' };

type Named = Pick<Signatory, 'id' | 'side' | 'state' | 'means'>;

/** In the order of the sides, then of the signatories. Empty: the text is signed. */
export function missingFor(text: {
  readonly council: boolean;
  readonly signatories: readonly Named[];
}): readonly Missing[] {
  const named = text.signatories.filter(({ state }) => state !== 'removed');
  const missing = SIDES.flatMap((side): Missing[] => {
    const ours = named.filter((signatory) => signatory.side === side);
    // The vote of a council signs for it; nobody else has to be named there.
    if (ours.length === 0) return side === 'counterpart' && text.council ? [] : [{ kind: 'nobody-named', side }];
    return ours.flatMap(({ id, state }): Missing[] => {
      if (state === 'signed' || state === 'removed') return [];
      return [{ kind: state === 'invited' ? 'awaited' : state, signatory: id }];
    });
  });
  const voted = named.some(
    ({ side, state, means }) => side === 'counterpart' && state === 'signed' && means === 'council-vote',
  );
  return text.council && !voted ? [...missing, { kind: 'no-council-vote' }] : missing;
}
