/**
 * The headings of a pact: which lines open a principle, a measure, a local commitment.
 *
 * A line is a heading because of its words (a title of the edition, whole or shortened) or, failing
 * that, because it is printed like the document's other headings. What stands between two headings
 * is read in ../propose.
 */
import type { Reference } from '#reading/align/reference.ts';
import type { Source } from '#reading/text/lines.ts';
import { listedAlike, printedAlike } from './alike-headings.ts';
import { groupHeading } from './group-heading.ts';
import type { Heading, MeasureHeading } from './heading.ts';
import { opensWith } from './level-opening.ts';
import { levelMentionAt } from './levels.ts';
import { parseLineStart, type LineStart } from './line-start.ts';
import { findPrinciple } from './principle-heading.ts';
import { titledHeading } from './title-heading.ts';

/**
 * Headings in text order. `lines` are the lines to look at (furniture and blanks left out).
 * Linear in the number of lines; each costs at most one bounded title alignment.
 */
export function findHeadings(
  source: Source,
  { lines, reference }: { readonly lines: readonly number[]; readonly reference: Reference },
): Heading[] {
  const headings: Heading[] = [];
  const numbered: MeasureHeading[] = [];
  const bulleted: MeasureHeading[] = [];
  let until = -1;
  lines.forEach((index, rank) => {
    const line = source.lines[index];
    if (line === undefined || line.end <= until) return;
    const opening = parseLineStart(source.text, line);
    if (levelMentionAt(source.text, { start: opening.bodyStart, end: line.end }) !== null) return;
    if (opening.bullet === null && runsOn(source, index, opening.number !== null)) return;
    if (COUNTS.test(source.text.slice(line.start, line.end))) return;
    const principle = findPrinciple(source, { line, opening, reference });
    if (principle !== null) {
      headings.push({ kind: 'principle', line: index, start: line.start, ...principle });
      until = principle.bodyStart;
      return;
    }
    const titled = titledHeading(source, { lines, rank, index, line, opening, reference });
    const above = headings.findLast((heading) => heading.kind === 'measure');
    if (opensLevel(source, { opening, above, titled, reference })) return;
    if (titled !== null && !repeats(titled, above)) {
      headings.push(titled);
      until = titled.bodyStart;
      return;
    }
    const group = groupHeading(source.text.slice(line.start, line.end));
    if (group !== null) headings.push({ kind: 'group', group, line: index, start: line.start, bodyStart: line.end });
    else if (opening.number !== null || opening.bullet !== null) {
      const heading = { kind: 'measure' as const, line: index, start: line.start, bodyStart: opening.contentStart };
      (opening.number === null ? bulleted : numbered).push({ ...heading, opening, found: null });
    }
  });
  return [
    ...headings,
    ...printedAlike({ source, headings, numbered }),
    ...listedAlike({ source, headings, bulleted, reference }),
  ].sort((a, b) => a.start - b.start);
}

/** « 10 propositions d'utilité sociale »: a title that counts, whatever words it shares with one of them. */
const COUNTS =
  /^[\s#*_–-]*(?:nos|les|vos)?\s*\d{1,2}\s+(?:propositions|mesures|engagements|actions|points)(?![\p{L}])/iu;

/** « 2 Financer au moins un projet… » under measure 2: the words of its level 2, near as they are to its title. */
function opensLevel(
  source: Source,
  {
    opening,
    above,
    titled,
    reference,
  }: { opening: LineStart; above: MeasureHeading | undefined; titled: MeasureHeading | null; reference: Reference },
): boolean {
  const { number } = opening;
  if (number === null || number.noun !== null || number.value > 3 || (titled?.found?.coverage ?? 0) >= 0.9)
    return false;
  const measure =
    above?.found === undefined || above.found === null ? undefined : reference.measures.get(above.found.measure);
  const level = measure?.levels.find((candidate) => candidate.level === number.value);
  return level !== undefined && opensWith(source, { level, offset: opening.contentStart });
}

/** A clause that resembles the title above it (« Financer au moins un projet… » under measure 2) opens nothing new. */
function repeats({ found, opening }: MeasureHeading, above: MeasureHeading | undefined): boolean {
  if (opening.number !== null || found === null || found.kind === 'exact') return false;
  return above?.found?.measure === found.measure;
}

const WANTS_MORE = /(?:[\s(,'’](?:la|les?|des?|du|aux?|à|voir|cf\.?|et|ou|sur|dans|par)|[(,])\s*$/iu;

/** True when a line begins in lower case under a line that is not finished, or that ends on a word that wants another. */
function runsOn({ text, lines }: Source, index: number, numbered: boolean): boolean {
  const [before, line] = [lines[index - 1], lines[index]];
  if (before === undefined || line === undefined || before.blank) return false;
  const above = text.slice(before.start, before.end);
  // « … (voir la » / « mesure 1). »: the number is the sentence's, not a heading's.
  const words = text.slice(line.start, line.end);
  if (numbered) return /^\s*\p{Ll}/u.test(words) && WANTS_MORE.test(above);
  return /^\s*[\p{Ll}(]/u.test(words) && !/[.!?;:]\s*$/u.test(above);
}
