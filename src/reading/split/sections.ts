/**
 * The document cut at its headings: what belongs to each principle, measure or local promise.
 *
 * Tables of contents are told apart here (a run of bare headings that nearly all come back later
 * with a body), and so are the headings of themes that stand between two measures.
 */
import type { Span } from '#reading/contract.ts';
import type { Source } from '#reading/text/lines.ts';
import { mergeSpans, trimSpan } from '#reading/text/spans.ts';
import { answerIn } from './answers.ts';
import type { GroupKind } from './group-heading.ts';
import type { Heading, MeasureHeading } from './heading.ts';
import { levelMentions } from './levels.ts';
import { trailingNumber } from './title-heading.ts';

export type Section = {
  readonly heading: Heading;
  /** Offset after the last character of the section's last line. */
  readonly end: number;
  /** Readable lines of the section, heading included. */
  readonly lines: readonly number[];
  /** What the last group heading says of it. */
  readonly group: GroupKind | null;
};

/** Sections in order; what follows an `end` heading belongs to none. */
export function sectionsOf(
  source: Source,
  { headings, lines }: { readonly headings: readonly Heading[]; readonly lines: readonly number[] },
): Section[] {
  const sections: Section[] = [];
  let group: GroupKind | null = null;
  let cursor = 0;
  headings.forEach((heading, rank) => {
    if (heading.kind === 'group') group = heading.group;
    // A title after a closing line: it closed nothing.
    else if (group === 'end' && heading.kind === 'measure' && heading.found !== null) group = null;
    const next = headings[rank + 1]?.start ?? source.text.length + 1;
    while (cursor < lines.length && (lines[cursor] ?? 0) < heading.line) cursor++;
    const own: number[] = [];
    for (let at = cursor; at < lines.length; at++) {
      const line = source.lines[lines[at] ?? -1];
      if (line === undefined || line.start >= next) break;
      own.push(lines[at] ?? 0);
    }
    const body = heading.kind === 'principle' ? untilMeasures(source, own) : own;
    const kept = rank + 1 < headings.length ? withoutThemes(source, body) : body;
    const last = source.lines[kept.at(-1) ?? heading.line];
    sections.push({ heading, lines: kept, end: last?.end ?? heading.bodyStart, group });
  });
  return sections;
}

/** « Nous retenons les mesures n° 1, 3 et 7 »: what follows a principle without a heading of its own. */
const SEVERAL_MEASURES =
  /(?<![\p{L}])mesures?\s+(?:\p{L}+\s+){0,2}:?\s*(?:n[°º]s?\s*)?\d{1,2}\s*(?:\([^()\n]*\)\s*)?(?:,|et\s+\d)/iu;

function untilMeasures({ text, lines }: Source, own: readonly number[]): readonly number[] {
  const cut = own.findIndex((index, rank) => {
    const line = lines[index];
    return rank > 0 && line !== undefined && SEVERAL_MEASURES.test(text.slice(line.start, line.end));
  });
  return cut < 0 ? own : own.slice(0, cut);
}

const THEME =
  /^\W*(?:th[èe]me|thématique|axe|partie|chapitre|domaine|volet|pilier|titre|[IVX]{1,4}\s*[.)–-])(?:\s|$)/iu;

