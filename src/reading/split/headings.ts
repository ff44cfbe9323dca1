/**
 * The headings of a pact: which lines open a principle, a measure, a local commitment.
 *
 * A line is a heading because of its words (a title of the edition, whole or shortened) or, failing
 * that, because it is printed like the document's other headings. What stands between two headings
 * is read in ../propose.
 */
import { findTitle, type TitleFound } from '#reading/align/title.ts';
import { belonging } from '#reading/align/level-text.ts';
import type { Reference } from '#reading/align/reference.ts';
import { loosen } from '#reading/text/fold.ts';
import type { Line, Source } from '#reading/text/lines.ts';
import { tokenAt } from '#reading/text/tokens.ts';
import { firstCellEnd } from './level-table.ts';
import { levelMentionAt, levelMentions } from './levels.ts';
import { parseLineStart, type LineStart } from './line-start.ts';
import { opensWith } from './level-opening.ts';
import { findPrinciple } from './principle-heading.ts';
import { groupHeading, type GroupKind } from './group-heading.ts';

type Place = {
  /** Index of the line among `lines`. */
  readonly line: number;
  readonly start: number;
  /** Offset where the body begins: after the title. */
  readonly bodyStart: number;
};

export type MeasureHeading = Place & {
  readonly kind: 'measure';
  readonly opening: LineStart;
  /** Null when the line is printed like a heading and no title is recognised. */
  readonly found: TitleFound | null;
};

export type PrincipleHeading = Place & { readonly kind: 'principle'; readonly letter: string };

/** A line that speaks for what follows it: « Engagements locaux », « Mesures non retenues ». */
export type GroupHeading = Place & { readonly kind: 'group'; readonly group: GroupKind };

export type Heading = MeasureHeading | PrincipleHeading | GroupHeading;

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
    if (opening.number === null && opening.bullet === null && runsOn(source, index)) return;
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

type Look = {
  readonly lines: readonly number[];
  readonly rank: number;
  readonly index: number;
  readonly line: Line;
  readonly opening: LineStart;
  readonly reference: Reference;
};

function titledHeading(source: Source, look: Look): MeasureHeading | null {
  const { line, index, opening, reference } = look;
  const words = titleWords(source, look);
  const number = opening.number?.value ?? trailingNumber(source.text, line);
  const found = findTitle(reference, { keys: words.map((token) => source.tokens.keys[token] ?? ''), number });
  if (found === null || !isHeading(found, { number, share: lineShare(source, look, { words, found }) })) return null;
  const last = words[found.end - 1];
  const bodyStart = last === undefined ? opening.contentStart : (source.tokens.ends[last] ?? line.end);
  return { kind: 'measure', line: index, start: line.start, bodyStart, opening, found };
}

/** A title found in a line makes a heading of it when enough of the title, and little else, is there. */
function isHeading(found: TitleFound, { number, share }: { number: number | null; share: number }): boolean {
  const { coverage, precision, measure, score, lead } = found;
  if (coverage >= 0.6 && precision >= 0.55) return number !== null || share >= 0.45 || coverage >= 0.9;
  // The beginning of a title and nothing else is that title, shortened.
  if (found.kind === 'shortened' && precision >= 0.98 && share >= 0.95 && found.end >= 6 && lead >= 1.2) return true;
  if (number === measure) return precision >= 0.6 && (coverage >= 0.25 || (share >= 0.5 && coverage >= 0.15));
  if (number !== null && precision >= 0.6 && coverage >= 0.45) return true;
  if (number !== null) return precision >= 0.85 && share >= 0.75 && score >= 5 && lead >= 1.4;
  return precision >= 0.8 && share >= 0.75 && coverage >= 0.3 && lead >= 1.2;
}

