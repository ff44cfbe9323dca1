/**
 * Promises made in a sentence: « s'engage sur les mesures 1, 5, 12 et 28, et sur la mesure 7 au
 * niveau 2 », « promet de donner la priorité au logiciel libre ». Looked for outside the sections
 * of measures only, and only in sentences that say somebody commits; « voir la mesure 3 » does not.
 */
import { findTitle } from '#reading/align/title.ts';
import type { Reference } from '#reading/align/reference.ts';
import type { Span } from '#reading/contract.ts';
import { levelMentions, type LevelMention } from '#reading/split/levels.ts';
import { sentencesOf } from '#reading/split/sentences.ts';
import type { Source } from '#reading/text/lines.ts';
import { tokenAt } from '#reading/text/tokens.ts';
import type { Spoken } from './commitment.ts';
import { readDecision, type Decision } from './decisions.ts';
import { resolve, type LevelEvidence } from './level-evidence.ts';
import { listsNamed } from './signatory.ts';

/** Words by which somebody commits to something, or says that they do not. */
export const COMMITS =
  /(?<![\p{L}\p{N}])(?:engag\p{L}+|sign(?:e|ent|ons|é|ée|és|ées)|retien\p{L}*|retenu\p{L}*|retenons|accept\p{L}+|adopt\p{L}+|valid\p{L}+|promet\p{L}*|soutien(?:t|nent)|reten\p{L}+|favorables?|choisi\p{L}*|approuv\p{L}+|prises?|prend|prenons|reprend\p{L}*|reprennent)(?![\p{L}\p{N}])/iu;
/** Words that point to a measure, ask for it or explain it: nobody commits. */
export const POINTS =
  /(?<![\p{L}\p{N}])(?:voir|cf\.?|lire|consult\p{L}*|détail\p{L}*|renvo\p{L}+)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:demand|propos|invit|appel|interpell|exhort|souhait|voudr)\p{L}*\s+(?:\p{L}+\s+){0,3}(?:candidat|liste|élu)|(?<![\p{L}\p{N}])choisissez(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])candidat·?e?s?\s*\?/iu;
