/**
 * Headings without a known title, told by their likeness to those that have one.
 */
import { belonging } from '#reading/align/level-text.ts';
import type { Reference } from '#reading/align/reference.ts';
import { loosen } from '#reading/text/fold.ts';
import type { Source } from '#reading/text/lines.ts';
import { tokenAt } from '#reading/text/tokens.ts';
import type { Heading, MeasureHeading } from './heading.ts';
import type { LineStart } from './line-start.ts';

/**
 * Numbered lines without a known title that are printed like the headings that have one: same
 * noun, same hash, same « n/32 ». With no heading to compare with, a noun or a hash is needed.
 */
export function printedAlike({
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
export function listedAlike({
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
