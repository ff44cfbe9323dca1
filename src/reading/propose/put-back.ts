/** A reading of a text whose columns were put in order, told with the places of the text as it came. */
import type { PactReading, Span } from '#reading/contract.ts';
import type { ReadingOrder } from '#reading/split/reading-order.ts';
import { mergeSpans, unreadOutside } from '#reading/text/spans.ts';

type Placed = { readonly spans: readonly Span[] };

export function putBack(text: string, { reading, order }: { reading: PactReading; order: ReadingOrder }): PactReading {
  const placed = <Found extends Placed>(found: Found): Found => ({
    ...found,
    spans: mergeSpans(
      text,
      found.spans.flatMap((span) => order.placesOf(span)),
    ),
  });
  const told = {
    signatory: placed(reading.signatory),
    principles: reading.principles.map(placed),
    commitments: reading.commitments.map((commitment) => ({
      ...placed(commitment),
      levels: commitment.levels.map((level) => ({ ...placed(level), clauses: level.clauses.map(placed) })),
    })),
    localCommitments: reading.localCommitments.map(placed),
  };
  const covered = [...told.principles, ...told.commitments, ...told.localCommitments].flatMap(({ spans }) => spans);
  return {
    ...reading,
    ...told,
    text,
    warnings: reading.warnings.map(placed),
    unread: unreadOutside(text, covered),
  };
}
