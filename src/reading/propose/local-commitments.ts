/**
 * Promises beyond the charter: a numbered heading that is no measure (« 33- Conserver… »), its
 * bullets one promise each, or the items under « Engagements locaux ».
 */
import type { LocalCommitmentFinding, Span } from '#reading/contract.ts';
import type { Source } from '#reading/text/lines.ts';
import { mergeSpans, trimSpan } from '#reading/text/spans.ts';
import { answerAfter } from '#reading/split/answers.ts';
import { parseLineStart } from '#reading/split/line-start.ts';
import type { Section } from '#reading/split/sections.ts';

export type LocalSection = {
  readonly localNumber: string | null;
  readonly start: number;
  /** Where the words begin, after the number. */
  readonly contentStart: number;
  readonly end: number;
  /** Readable lines of the section, the first one included. */
  readonly lines: readonly number[];
};

/** « … – Refusé »: what the list declined is not promised; it stays unread. */
function isDeclined({ text }: LocalCommitmentFinding): boolean {
  const answer = answerAfter(text.slice(-60));
  return answer === 'no' || answer === 'open';
}

/** « (voir la mesure 1) Voir aussi 15, 16 et 17. »: it points to measures and promises none. */
function pointsElsewhere({ text }: LocalCommitmentFinding): boolean {
  const rest = text.replace(/\(?\s*(?:voir(?:\s+aussi)?|cf\.?)\s[^.()\n]{0,60}[.)]?/giu, '');
  return rest !== text && !/\p{L}{3,}/u.test(rest);
}

/** One finding an item: bullets when there are some, otherwise the paragraph itself. */
export function localCommitments(source: Source, section: LocalSection): LocalCommitmentFinding[] {
  return itemsOf(source, section).filter((item) => !isDeclined(item) && !pointsElsewhere(item));
}

function itemsOf(source: Source, section: LocalSection): LocalCommitmentFinding[] {
  const items: Span[] = [];
  const lead: Span[] = [];
  section.lines.forEach((index, rank) => {
    const line = source.lines[index];
    if (line === undefined) return;
    const opening = parseLineStart(source.text, line);
    const isItem = rank > 0 && (opening.bullet !== null || opening.box !== null);
    const place = {
      start: rank === 0 ? section.contentStart : opening.bodyStart,
      end: Math.min(line.end, section.end),
    };
    const last = items.at(-1);
    if (isItem) items.push(place);
    else if (last !== undefined) items[items.length - 1] = { start: last.start, end: place.end };
    else lead.push(rank === 0 ? { start: section.start, end: place.end } : place);
  });
  const first = lead[0];
  if (items.length === 0) {
    if (first === undefined) return [];
    const text = { start: section.contentStart, end: lead.at(-1)?.end ?? first.end };
    return [finding(source, section.localNumber, { text, spans: lead })];
  }
  return items.map((text) => finding(source, section.localNumber, { text, spans: [...lead, bulletOf(source, text)] }));
}

/** Items that stand under « Engagements locaux » without number. */
export function groupCommitments(source: Source, section: Section): LocalCommitmentFinding[] {
  if (section.group !== 'local' || section.lines.length < 2) return [];
  const { start } = section.heading;
  return localCommitments(source, {
    localNumber: null,
    start,
    contentStart: start,
    end: section.end,
    lines: section.lines,
  });
}

/** The item with its bullet, so that no character is lost. */
function bulletOf({ text }: Source, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && text[from - 1] !== '\n' && text[from - 1] !== '\r') from--;
  return { start: from, end };
}

function finding(
  source: Source,
  localNumber: string | null,
  { text, spans }: { text: Span; spans: readonly Span[] },
): LocalCommitmentFinding {
  const trimmed = trimSpan(source.text, text) ?? text;
  const words = source.text.slice(trimmed.start, trimmed.end);
  return {
    localNumber,
    text: words,
    relatedMeasures: relatedMeasures(words),
    spans: mergeSpans(
      source.text,
      spans.map((span) => trimSpan(source.text, span)).filter((span) => span !== null),
    ),
  };
}

/** « (mesure 26) », « (mesures 5 et 7) »: the measures a text points to, in order. */
export function relatedMeasures(words: string): number[] {
  const found: number[] = [];
  for (const [, numbers] of words.matchAll(
    /(?<![\p{L}\p{N}])mesures?\s+(?:n[°º]\s*)?#?(\d{1,2}(?:\s*(?:,|et|&|-)\s*#?\d{1,2})*)/giu,
  ))
    for (const [number] of (numbers ?? '').matchAll(/\d+/g)) found.push(Number(number));
  return [...new Set(found)];
}
