import type { Block } from './document.ts';

export type LaidBlock = Exclude<Block, { kind: 'page-break' }>;

/**
 * Each block that shows something, and whether it starts a page. A break at the end, or a second one in a row, would leave
 * an empty page; a heading never stands more than one level under the one before, as accessible files ask.
 */
export function laid(blocks: readonly Block[]): readonly { readonly block: LaidBlock; readonly startsPage: boolean }[] {
  const shown: { block: LaidBlock; startsPage: boolean }[] = [];
  let level = 0;
  let startsPage = false;
  for (const block of blocks) {
    if (block.kind === 'page-break') startsPage = shown.length > 0;
    else if (!isEmpty(block)) {
      shown.push({
        block: block.kind === 'heading' ? { ...block, level: under(level, block.level) } : block,
        startsPage,
      });
      if (block.kind === 'heading') level = under(level, block.level);
      startsPage = false;
    }
  }
  return shown;
}

function under(above: number, level: 1 | 2 | 3): 1 | 2 | 3 {
  if (above === 0) return 1;
  return above === 1 && level === 3 ? 2 : level;
}

function isEmpty(block: LaidBlock): boolean {
  switch (block.kind) {
    case 'facts':
      return block.facts.length === 0;
    case 'list':
      return block.items.length === 0;
    case 'table':
      return block.header.length === 0;
    case 'heading':
      return block.text.trim() === '';
    case 'paragraph':
    case 'quotation':
    case 'writing-lines':
      return false;
  }
}
