import type { Quotation } from '#domain/pact/commitment.ts';
import type { Span } from '#reading/contract.ts';

/** The words of `text` at these places. */
export function quote(text: string, spans: readonly Span[]): readonly Quotation[] {
  return spans.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}

/** The same words as one paragraph, for a passage that becomes a text of its own. */
export function passageText(text: string, spans: readonly Span[]): string {
  const passages = spans.map(({ start, end }) => text.slice(start, end).trim());
  return passages.filter((passage) => passage !== '').join('\n');
}
