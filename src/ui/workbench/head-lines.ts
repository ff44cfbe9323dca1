/** All that a head says, one line each: to show what two people typed beside each other, word by word. */
import type { HeadTyped } from './head-form.ts';

export function headLines(typed: HeadTyped): string {
  const { title, editionId, year, publisher, note, preamble, minimum, organisation, reason } = typed;
  const principles = typed.principles.map(({ letter, title: named, text }) => `${letter} ${named} ${text}`);
  const themes = typed.groupings.flatMap((grouping) => [
    grouping.title,
    grouping.note,
    ...grouping.themes.map((theme) => theme.title),
    grouping.more,
  ]);
  return [title, year, editionId, publisher, note, preamble, minimum, organisation, ...principles, ...themes, reason]
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
