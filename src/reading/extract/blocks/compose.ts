import { BLANK_LINE_POINTS, type Block, type Cell, type Paragraph, type Table } from './block.ts';
import { trimBlanks, trimBlanksEnd } from './trim-blanks.ts';

/**
 * Blocks to text: one paragraph a line, one table row a line with a TAB between its cells, a blank
 * line where the document shows space. A row that is really layout (one cell alone, or a cell that
 * holds whole sections) gives its paragraphs as lines.
 */
export function composeBlocks(blocks: readonly Block[]): string {
  const page = new Page();
  writeBlocks(page, blocks);
  return page.text();
}

/** Lines being written; never two blank lines together unless the document has empty paragraphs. */
class Page {
  readonly #lines: string[] = [];
  #pendingSpace = 0;

  line(text: string): void {
    this.#lines.push(trimBlanksEnd(text));
    this.#pendingSpace = 0;
  }

  /** Keeps the tabs of empty cells at the end of a row: they say in which column a value stands. */
  row(text: string): void {
    this.#lines.push(text);
    this.#pendingSpace = 0;
  }

  space(points: number): void {
    this.#pendingSpace = Math.max(this.#pendingSpace, points);
    if (this.#pendingSpace < BLANK_LINE_POINTS || this.#lines.length === 0 || this.#lines.at(-1) === '') return;
    this.#lines.push('');
  }

  text(): string {
    const text = this.#lines.join('\n').replace(/^\n+/u, '').trimEnd();
    return text === '' ? '' : `${text}\n`;
  }
}

function writeBlocks(page: Page, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      page.space(block.spaceBefore);
      for (const line of block.text.split('\n')) page.line(line);
      page.space(block.spaceAfter);
    } else {
      page.space(BLANK_LINE_POINTS);
      writeTable(page, block);
      page.space(BLANK_LINE_POINTS);
    }
  }
}

function writeTable(page: Page, table: Table): void {
  for (const row of table.rows) {
    const alone = row.length === 1 ? row[0] : undefined;
    if (alone !== undefined) writeBlocks(page, tight(alone));
    else if (row.some(isLayout)) for (const cell of row) writeBlocks(page, cell);
    else {
      const line = row.map(inline).join('\t');
      if (/\S/u.test(line)) page.row(line);
    }
  }
}

/** A lone cell's own margins are inside its borders: they do not separate it from the row above. */
function tight(cell: Cell): readonly Block[] {
  return cell.map((block, at) => {
    if (block.kind === 'table') return block;
    return {
      ...block,
      spaceBefore: at === 0 ? 0 : block.spaceBefore,
      spaceAfter: at === cell.length - 1 ? 0 : block.spaceAfter,
    };
  });
}

/** Pages laid out with tables put whole sections in one cell; a data cell holds a few paragraphs. */
const MANY_BLOCKS = 40;

function isLayout(cell: Cell): boolean {
  if (cell.length > MANY_BLOCKS) return true;
  return cell.length >= 3 && cell.some((block) => block.kind === 'paragraph' && block.heading);
}

function inline(cell: Cell): string {
  return cell
    .map((block) => (block.kind === 'paragraph' ? inlineParagraph(block) : inlineTable(block)))
    .filter((text) => text !== '')
    .join(' ');
}

function inlineParagraph(paragraph: Paragraph): string {
  return paragraph.text
    .split(/[\n\t]/u)
    .map(trimBlanks)
    .filter((line) => line !== '')
    .join(' ');
}

function inlineTable(table: Table): string {
  return table.rows
    .map((row) =>
      row
        .map(inline)
        .filter((text) => text !== '')
        .join(' '),
    )
    .filter((text) => text !== '')
    .join(' ');
}
