/**
 * Lines to paragraphs. Whether a line goes on with the one above is decided in ./continuation.ts.
 */
import type { Block } from '../blocks/block.ts';
import { continues, type OpenParagraph, type PlacedLine } from './continuation.ts';
import { lineText } from './fragment.ts';
import { mendCutWord, type Vocabulary } from './hyphens.ts';

/** A piece of the document in reading order. */
export type Item =
  | PlacedLine
  /** Running lines, notes: they wait for the end of a sentence. */
  | { readonly kind: 'aside'; readonly text: string }
  | { readonly kind: 'block'; readonly block: Block };

export type Layout = {
  readonly vocabulary: Vocabulary;
  /** Usual distance of baselines, in sizes of type. */
  readonly leading: number;
};

type Growing = OpenParagraph & { readonly spaceBefore: number };

/** Points of a gap that shows as a blank line. */
const SHOWN = 12;

export function paragraphsOf(items: readonly Item[], layout: Layout): readonly Block[] {
  const blocks: Block[] = [];
  const asides: Block[] = [];
  let open: Growing | null = null;
  // In pieces: a text that is joined and searched line by line would cost its whole length each time.
  let pieces: string[] = [];
  const close = (): void => {
    if (open !== null) blocks.push(paragraph(pieces.join(''), open.spaceBefore));
    open = null;
    blocks.push(...asides.splice(0));
  };
  items.forEach((item, at) => {
    if (item.kind === 'aside') return void asides.push(paragraph(item.text, 0));
    if (item.kind === 'block') {
      close();
      return void blocks.push(item.block);
    }
    const text = lineText(item.line);
    if (open !== null && continues({ open, item, text, next: lineAfter(items, at), leading: layout.leading })) {
      const mended = mendCutWord(open.tail, text, layout.vocabulary);
      if (mended === null) pieces.push(' ', text);
      else pieces.splice(-1, 1, mended, text);
      open = grown(open, item, text);
      return;
    }
    const spaceBefore = open === null || item.first ? 0 : spaceBetween(open, item, layout.leading);
    close();
    pieces = [text];
    open = begun(item, { text, spaceBefore });
  });
  close();
  return blocks;
}

function paragraph(text: string, spaceBefore: number): Block {
  return { kind: 'paragraph', text, heading: false, spaceBefore, spaceAfter: 0 };
}

function begun(item: PlacedLine, { text, spaceBefore }: { text: string; spaceBefore: number }): Growing {
  const { line, narrow } = item;
  return {
    start: text,
    tail: text,
    first: line,
    last: line,
    beforeLast: null,
    widest: line.right,
    narrow,
    spaceBefore,
  };
}

function grown(open: Growing, { line, narrow }: PlacedLine, text: string): Growing {
  return { ...open, tail: text, last: line, beforeLast: open.last, widest: Math.max(open.widest, line.right), narrow };
}

function lineAfter(items: readonly Item[], at: number): PlacedLine['line'] | undefined {
  const next = items[at + 1];
  return next?.kind === 'line' && !next.first ? next.line : undefined;
}

function spaceBetween({ last }: Growing, { line }: PlacedLine, leading: number): number {
  const distance = line.baseline - last.baseline;
  return distance > 1.35 * leading * Math.min(last.size, line.size * 1.2) ? SHOWN : 0;
}