/** Tokens a title may be made of: the line's, and those of lines that continue it. */
function titleWords(source: Source, { lines, rank, line, opening }: Look): number[] {
  const cell = firstCellEnd(source.text, opening.contentStart, line.end);
  const words = range(tokenAt(source.tokens, opening.contentStart), tokenAt(source.tokens, cell));
  if (cell < line.end) return words;
  for (let next = rank + 1; next < lines.length && next <= rank + 7 && words.length < 60; next++) {
    const previous = source.lines[lines[next - 1] ?? -1];
    const following = source.lines[lines[next] ?? -1];
    if (previous === undefined || following === undefined) break;
    const empty = words.length === 0;
    if (!empty && /[.!?;:]["»)\s]*$/u.test(source.text.slice(previous.start, previous.end))) break;
    if (
      !empty &&
      (lines[next] ?? 0) - (lines[next - 1] ?? 0) > 1 &&
      hasBlankBetween(source, lines[next - 1] ?? 0, lines[next] ?? 0)
    )
      break;
    const start = parseLineStart(source.text, following);
    if (start.bullet !== null || start.box !== null || start.number !== null) break;
    if (levelMentionAt(source.text, { start: start.bodyStart, end: following.end }) !== null) break;
    words.push(...range(following.from, following.to));
  }
  return words;
}

function hasBlankBetween(source: Source, from: number, to: number): boolean {
  for (let index = from + 1; index < to; index++) if (source.lines[index]?.blank === true) return true;
  return false;
}

/** Share of the line's weight that the title takes, level labels and bracketed notes left out. */
function lineShare(
  source: Source,
  { line, reference }: Look,
  { words, found }: { words: readonly number[]; found: TitleFound },
): number {
  const asides = [
    ...levelMentions(source.text, line),
    ...[...source.text.slice(line.start, line.end).matchAll(/\([^()]*\)/g)].map(({ index, 0: aside }) => ({
      start: line.start + index,
      end: line.start + index + aside.length,
    })),
  ];
  const taken = new Set(words.slice(0, found.end));
  // A number alone on its line: the title's own line is the one that counts.
  const first = words[0] ?? 0;
  const until =
    first < line.to ? line.to : (source.lines.find((other) => first >= other.from && first < other.to)?.to ?? line.to);
  let title = 0;
  let all = 0;
  for (const token of words) {
    if (token >= until) break;
    const weight = reference.weight(loosen(source.tokens.keys[token] ?? ''));
    if (taken.has(token)) title += weight;
    else if (
      asides.some(
        ({ start, end }) => (source.tokens.starts[token] ?? 0) >= start && (source.tokens.ends[token] ?? 0) <= end,
      )
    )
      continue;
    all += weight;
  }
  return all === 0 ? 0 : title / all;
}

/** « Donner la priorité… (4/32) », « … (mesure 4) » at the end of a title. */
export function trailingNumber(text: string, line: Line): number | null {
  const match = /\((?:mesure\s+)?(?:n[°º]\s*|#)?(\d{1,2})(?:\s*\/\s*\d{2})?\)[\s.:]*$/iu.exec(
    text.slice(line.start, line.end),
  );
  return match === null ? null : Number(match[1]);
}

/**
 * Numbered lines without a known title that are printed like the headings that have one: same
 * noun, same hash, same « n/32 ». With no heading to compare with, a noun or a hash is needed.
 */
function printedAlike({
  source,
  headings,
  numbered,
}: {
  source: Source;
  headings: readonly Heading[];
  numbered: readonly MeasureHeading[];
}): MeasureHeading[] {
  const styles = new Map<string, number>();
  for (const heading of headings) {
    if (heading.kind !== 'measure' || heading.opening.number === null) continue;
    const style = styleOf(heading.opening);
    styles.set(style, (styles.get(style) ?? 0) + 1);
  }
  return numbered.filter((heading) => {
    const { number } = heading.opening;
    if (number === null || isInsideSentence(source, heading)) return false;
    const style = styleOf(heading.opening);
    if ((styles.get(style) ?? 0) >= 2) return true;
    const marked =
      number.ofTotal || number.hash || /^(?:mesure|engagement|proposition|promesse)$/.test(number.noun ?? '');
    return marked && (styles.size === 0 || number.value > 0);
  });
}

/**
 * Items of a list whose other items are titles of measures (« - Limiter la place de la publicité »):
 * promises too, though the edition does not have them.
 */
function listedAlike({
  source,
  headings,
  bulleted,
  reference,
}: {
  source: Source;
  headings: readonly Heading[];
  bulleted: readonly MeasureHeading[];
  reference: Reference;
}): MeasureHeading[] {
  const titled = headings.filter((heading) => heading.kind === 'measure' && heading.opening.number === null);
  const styles = new Map<string, number>();
  for (const heading of titled)
    if (heading.kind === 'measure' && heading.opening.bullet !== null) {
      const style = `${heading.opening.bullet} ${heading.opening.indent}`;
      styles.set(style, (styles.get(style) ?? 0) + 1);
    }
  const items: MeasureHeading[] = [];
  const headed = new Set(headings.map(({ line }) => line));
  for (const item of bulleted) {
    if ((styles.get(`${item.opening.bullet ?? ''} ${item.opening.indent}`) ?? 0) < 3) continue;
    let before = item.line - 1;
    while (before >= 0 && source.lines[before]?.blank === true) before--;
    if (!headed.has(before)) continue;
    const above = headings.findLast(({ line }) => line <= before);
    const measure =
      above?.kind === 'measure' && above.found !== null ? reference.measures.get(above.found.measure) : null;
    const words = wordsOfLine(source, item);
    if (words.length < 2 || (measure !== null && measure !== undefined && belonging(measure.bag, words) >= 0.6))
      continue;
    items.push(item);
    headed.add(item.line);
  }
  return items;
}

function wordsOfLine(source: Source, { line, opening }: MeasureHeading): string[] {
  const to = source.lines[line]?.to ?? 0;
  return source.tokens.keys.slice(tokenAt(source.tokens, opening.contentStart), to).map(loosen);
}

function styleOf({ number, bullet }: LineStart): string {
  if (number === null) return '';
  if (number.noun !== null || number.hash || number.ofTotal)
    return `${number.noun ?? ''}|${number.hash}|${number.ofTotal}`;
  return `plain|${bullet === null ? '' : 'bullet'}|${number.separator === '' ? 'blank' : 'mark'}`;
}

/** True when a line begins in lower case under a line that is not finished. */
function runsOn({ text, lines }: Source, index: number): boolean {
  const [before, line] = [lines[index - 1], lines[index]];
  if (before === undefined || line === undefined || before.blank) return false;
  return (
    /^\s*[\p{Ll}(]/u.test(text.slice(line.start, line.end)) &&
    !/[.!?;:]\s*$/u.test(text.slice(before.start, before.end))
  );
}

/** A bare number inside a wrapped sentence: « …et / 2 repas par semaine ». A noun or a capital opens something. */
function isInsideSentence({ text, lines }: Source, { line, opening }: MeasureHeading): boolean {
  const { number } = opening;
  if (number === null || number.noun !== null || number.hash || number.ofTotal) return false;
  const before = lines[line - 1];
  if (
    before === undefined ||
    before.blank ||
    /^\p{Lu}/u.test(text.slice(opening.contentStart, opening.contentStart + 2))
  )
    return false;
  return /[\p{Ll},('’-]\s*$/u.test(text.slice(before.start, before.end));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}
