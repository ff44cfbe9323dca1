import type { Block } from './block.ts';

/** What is left of "Page 3 sur 12" in a header or a footer once its numbers, which are fields, are left out. */
export function isPageCount(block: Block): boolean {
  return block.kind === 'paragraph' && /^(?:\s|page|sur|de|of|\/|\||-|–)*$/iu.test(block.text);
}
