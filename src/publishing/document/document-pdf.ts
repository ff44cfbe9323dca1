/**
 * A document as an accessible PDF (tagged, PDF/UA-1, French, A4), made with Typst in a process of its own. The same
 * document gives the same bytes.
 */
import { drawable } from '../pdf/drawable.ts';
import { typstPdf } from '../pdf/typst-process.ts';
import { PAGE, PAGE_OF } from '#ui/messages/printed-document.fr.ts';
import type { Inline, PrintedDocument } from './document.ts';
import { laid, type LaidBlock } from './page-breaks.ts';
import { printable, safeHref } from './printable.ts';

/** Throws TypstFailure, `too-large` past LARGEST_DATA. About 0.5 s, and 1 s more for 100 pages on a quiet machine. */
export async function documentPdf(document: PrintedDocument): Promise<Uint8Array> {
  const { title, subtitle, footer, madeAt, blocks } = document;
  return await typstPdf(
    {
      template: 'document',
      data: {
        title: drawn(title),
        subtitle: subtitle === null ? null : drawn(subtitle),
        footer: drawn(footer),
        page: PAGE,
        pageOf: PAGE_OF,
        madeAt: instantParts(madeAt),
        blocks: laid(blocks).map(({ block, startsPage }) => ({ ...shown(block), startsPage })),
      },
      attached: [],
    },
    longestFor(blocks.length),
  );
}

/** Milliseconds: a thousand sheets are eleven thousand blocks at most, and a busy machine takes half a minute. */
function longestFor(blocks: number): number {
  return Math.min(120_000, 30_000 + blocks * 10);
}

function shown(block: LaidBlock): object {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: drawn(block.text) };
    case 'paragraph':
      return { ...block, inlines: block.inlines.map(inline) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(inline)) };
    case 'facts':
      return {
        ...block,
        facts: block.facts.map(({ label, inlines }) => ({ label: drawn(label), inlines: inlines.map(inline) })),
      };
    case 'table':
      return {
        ...block,
        caption: drawn(block.caption),
        header: block.header.map(drawn),
        widths: block.header.map((_, index) => Math.max(block.widths[index] ?? 1, 0.01)),
        rows: block.rows.map((row) => block.header.map((_, index) => (row[index] ?? []).map(inline))),
      };
    case 'quotation':
      return { ...block, who: drawn(block.who), inlines: block.inlines.map(inline) };
    case 'writing-lines':
      return { ...block, label: drawn(block.label) };
  }
}

function inline(given: Inline): object {
  return { text: drawn(given.text), style: given.style ?? null, href: safeHref(given) };
}

function drawn(text: string): string {
  return drawable(printable(text));
}

function instantParts(at: Date): object {
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  };
}
