/** Boxes and ticks, whatever the glyphs: ☒ ☑ ✔ [x] (X) ■ against ☐ □ ✘ [ ] ( ), ◉ against ○. */
import type { Box } from './line-start.ts';

const MARKED = /[☑☒🗹✅✓✔■◉\uf0fe\uf0fd\uf052\uf053]|\[\s?[xX✓✔]\s?\]|\(\s?[xX✓✔]\s?\)|_[xX]_/u;
const UNMARKED = /[☐❏❑❐🗌□▢◻🔲✘✗✖❌○\uf06f\uf0a8\uf0a3]|\[[\s_]{0,3}\]|\(\s{1,3}\)|(?<![_\p{L}])__(?![_\p{L}])/u;

/** A marked box wins over an unmarked one in the same words; null when there is none. `radio`: ● is a mark beside ○. */
export function boxIn(words: string, { radio }: { readonly radio: boolean } = { radio: false }): Box | null {
  if (MARKED.test(words) || (radio && words.includes('●'))) return 'marked';
  return UNMARKED.test(words) ? 'unmarked' : null;
}