/** Short as a heading of themes, but somebody speaks: « Nous le ferons dès 2021 », « Non retenu ». */
const SPEAKS =
  /(?<![\p{L}\p{N}])(?:N[1-3]|niveau|accord|oui|non|refus|engag)|^(?:nous|notre|nos|je|on|ils?|elles?|c['’]est|dès|déjà|avec|sous|selon|cette|cet|ce|en|à|pour|voir|sera|seront|objectif)(?![\p{L}])/iu;

/** Section lines without the headings of themes at their end (« MOBILITÉS »): they announce what comes next. */
function withoutThemes(source: Source, lines: readonly number[]): number[] {
  const kept = [...lines];
  while (kept.length > 1) {
    const index = kept.at(-1) ?? 0;
    const line = source.lines[index];
    if (line === undefined) break;
    const words = source.text.slice(line.start, line.end).trim();
    const afterBlank = source.lines[index - 1]?.blank === true;
    const short =
      line.to - line.from <= 8 && line.to > line.from && !/[.!?…;,:»)]$/u.test(words) && /^[#*_\s]*\p{Lu}/u.test(words);
    const capitals = words.length > 3 && words === words.toUpperCase() && /\p{Lu}{3}/u.test(words);
    if (!(THEME.test(words) || (short && (afterBlank || capitals))) || SPEAKS.test(words)) break;
    kept.pop();
  }
  return kept;
}

/** Whether the numbers printed in this document are the edition's. */
export type Numbering = 'national' | 'local' | 'unknown';

export function numberingOf(source: Source, headings: readonly Heading[]): Numbering {
  let same = 0;
  let other = 0;
  for (const heading of headings) {
    if (heading.kind !== 'measure' || heading.found === null || heading.found.coverage < 0.4) continue;
    const number = printedNumber(source, heading);
    if (number === null) continue;
    if (number.value === heading.found.measure) same++;
    else other++;
  }
  if (same + other === 0) return 'unknown';
  return same >= 3 * other ? 'national' : 'local';
}

/** The number of a heading, before its title or after it in brackets. */
export function printedNumber(
  source: Source,
  { opening, line }: MeasureHeading,
): { value: number; written: string } | null {
  if (opening.number !== null) return opening.number;
  const place = source.lines[line];
  const trailing = place === undefined ? null : trailingNumber(source.text, place);
  return trailing === null ? null : { value: trailing, written: String(trailing) };
}

/**
 * Sections that are a table of contents: lines with leaders and a page number, or a run of bare
 * headings that nearly all come back later with a body.
 */
export function contentsOf(
  source: Source,
  {
    sections,
    measureOf,
  }: { readonly sections: readonly Section[]; readonly measureOf: (section: Section) => number | null },
): ReadonlySet<Section> {
  const contents = new Set<Section>(sections.filter((section) => hasLeaders(source, section)));
  let run: Section[] = [];
  sections.forEach((section, rank) => {
    const bare = section.lines.length <= 1 && section.heading.kind === 'measure' && !decides(source, section);
    if (bare) run.push(section);
    if (bare && rank < sections.length - 1) return;
    const later = new Set(
      sections
        .slice(rank)
        .filter((other) => other.lines.length > 1)
        .map(measureOf),
    );
    const again = run.filter((entry) => measureOf(entry) !== null && later.has(measureOf(entry)));
    if (run.length >= 4 && again.length >= 0.6 * run.length) for (const entry of run) contents.add(entry);
    run = [];
  });
  return contents;
}

/** « Logiciels libres : niveau 1 »: one line, and already an answer. A table of contents has none. */
function decides({ text }: Source, { heading, end }: Section): boolean {
  if (heading.bodyStart >= end) return false;
  const rest = text.slice(heading.bodyStart, end);
  return (
    levelMentions(text, { start: heading.bodyStart, end }).length > 0 || answerIn(rest.replace(/^\W+/u, '')) !== null
  );
}

/** « Limiter la place de la publicité .......... 4 ». */
function hasLeaders({ text, lines }: Source, { heading }: Section): boolean {
  const line = lines[heading.line];
  return (
    line !== undefined &&
    /(?:\.\s?){4,}\s*\d{1,3}\s*$|…{2,}\s*\d{1,3}\s*$|_{4,}\s*\d{1,3}\s*$/u.test(text.slice(line.start, line.end))
  );
}

/** The section's lines as spans: furniture between them left out. */
export function spansOfLines(source: Source, section: Section): Span[] {
  const spans = section.lines
    .map((index) => source.lines[index])
    .filter((line) => line !== undefined)
    .map((line) => trimSpan(source.text, line))
    .filter((span) => span !== null);
  return mergeSpans(source.text, spans);
}
