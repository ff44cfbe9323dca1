/** The list's own words on a measure: verbatim, a paragraph each, noise left out. */
import type { Span } from '#reading/contract.ts';
import { answerIn } from '#reading/split/answers.ts';
import type { Unit } from '#reading/split/units.ts';
import { trimSpan } from '#reading/text/spans.ts';

export type Observation = Span & { readonly text: string };

/** In text order; neighbouring lines of one paragraph are one observation. */
export function observationsOf(
  text: string,
  {
    decisions,
    units,
    additions,
  }: { readonly decisions: readonly Span[]; readonly units: readonly Unit[]; readonly additions: readonly Span[] },
): Observation[] {
  const paragraphs: Span[] = [];
  let previous: Unit | null = null;
  for (const unit of units) {
    if (isNoise(text.slice(unit.start, unit.end))) continue;
    const last = paragraphs.at(-1);
    const joined =
      last !== undefined &&
      previous !== null &&
      previous.end === last.end &&
      !unit.afterBlank &&
      unit.bullet === null &&
      /^[\s]*$/.test(text.slice(last.end, unit.start));
    if (joined) paragraphs[paragraphs.length - 1] = { start: last.start, end: unit.end };
    else paragraphs.push({ start: unit.start, end: unit.end });
    previous = unit;
  }
  return [...decisions, ...paragraphs, ...additions.map((span) => toSentenceEnd(text, span))]
    .map((span) => trimSpan(text, withoutOpening(text, span)))
    .filter((span) => span !== null)
    .filter(({ start, end }) => !isNoise(text.slice(start, end)))
    .filter(
      (span, rank, all) =>
        !all.some((other, at) => at !== rank && contains(other, span) && (at < rank || !contains(span, other))),
    )
    .sort((a, b) => a.start - b.start)
    .map((span) => ({ ...span, text: text.slice(span.start, span.end) }));
}

function withoutOpening(text: string, { start, end }: Span): Span {
  const opening = /^[\s•●▪■►▶➤*|☐☑☒:…»")\].,;–—-]*/u.exec(text.slice(start, end))?.[0].length ?? 0;
  let last = end;
  while (last > start + opening && /[\s*_([]/u.test(text[last - 1] ?? '')) last--;
  return { start: start + opening, end: last };
}

/** An addition found by words alone keeps its final stop. */
function toSentenceEnd(text: string, { start, end }: Span): Span {
  const stop = /^[.!?…)»”]+/u.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  return { start, end: end + stop };
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

const NOISE =
  /^(?:[\s\p{P}\p{S}\p{Co}xX]*|\W*(?:oui|non|ok|mesure|niveaux?|objectifs?|alinéas?|commentaires?|observations?|remarques?)\W*|\(?\s*(?:voir|cf\.?)(?![\p{L}\p{N}])[^.]{0,80}\)?\.?|https?:\/\/\S+|[\s\d\p{P}]+)$/iu;

/** An answer alone is the stance; « à l'étude » says more than « non précisé » does, and stays. */
function isNoise(words: string): boolean {
  const answer = answerIn(words);
  return answer === 'yes' || answer === 'no' || NOISE.test(words.trim());
}
