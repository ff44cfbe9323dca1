/**
 * Documents of several lists: tables that set them side by side (« mesure ; liste A ; liste B »), or pages that give
 * one after the other (« Liste « A » », its measures, « Liste « B » », its measures).
 *
 * What stands there was said by several: attributing it to one would invent promises, so the whole is left to a person.
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

const NAME_LINE = /^[\s#*•–-]*listes?\s*:?\s*[«"“]\s*(?<name>[^»"”\n]{2,80}?)\s*[»"”]/iu;

/** The lines that name each list, when two lists or more have measures of their own below; empty otherwise. */
export function listsInTurn(source: Source, headings: readonly Heading[]): Span[] {
  const lines = source.lines.flatMap(({ start, end }) => {
    const name = NAME_LINE.exec(source.text.slice(start, Math.min(end, start + 120)))?.groups?.['name'];
    return name === undefined ? [] : [{ start, end, name: name.toLowerCase() }];
  });
  const measures = headings.filter((heading) => heading.kind === 'measure' && heading.found !== null);
  const signing = lines.filter(({ start }, rank) => {
    const next = lines[rank + 1]?.start ?? source.text.length;
    return measures.some((heading) => heading.start > start && heading.start < next);
  });
  const names = new Set(signing.map(({ name }) => name));
  return names.size < 2 ? [] : lines.map(({ start, end }) => ({ start, end }));
}

/** « Villebois demain : N1   Agir ensemble : N2 », on one line or two: the lines that answer under the lists' names. */
export function answersByName({ text, lines }: Source, names: readonly string[]): Span[] {
  if (names.length < 2) return [];
  const answering = new Set<string>();
  const spans: Span[] = [];
  for (const { start, end } of lines) {
    const words = text.slice(start, end).toLowerCase();
    const here = names.filter((name) => {
      const at = words.indexOf(name);
      return at >= 0 && /^[\s»"”)*]*:\s*\S/u.test(words.slice(at + name.length));
    });
    for (const name of here) answering.add(name);
    if (here.length > 0) spans.push({ start, end });
  }
  return answering.size < 2 ? [] : spans;
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
