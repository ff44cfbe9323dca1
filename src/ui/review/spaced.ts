/**
 * Messages with their French spaces set once, for pages that run scripts: the finished page is not corrected there
 * (#ui/typography.ts), since what a person typed stands in it.
 */
import { withFrenchLines } from '#ui/typography.ts';

export function spaced(text: string): string {
  return withFrenchLines(text);
}
