/**
 * Tables that set several lists side by side: « mesure ; liste A ; liste B », one answer a list.
 *
 * What stands in such a table was said by several lists: attributing it to one would invent
 * promises, so the whole is left to a person.
 */
import type { Span } from '#reading/contract.ts';
import type { Heading } from '#reading/split/heading.ts';
import type { levelTables } from '#reading/split/level-table.ts';
import type { Source } from '#reading/text/lines.ts';

const ANSWER =
  /^(?:(?:N\s?|niveaux?\s*)[1-3](?:\s*(?:[,+\/&-]|et|à)\s*(?:N\s?)?[1-3])*|oui|non|refus\p{L}*|ok|x|✓|✔|✗|✘|[-–—?]|nsp|sans\s+réponse)$/iu;

/** Rows that hold answers of several lists; empty when the document compares none. */
export function comparedLists(
  source: Source,
  { headings, tables }: { readonly headings: readonly Heading[]; readonly tables: ReturnType<typeof levelTables> },
): Span[] {
  const rows: Span[] = [];
  let contradicts = false;
  let measures = 0;
  for (const heading of headings) {
    if (heading.kind !== 'measure' || heading.found === null || tables.has(heading.line)) continue;
    measures++;
    const line = source.lines[heading.line];
    if (line === undefined || heading.bodyStart > line.end) continue;
    const answers = answersIn(source.text.slice(heading.bodyStart, line.end));
    if (answers === null) continue;
    rows.push({ start: line.start, end: line.end });
    if (!isLadder(answers)) contradicts = true;
  }
  return contradicts && rows.length >= 3 && rows.length >= 0.6 * measures ? rows : [];
}

/** Two answers or more, each in a column of its own; null when the words are anything else. */
function answersIn(rest: string): string[] | null {
  const cells = rest
    .replace(/^["'»\s.]*/u, '')
    .split(/\t|;|\s{3,}|\|/u)
    .map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '' && !/^["'».]+$/u.test(cell));
  return filled.length >= 2 && filled.every((cell) => ANSWER.test(cell)) ? filled : null;
}

/** « N1  N2  N3 »: the levels of one list, in columns. */
function isLadder(answers: readonly string[]): boolean {
  const levels = answers.map((answer) => Number(/[1-3]/.exec(answer)?.[0] ?? 0));
  return levels.every((level, rank) => level > 0 && (rank === 0 || level > (levels[rank - 1] ?? 0)));
}
