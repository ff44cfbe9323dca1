/**
 * A PDF to text, by where things stand on the page.
 *
 * The order of the file is not trusted, only places are: lines, columns, ruled tables, running headers,
 * then paragraphs over the whole document. Each step is a file of this folder.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block } from '../blocks/block.ts';
import { composeBlocks } from '../blocks/compose.ts';
import { ExtractRefused, MAX_CHARACTERS, type Extracted, type ExtractWarning } from '../extracted.ts';
import { lineText, type Line } from './fragment.ts';
import { vocabularyOf } from './hyphens.ts';
import { openPdf } from './open-pdf.ts';
import { itemsOf } from './page-items.ts';
import { readPage, type PageRead } from './page.ts';
import { paragraphsOf, type Item } from './paragraphs.ts';
import { findRunningLines } from './running-lines.ts';

/** Refuses (ExtractRefused) what is encrypted, damaged, scanned or endless. */
export async function readPdf(bytes: Uint8Array): Promise<Extracted> {
  const { document, close } = await openPdf(bytes);
  try {
    const pages = await readPages(document);
    const running = findRunningLines(pages);
    const silent = pages.filter((page) => isSilent(page, running)).map((page) => page.number);
    if (silent.length === pages.length) {
      if (holdsPictures(bytes)) throw new ExtractRefused({ kind: 'scanned-pdf', pages: pages.length });
      if (pages.every((page) => page.lines.length === 0)) throw new ExtractRefused({ kind: 'no-text', format: 'pdf' });
    }
    const text = composeBlocks(blocksOf(pages, running));
    return { text, format: 'pdf', pages: pages.length, warnings: warningsOf(text, holdsPictures(bytes) ? silent : []) };
  } finally {
    await close();
  }
}

/** Pages read side by side: while one waits for its bytes to be inflated, another goes on. */
const AT_ONCE = 4;

async function readPages(document: PDFDocumentProxy): Promise<readonly PageRead[]> {
  const pages: PageRead[] = [];
  let characters = 0;
  for (let first = 1; first <= document.numPages; first += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, document.numPages - first + 1) }, (_, at) => first + at);
    const read = await Promise.all(numbers.map(async (number) => readPage(await document.getPage(number), number)));
    characters += read.reduce((sum, page) => sum + page.characters, 0);
    if (characters > MAX_CHARACTERS) {
      throw new ExtractRefused({ kind: 'too-much-text', limitInCharacters: MAX_CHARACTERS });
    }
    pages.push(...read);
  }
  return pages;
}

/** Scanned council papers carry a stamp with text on every page: that is no text of theirs. */
function isSilent(page: PageRead, running: ReadonlySet<Line>): boolean {
  return page.tables.length === 0 && page.turned.length === 0 && page.lines.every((line) => running.has(line));
}

/** Streams are never packed into others, so a picture names itself in plain bytes. */
function holdsPictures(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return file.includes('/Subtype/Image') || file.includes('/Subtype /Image') || file.includes('/ImageMask');
}

function blocksOf(pages: readonly PageRead[], running: ReadonlySet<Line>): readonly Block[] {
  const items: readonly Item[] = itemsOf(pages, running);
  const lines = items.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
  return paragraphsOf(items, { vocabulary: vocabularyOf(lines.map(lineText)), leading: usualLeading(lines) });
}

/** The most frequent distance of baselines, in sizes of type. */
function usualLeading(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const [at, below] of lines.entries()) {
    const above = lines[at - 1];
    if (above === undefined) continue;
    const ratio = (below.baseline - above.baseline) / below.size;
    if (above.page !== below.page || ratio < 0.8 || ratio > 2.2 || Math.abs(above.size - below.size) > 0.5) continue;
    const bucket = Math.round(ratio * 20);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best === undefined ? 1.25 : best[0] / 20;
}

function warningsOf(text: string, silent: readonly number[]): readonly ExtractWarning[] {
  const warnings: ExtractWarning[] = [];
  if (silent.length > 0) warnings.push({ kind: 'pages-without-text', pages: silent });
  const count = text.match(/[\ufffd\ue000-\uf8ff]/gu)?.length ?? 0;
  if (count > 0) warnings.push({ kind: 'unreadable-characters', count });
  return warnings;
}
