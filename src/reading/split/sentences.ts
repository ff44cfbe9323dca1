/** Sentences of a passage: cut at full stops, blank lines, bullets, and lines that open with a label. */
import type { Span } from '#reading/contract.ts';

/** In order, blanks at their ends left out. Linear. */
export function sentencesOf(text: string, { start, end }: Span): Span[] {
  const sentences: Span[] = [];
  let at = start;
  for (const { index, 0: stop } of text
    .slice(start, end)
    .matchAll(/[.!?](?=\s+\p{Lu})|\n\s*\n|\n(?=\s*[-•●])|\n(?=\p{Lu}[^\n:]{2,30}\s?:)/gu)) {
    const to = start + index + stop.length;
    sentences.push({ start: at, end: to });
    at = to;
  }
  sentences.push({ start: at, end });
  return sentences
    .filter((sentence) => text.slice(sentence.start, sentence.end).trim() !== '')
    .map((sentence) => trim(text, sentence));
}

function trim(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { start: from, end: from + words.trim().length };
}
