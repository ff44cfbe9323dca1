/** Boxes and ticks, whatever the glyphs: ☒ ☑ ✔ [x] (X) ■ against ☐ □ ✘ [ ] ( ). */
import type { Box } from './line-start.ts';

const MARKED = /[☑☒🗹✅✓✔■\uf0fe\uf0fd\uf052\uf053]|\[\s?[xX✓✔]\s?\]|\(\s?[xX✓✔]\s?\)/u;
const UNMARKED = /[☐❏❑❐🗌□▢◻✘✗✖❌\uf06f\uf0a8\uf0a3]|\[\s{0,3}\]|\(\s{1,3}\)/u;

/** A marked box wins over an unmarked one in the same words; null when there is none. */
export function boxIn(words: string): Box | null {
  if (MARKED.test(words)) return 'marked';
  return UNMARKED.test(words) ? 'unmarked' : null;
}
