/**
 * Promises made in a sentence: « s'engage sur les mesures 1, 5, 12 et 28, et sur la mesure 7 au
 * niveau 2 », « promet de donner la priorité au logiciel libre ». Looked for outside the sections
 * of measures only, and only in sentences that say somebody commits; « voir la mesure 3 » does not.
 */
import { findTitle } from '#reading/align/title.ts';
import type { Reference } from '#reading/align/reference.ts';
import type { Span } from '#reading/contract.ts';
import { levelMentions } from '#reading/split/levels.ts';
import type { Source } from '#reading/text/lines.ts';
import { tokenAt } from '#reading/text/tokens.ts';
import type { Spoken } from './commitment.ts';
import { resolve, type LevelEvidence } from './level-evidence.ts';

const COMMITS =
  /\b(?:engag\p{L}+|sign(?:e|ent|ons|é|ée|és|ées)|retien\p{L}*|retenu\p{L}*|retenons|accept\p{L}+|adopt\p{L}+|valid\p{L}+|promet\p{L}*|soutien(?:t|nent)|choisi\p{L}*|approuv\p{L}+|reprend\p{L}*|reprennent)\b/iu;
const POINTS = /\b(?:voir|cf\.?|lire|consult\p{L}*|détail\p{L}*|renvo\p{L}+|ne\s.{0,30}\bpas\b|refus\p{L}*)\b/iu;
const NUMBERS =
  /\bmesures?\s+(?:n[°º]s?\s*)?#?(\d{1,2}(?!\d)(?:\s*(?:,|;|et|&|\/|ainsi que)+\s*(?:n[°º]\s*|#)?(?:la\s+)?\d{1,2}(?!\d))*)/giu;
const ALL =
  /\b(?:les|ces|aux|des)\s+(?:32|trente-deux)\s+mesures|\bl['’]ensemble\s+des\s+mesures\s+du\s+pacte|\btoutes\s+les\s+mesures\s+du\s+pacte/iu;

/** One finding a measure; measures of one sentence share its span. Linear in the passages. */
export function mentionedIn(
  source: Source,
  {
    passages,
    reference,
    known,
  }: { readonly passages: readonly Span[]; readonly reference: Reference; readonly known: ReadonlySet<number> },
): Spoken[] {
  const found = new Map<number, Spoken>();
  for (const sentence of passages.flatMap((passage) => sentencesOf(source.text, passage))) {
    const words = source.text.slice(sentence.start, sentence.end);
    if (!COMMITS.test(words) || POINTS.test(words)) continue;
    for (const spoken of [...byNumber(source, sentence, reference), ...byTitle(source, sentence, reference)]) {
      if (spoken.measure === null || known.has(spoken.measure)) continue;
      const before = found.get(spoken.measure);
      if (before === undefined) found.set(spoken.measure, spoken);
    }
    if (found.size + known.size === 0 && ALL.test(words))
      for (const [measure] of reference.measures)
        found.set(measure, spokenOf(sentence, { measure, reference, levels: [] }));
  }
  return [...found.values()].sort((a, b) => (a.measure ?? 0) - (b.measure ?? 0));
}

function byNumber(source: Source, sentence: Span, reference: Reference): Spoken[] {
  const words = source.text.slice(sentence.start, sentence.end);
  const matches = [...words.matchAll(NUMBERS)].filter(({ index }) => !isAside(words, index));
  return matches.flatMap((match, rank) => {
    const from = sentence.start + match.index + match[0].length;
    const to = matches[rank + 1] === undefined ? sentence.end : sentence.start + (matches[rank + 1]?.index ?? 0);
    const levels = levelMentions(source.text, { start: from, end: to }).slice(0, 1);
    return [...(match[1] ?? '').matchAll(/\d+/g)]
      .map(([number]) => Number(number))
      .filter((number) => reference.measures.has(number))
      .map((measure) => spokenOf(sentence, { measure, reference, levels, written: String(measure) }));
  });
}

/** Titles inside a sentence, tried after each comma and colon. */
function byTitle(source: Source, sentence: Span, reference: Reference): Spoken[] {
  const spoken: Spoken[] = [];
  let until = sentence.start;
  const words = source.text.slice(sentence.start, sentence.end);
  for (const { index, 0: mark } of words.matchAll(/^|[,;:]\s|\bà\s|\bde\s|\bet\s/gu)) {
    const start = sentence.start + index + mark.length;
    if (start < until) continue;
    const from = tokenAt(source.tokens, start);
    const to = tokenAt(source.tokens, sentence.end);
    const title = findTitle(reference, { keys: source.tokens.keys.slice(from, to), number: null });
    if (title === null || title.precision < 0.8 || title.score < 6) continue;
    const opensTitle = title.kind === 'shortened' && title.precision >= 0.98 && title.end >= 6;
    if (title.coverage < 0.45 && !opensTitle) continue;
    until = source.tokens.ends[from + title.end - 1] ?? start;
    spoken.push({
      ...spokenOf(sentence, {
        measure: title.measure,
        reference,
        levels: levelMentions(source.text, { start: until, end: Math.min(sentence.end, until + 25) }).slice(0, 1),
      }),
      title: title.kind,
      found: title,
    });
  }
  return spoken;
}

function spokenOf(
  sentence: Span,
  {
    measure,
    reference,
    levels,
    written = null,
  }: { measure: number; reference: Reference; levels: ReturnType<typeof levelMentions>; written?: string | null },
): Spoken {
  const known = reference.measures.get(measure) ?? null;
  const evidence = new Map<number, LevelEvidence>();
  for (const mention of levels)
    for (const level of resolve(mention.levels, known))
      evidence.set(level, {
        level,
        named: true,
        listed: true,
        box: null,
        answer: null,
        words: [],
        unmarked: [],
        spans: [{ start: mention.start, end: mention.end }],
      });
  return {
    measure,
    reference: known,
    title: 'number-only',
    found: null,
    localNumber: written,
    number: written === null ? null : measure,
    box: null,
    refusedByHeading: false,
    evidence: { levels: evidence, decisions: [], others: [], mislabelled: [] },
    spans: [sentence],
  };
}

/** Inside brackets: « (mesure 26) » points, it does not promise. */
function isAside(words: string, index: number): boolean {
  const open = words.lastIndexOf('(', index);
  return open >= 0 && !words.slice(open, index).includes(')');
}

function sentencesOf(text: string, { start, end }: Span): Span[] {
  const sentences: Span[] = [];
  let at = start;
  for (const { index, 0: stop } of text.slice(start, end).matchAll(/[.!?](?=\s+\p{Lu})|\n\s*\n|\n(?=\s*[-•●])/gu)) {
    const to = start + index + stop.length;
    sentences.push({ start: at, end: to });
    at = to;
  }
  sentences.push({ start: at, end });
  return sentences
    .filter((sentence) => text.slice(sentence.start, sentence.end).trim() !== '')
    .map((sentence) => trim(text, sentence));
}

function trim(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { start: from, end: from + words.trim().length };
}
