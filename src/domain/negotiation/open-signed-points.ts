/**
 * In an addendum, what is still under discussion would fall out of the text, and with it a promise that was signed. Nothing
 * signed goes in silence: such points have to be agreed, or taken out by both sides.
 */
import type { PlaceInText, TextChange } from '../pact/text-changes.ts';
import type { LeftOut } from './agreed-content.ts';

/** Where the signed text says something that the draft leaves out because the sides differ. */
export function openSignedPoints(changes: readonly TextChange[], leftOut: LeftOut): readonly PlaceInText[] {
  return changes.flatMap(({ where, after }) => (after === null && isOpen(where, leftOut) ? [where] : []));
}

function isOpen(where: PlaceInText, { principles, measures, localMeasures }: LeftOut): boolean {
  switch (where.kind) {
    case 'principle':
      return principles.includes(where.letter);
    case 'measure':
      return measures.some(({ number, levels }) => number === where.number && levels.length === 0);
    case 'clause':
      return measures.some(
        ({ number, levels }) => number === where.number && (levels.length === 0 || levels.includes(where.level)),
      );
    case 'local':
      return localMeasures.includes(where.number);
  }
}
