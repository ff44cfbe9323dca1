/**
 * Which measure a heading names. Title wins over number; a number alone is believed only where the
 * document's other numbers are the edition's, or where what follows it answers rather than names
 * (« Mesure 9 : refus de la liste »).
 */
import { belonging } from '#reading/align/level-text.ts';
import type { Reference } from '#reading/align/reference.ts';
import type { TitleMatch } from '#reading/contract.ts';
import type { MeasureHeading } from '#reading/split/heading.ts';
import { levelMentions } from '#reading/split/levels.ts';
import type { Numbering, Section } from '#reading/split/sections.ts';
import { answerIn } from '#reading/split/answers.ts';
import { loosen } from '#reading/text/fold.ts';
import type { Source } from '#reading/text/lines.ts';
import { tokenAt } from '#reading/text/tokens.ts';
import { isDecision } from './decision-cues.ts';

export type Identity = { readonly measure: number | null; readonly title: TitleMatch } | { readonly local: true };

export function identify(
  source: Source,
  section: Section,
  {
    heading,
    reference,
    numbering,
  }: { readonly heading: MeasureHeading; readonly reference: Reference; readonly numbering: Numbering },
): Identity {
  if (heading.found !== null) return { measure: heading.found.measure, title: heading.found.kind };
  const { number } = heading.opening;
  const measure = number === null ? undefined : reference.measures.get(number.value);
  if (number === null || measure === undefined || section.group === 'local') return { local: true };
  const named: Identity = { measure: number.value, title: 'number-only' };
  const content = contentOf(source, heading);
  // « Mesure 7 : (voir la mesure 1) » points, and promises nothing.
  if (content.points) return { local: true };
  if (content.words.length === 0) return numbering === 'local' ? { measure: null, title: 'unmatched' } : named;
  if (numbering === 'local') return { local: true };
  if (content.answers && (number.noun === 'mesure' || numbering === 'national')) return named;
  if (belonging(measure.bag, content.words) >= 0.5) return { measure: number.value, title: 'amended' };
  return numbering === 'national' || number.ofTotal ? named : { local: true };
}

/** « à définir avec la Métropole »: agreed, with another body. */
const WITH_OTHERS =
  /^\W*(?:à\s+(?:définir|réaliser|construire|mener|étudier|préciser)|devant\s+être\s+\p{L}+)\s+avec(?!\p{L})/iu;

/** What the heading's line says after its number: its words, level labels left out, and whether they answer. */
function contentOf(source: Source, heading: MeasureHeading): { words: string[]; answers: boolean; points: boolean } {
  const line = source.lines[heading.line];
  if (line === undefined) return { words: [], answers: false, points: false };
  const start = heading.opening.contentStart;
  const labels = levelMentions(source.text, { start, end: line.end });
  const words: string[] = [];
  for (let token = tokenAt(source.tokens, start); token < line.to; token++) {
    const at = source.tokens.starts[token] ?? 0;
    if (labels.some((label) => at >= label.start && at < label.end)) continue;
    words.push(loosen(source.tokens.keys[token] ?? ''));
  }
  const rest = source.text.slice(start, line.end);
  const answer = answerIn(rest) !== null;
  const bare = labels[0]?.start === start || answer;
  return {
    words: bare ? [] : words,
    points: /^[^\p{L}\d]*(?:voir|cf\.?)\s/iu.test(rest),
    answers: answer || labels.length > 0 || isDecision(rest) || WITH_OTHERS.test(rest),
  };
}
