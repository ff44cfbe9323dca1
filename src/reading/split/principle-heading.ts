/** « Principe A : … », or the title of a principle alone on its line. */
import { LITTLE_WORDS, type Reference, type ReferencePrinciple } from '#reading/align/reference.ts';
import { answerIn } from './answers.ts';
import { loosen } from '#reading/text/fold.ts';
import type { Line, Source } from '#reading/text/lines.ts';
import { tokenAt } from '#reading/text/tokens.ts';
import type { LineStart } from './line-start.ts';

export type PrincipleFound = { readonly letter: string; readonly bodyStart: number };

const NAMED =
  /^(?:les\s+)?principes?\s+(?:transversal\s+)?(?:n[°º]\s*)?([A-Z]|\d|I{1,3})(?![\p{L}\p{N}])\s*[.:)–—-]*\s*/iu;
const LETTERED = /^([A-Z])\s*[.:)–—-]+\s*/u;

/** Null when the line opens no principle of the edition. Title wins over letter, as for measures. */
export function findPrinciple(
  source: Source,
  { line, opening, reference }: { readonly line: Line; readonly opening: LineStart; readonly reference: Reference },
): PrincipleFound | null {
  if (reference.principles.length === 0) return null;
  const words = source.text.slice(opening.bodyStart, line.end);
  const named = NAMED.exec(words);
  const lettered = named ?? LETTERED.exec(words);
  const contentStart = opening.bodyStart + (lettered?.[0].length ?? 0);
  if (lettered === null && opening.number !== null) return null;
  const from = tokenAt(source.tokens, contentStart);
  const best = nearest(source, { reference, from, to: line.to, opens: lettered === null });
  if (best !== null) return { letter: best.principle.letter, bodyStart: best.end };
  if (named === null) return null;
  const letter = letterOf(named[1] ?? '', reference);
  return letter === null || hasOtherTitle(source, { letter, from, to: line.to, reference })
    ? null
    : { letter, bodyStart: contentStart };
}

/** « Principe A : La transparence »: a letter of ours with the title of another charter's principle. Title wins. */
function hasOtherTitle(
  source: Source,
  { letter, from, to, reference }: { letter: string; from: number; to: number; reference: Reference },
): boolean {
  const own = reference.principles.find((principle) => principle.letter === letter);
  const start = source.tokens.starts[from];
  const end = source.tokens.ends[to - 1];
  if (own === undefined || start === undefined || end === undefined || to <= from) return false;
  const words = source.text.slice(start, end);
  if (answerIn(words) !== null || SAYS_OF_IT.test(words)) return false;
  const known = new Set([...own.title.loose, ...own.text.loose]);
  const telling = source.tokens.keys
    .slice(from, to)
    .map(loosen)
    .filter((key) => !LITTLE_WORDS.has(key));
  return telling.length > 0 && !telling.some((key) => known.has(key));
}

const SAYS_OF_IT = /accept|accord|refus|reten|engag|sign|valid|adopt|pris|réserve|oui|non/iu;

function nearest(
  source: Source,
  { reference, from, to, opens }: { reference: Reference; from: number; to: number; opens: boolean },
): { principle: ReferencePrinciple; end: number } | null {
  let best: { principle: ReferencePrinciple; end: number; share: number } | null = null;
  const here = source.tokens.keys.slice(from, Math.min(to, from + 30));
  for (const principle of reference.principles) {
    const wanted = new Set(principle.title.loose.filter((word) => word.length > 2));
    let seen = 0;
    let first = -1;
    let last = -1;
    here.slice(0, principle.title.keys.length + 3).forEach((key, index) => {
      if (!wanted.delete(loosen(key))) return;
      seen++;
      if (first < 0) first = index;
      last = index;
    });
    const share = seen / (seen + wanted.size);
    // The title stands at the start of the line, not somewhere in a sentence.
    const compact = last + 1 <= principle.title.keys.length + 1;
    // Without its letter the title opens the line: « Développer la co-construction des politiques » is a clause.
    const led = !opens || here.slice(0, Math.max(0, first)).every((key) => LITTLE_WORDS.has(loosen(key)));
    if (share >= 0.75 && compact && led && last >= 0 && (best === null || share > best.share))
      best = { principle, share, end: source.tokens.ends[from + last] ?? 0 };
  }
  return best;
}

function letterOf(written: string, reference: Reference): string | null {
  const letter = /^[A-Za-z]$/.test(written) && !/^i$/i.test(written) ? written.toUpperCase() : '';
  const known = reference.principles.find((principle) => principle.letter === letter);
  if (known !== undefined) return known.letter;
  const rank = /^\d$/.test(written) ? Number(written) : written.length;
  return reference.principles[rank - 1]?.letter ?? null;
}