export const REFUSES =
  /(?<![\p{L}\p{N}])(?:refus\p{L}*|rejet\p{L}*)|(?<![\p{L}\p{N}])ne\s+(?:\p{L}+\s+){0,2}pas(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])ne\s+(?:pouvons|pourrons|peut|pourra)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])n['’]\p{L}+\s+pas(?![\p{L}\p{N}])/iu;
const LEAVES =
  /(?<![\p{L}\p{N}])relève(?:nt)?\s+(?:de\s+la|du|de\s+l['’]|d['’]une|des)|(?<![\p{L}\p{N}])compétence\s+(?:de\s+la|du|de\s+l['’])/iu;
const ITEM = String.raw`(?:n[°º]\s*|#)?\d{1,2}(?!\d|\s*(?:%|mesures)|\s*\/\s*\d)(?:\s*\([^()\n]{1,60}\))?`;
const NUMBERS = new RegExp(
  String.raw`(?<![\p{L}])mesures?\s+(?:\p{L}+\s*){0,2}:?\s*(?:n[°º]s?\s*)?(${ITEM}(?:\s*(?:,|;|et|&|\/|ainsi que)+\s*(?:la\s+)?${ITEM})*)`,
  'giu',
);
const ALL =
  /(?<!\d\s{0,3}(?:des|sur|de|parmi)?\s{0,3})(?<![\p{L}])(?:les|ces|aux)\s+(?:32|trente-deux)\s+mesures|(?<![\p{L}])l['’]ensemble\s+des\s+(?:32\s+)?mesures\s+du\s+pacte|(?<![\p{L}])toutes\s+les\s+mesures\s+du\s+pacte/iu;
const EXCEPTS = /(?<![\p{L}])(?:sauf|hormis|excepté|à\s+l['’]exception\s+d\p{L}+|hors)(?![\p{L}])/iu;

/** One finding a measure; measures of one sentence share its span. Linear in the passages. */
export function mentionedIn(
  source: Source,
  {
    passages,
    reference,
    known,
    list,
  }: {
    readonly passages: readonly Span[];
    readonly reference: Reference;
    readonly known: ReadonlySet<number>;
    /** Who signs: what a sentence says of another list is not theirs. */
    readonly list: string | null;
  },
): Spoken[] {
  const found = new Map<number, Spoken>();
  // « La liste s'engage sur : » speaks for the bullets below it.
  let lead = false;
  for (const sentence of passages.flatMap((passage) => sentencesOf(source.text, passage))) {
    const words = source.text.slice(sentence.start, sentence.end);
    const commits =
      (COMMITS.test(words) || LEAVES.test(words) || /mesures?\s+(?:refus|non\s|écart|rejet)/iu.test(words)) &&
      !POINTS.test(words);
    const item = lead && /^[-•●*–]/u.test(words);
    if (!item) lead = commits && /:\s*$/u.test(words) && !REFUSES.test(words);
    if (!commits && !item) continue;
    if (list !== null && listsNamed(words).some((named) => named !== list.toLowerCase().trim())) continue;
    for (const spoken of [...byNumber(source, sentence, reference), ...byTitle(source, sentence, reference)]) {
      if (spoken.measure === null || known.has(spoken.measure)) continue;
      if (!found.has(spoken.measure)) found.set(spoken.measure, spoken);
    }
    if (known.size === 0 && ALL.test(words))
      for (const [measure] of reference.measures)
        if (!found.has(measure)) found.set(measure, spokenOf(sentence, { measure, reference, levels: [] }));
  }
  return [...found.values()].sort((a, b) => (a.measure ?? 0) - (b.measure ?? 0));
}

function byNumber(source: Source, sentence: Span, reference: Reference): Spoken[] {
  const words = source.text.slice(sentence.start, sentence.end);
  const matches = [...words.matchAll(NUMBERS)].filter(({ index }) => !isAside(words, index));
  return matches.flatMap((match, rank) => {
    const alone = matches.length === 1;
    const start = alone ? sentence.start : sentence.start + match.index;
    const next = matches[rank + 1];
    const end = next === undefined ? sentence.end : sentence.start + next.index;
    const part = { start, end };
    const excepted = EXCEPTS.test(words.slice(0, match.index));
    return [...(match[1] ?? '').matchAll(new RegExp(ITEM, 'giu'))].flatMap((item) => {
      const measure = Number(/\d+/.exec(item[0])?.[0]);
      if (!reference.measures.has(measure)) return [];
      const from = sentence.start + match.index + match[0].length - (match[1] ?? '').length + item.index;
      // « 5 (N2) »: what stands in the item's own brackets is said of it alone.
      const items = (match[1] ?? '').match(/\d+/g)?.length ?? 1;
      const several = items > 1 && levelMentions(source.text, part).length > 1;
      // Several measures and several levels in one sentence: which goes with which is not for us to say.
      const bare = { start: from, end: from + item[0].length };
      const own = item[0].includes('(') || several ? bare : part;
      const spoken = mention(source, { sentence, part: own, measure, reference });
      const evidence = excepted ? { ...spoken.evidence, decisions: [refusal(sentence)] } : spoken.evidence;
      return [{ ...spoken, evidence, localNumber: String(measure), number: measure }];
    });
  });
}

function refusal(span: Span): Decision {
  return { span, levels: [], quotes: [], exceptions: [], whole: 'refused', firm: true };
}

/** Titles inside a sentence, tried after each comma and colon. */
function byTitle(source: Source, sentence: Span, reference: Reference): Spoken[] {
  const spoken: Spoken[] = [];
  let until = sentence.start;
  const words = source.text.slice(sentence.start, sentence.end);
  for (const { index, 0: mark } of words.matchAll(
    /^|[,;:]\s|(?<![\p{L}\p{N}])à\s|(?<![\p{L}\p{N}])de\s|(?<![\p{L}\p{N}])et\s/gu,
  )) {
    const start = sentence.start + index + mark.length;
    if (start < until) continue;
    const from = tokenAt(source.tokens, start);
    const to = tokenAt(source.tokens, sentence.end);
    const title = findTitle(reference, { keys: source.tokens.keys.slice(from, to), number: null });
    if (title === null || title.precision < 0.8 || title.score < 6) continue;
    const opensTitle = title.kind === 'shortened' && title.precision >= 0.98 && title.end >= 6;
    if (title.coverage < 0.45 && !opensTitle) continue;
    until = source.tokens.ends[from + title.end - 1] ?? start;
    const part = { start: until, end: Math.min(sentence.end, until + 25) };
    spoken.push({
      ...mention(source, { sentence, part, measure: title.measure, reference }),
      title: title.kind,
      found: title,
    });
  }
  return spoken;
}

/** One measure of a sentence, with what the part that speaks of it says. */
function mention(
  source: Source,
  { sentence, part, measure, reference }: { sentence: Span; part: Span; measure: number; reference: Reference },
): Spoken {
  const words = source.text.slice(part.start, part.end);
  const decision = readDecision(source.text, part);
  const said = decision.levels.length > 0;
  const whole = LEAVES.test(words) ? 'delegated' : REFUSES.test(words) ? 'refused' : null;
  const decisions: Decision[] = said ? [decision] : whole === null ? [] : [{ ...decision, quotes: [], whole }];
  const levels = said || whole !== null ? [] : levelMentions(source.text, part).slice(0, 1);
  return spokenOf(sentence, { measure, reference, levels, decisions });
}

function spokenOf(
  sentence: Span,
  {
    measure,
    reference,
    levels,
    decisions = [],
  }: { measure: number; reference: Reference; levels: readonly LevelMention[]; decisions?: readonly Decision[] },
): Spoken {
  const known = reference.measures.get(measure) ?? null;
  const evidence = new Map<number, LevelEvidence>();
  for (const { levels: named, start, end } of levels)
    for (const level of resolve(named, known))
      evidence.set(level, {
        level,
        named: true,
        listed: true,
        box: null,
        answer: null,
        words: [],
        unmarked: [],
        ticked: false,
        spans: [{ start, end }],
      });
  return {
    measure,
    reference: known,
    title: 'number-only',
    found: null,
    localNumber: null,
    number: null,
    box: null,
    saidByHeading: null,
    evidence: { levels: evidence, decisions, others: [], mislabelled: [] },
    spans: [sentence],
  };
}

/** Inside brackets: « (mesure 26) » points, it does not promise. */
function isAside(words: string, index: number): boolean {
  const open = words.lastIndexOf('(', index);
  return open >= 0 && !words.slice(open, index).includes(')');
}
