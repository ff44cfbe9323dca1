/** Words as a person would print them on one line: no line break, no double space, no sign that hides or turns words. */
import { withHiddenSigns } from '../shared/shown-signs.ts';

export function printed(typed: string): string {
  // Soft hyphens break words where nobody sees: they change what is compared, not what is read.
  return withHiddenSigns(typed.normalize('NFC').replaceAll('\u00ad', '').replace(/\s+/gu, ' ').trim());
}

/** One entry a paragraph: a blank line, or a line break, ends it. */
export function paragraphs(typed: string): readonly string[] {
  return typed
    .split(/[\r\n]+/)
    .map(printed)
    .filter((paragraph) => paragraph !== '');
}
