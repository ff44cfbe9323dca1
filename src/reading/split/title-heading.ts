/**
 * Whether a line is the title of a measure, whole, amended or shortened, and where that title ends.
 */
import { findTitle, type TitleFound } from '#reading/align/title.ts';
import type { Reference } from '#reading/align/reference.ts';
import { loosen } from '#reading/text/fold.ts';
import type { Line, Source } from '#reading/text/lines.ts';
import { tokenAt } from '#reading/text/tokens.ts';
import type { MeasureHeading } from './heading.ts';
import { firstCellEnd } from './level-table.ts';
import { answerIn } from './answers.ts';
import { levelMentionAt, levelMentions } from './levels.ts';
import { parseLineStart, type LineStart } from './line-start.ts';

export type Look = {
  readonly lines: readonly number[];
  readonly rank: number;
  readonly index: number;
  readonly line: Line;
  readonly opening: LineStart;
  readonly reference: Reference;
};

/** Null when the line names no measure surely enough to open one. */
export function titledHeading(source: Source, look: Look): MeasureHeading | null {
  const { line, index, opening, reference } = look;
  const words = titleWords(source, look);
  const number = opening.number?.value ?? trailingNumber(source.text, line);
  const found = findTitle(reference, { keys: words.map((token) => source.tokens.keys[token] ?? ''), number });
  if (found === null) return null;
  const share = lineShare(source, look, { words, found });
  const last = words[found.end - 1];
  const bodyStart = last === undefined ? opening.contentStart : (source.tokens.ends[last] ?? line.end);
  if (!isHeading(found, { number, share }) && !isAnsweredTitle(source.text, { line, found, bodyStart })) return null;
  return { kind: 'measure', line: index, start: line.start, bodyStart, opening, found: { ...found, share } };
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

/** « Mobilités actives : niveau 2 »: two words of a title and no other's, with what was decided right behind them. */
function isAnsweredTitle(
  text: string,
  { line, found, bodyStart }: { line: Line; found: TitleFound; bodyStart: number },
): boolean {
  if (found.precision < 0.98 || found.end < 2 || found.score < 5 || found.lead < 2 || bodyStart > line.end)
    return false;
  const rest = text.slice(bodyStart, line.end);
  const lead = /^[\s:=>→–—-]*/u.exec(rest)?.[0].length ?? 0;
  if (lead === 0) return false;
  const level = levelMentionAt(text, { start: bodyStart + lead, end: line.end });
  return answerIn(rest.slice(lead)) !== null || (level !== null && line.end - level.end <= 30);
}

/** Tokens a title may be made of: the line's up to a level's name, and those of lines that continue it. */
function titleWords(source: Source, { lines, rank, line, opening }: Look): number[] {
  const cell = firstCellEnd(source.text, opening.contentStart, line.end);
  const level = levelMentions(source.text, { start: opening.contentStart, end: cell })[0]?.start ?? cell;
  const words = range(tokenAt(source.tokens, opening.contentStart), tokenAt(source.tokens, level));
  if (level < line.end) return words;
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

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}
