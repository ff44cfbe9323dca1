/**
 * What a document is and which charter it answers, when nobody said.
 *
 * A plan is recognised by its sheets and labels; a charter by its words or its shape, and nobody who agrees to
 * anything (./charter/is-charter.ts); anything else is read as a pact, with the edition whose titles it names most.
 */
import type { Edition } from '#domain/charter/edition.ts';
import { isCharter } from './charter/is-charter.ts';
import { referenceOf } from './align/reference.ts';
import { findHeadings } from './split/headings.ts';
import { foldText } from './text/fold.ts';
import { sourceOf } from './text/lines.ts';
import { planLikelihood } from './plan/plan-likelihood.ts';

export type Kind = 'pact' | 'plan' | 'charter';

/** The edition whose titles the text names most; the largest one when it names none. */
export function recogniseEdition(
  text: string,
  editions: readonly Edition[],
): { edition: Edition | null; measures: number } {
  const source = sourceOf(text);
  const lines = source.lines.flatMap((line, index) => (line.blank ? [] : [index]));
  const opening = foldText(text.slice(0, OPENING));
  const named = new Set(editions.filter((edition) => isNamed(opening, edition)));
  const bySize = editions.toSorted((a, b) => b.measures.length - a.measures.length);
  const all = bySize.map((edition) => {
    const headings = findHeadings(source, { lines, reference: referenceOf(edition) });
    const found = new Map<number, number>();
    for (const heading of headings)
      if (heading.kind === 'measure' && heading.found !== null)
        found.set(heading.found.measure, Math.max(found.get(heading.found.measure) ?? 0, heading.found.score));
    const weight = [...found.values()].reduce((sum, score) => sum + score, 0) * (named.has(edition) ? 3 : 1);
    return { edition, measures: found.size, weight };
  });
  // A document that names its charter is read against that one, however its titles are shortened: but not when all the
  // titles in it are another's.
  const only = named.size === 1 ? all.filter(({ edition }) => named.has(edition)) : all;
  const likely = only.some(({ measures }) => measures > 0) || all.every(({ measures }) => measures === 0) ? only : all;
  const heaviest = Math.max(0, ...likely.map(({ weight }) => weight));
  if (heaviest === 0) return { edition: likely[0]?.edition ?? null, measures: 0 };
  const [best] = likely
    .filter(({ weight }) => weight >= heaviest * NEARLY)
    .toSorted(
      (one, other) =>
        yearsNamed(text, other.edition) - yearsNamed(text, one.edition) ||
        (Math.abs(one.weight - other.weight) > heaviest * (1 - SAME) ? other.weight - one.weight : 0) ||
        one.edition.year - other.edition.year,
    );
  return { edition: best?.edition ?? null, measures: best?.measures ?? 0 };
}

/**
 * Two editions of one charter share most of their titles: of those that a text fits about as well, it answers the one whose year it
 * names more often; then the one that it fits better; then the earlier.
 */
const NEARLY = 0.95;
const SAME = 0.99;

function yearsNamed(text: string, { year }: Edition): number {
  return text.slice(0, 20_000).split(String(year)).length - 1;
}

/** Where a document says what it answers, in characters. */
const OPENING = 20_000;

/** The charter's own name in the text, or that of the organisation that asks with it, tells more than titles that look alike. */
function isNamed(opening: string, { title, carriers }: Edition): boolean {
  const names = [title, ...(carriers.kind === 'organisation-asks-candidates' ? [carriers.organisation] : [])];
  return names.some((name) => nameIn(name)?.test(opening) === true);
}

/** Small words of a name, which those who copy it leave out. */
const SMALL = new Set(['pour', 'la', 'le', 'les', 'l', 'une', 'un', 'de', 'du', 'des', 'd', 'et']);

/** All the words of a name, whole and in a row; the year of its edition aside. Null: a name without words. */
function nameIn(name: string): RegExp | null {
  const words = (foldText(name).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^(?:19|20)\d\d$/.test(word));
  if (words.every((word) => SMALL.has(word))) return null;
  const apart = '[^\\p{L}\\p{N}]+';
  const told = words.map((word, index) => {
    const spaced = index === words.length - 1 ? word : `${word}${apart}`;
    return SMALL.has(word) && index > 0 ? `(?:${spaced})?` : spaced;
  });
  return new RegExp(`(?<![\\p{L}\\p{N}])${told.join('')}(?![\\p{L}\\p{N}])`, 'u');
}

/** `measures` is how many measures of the edition the text names. */
export function recogniseKind(
  text: string,
  { edition, measures }: { edition: Edition | null; measures: number },
): Kind {
  const plan = planLikelihood(text);
  if (plan >= 0.5 && measures < 8) return 'plan';
  if (isCharter(text, { edition, measures })) return 'charter';
  return plan >= 0.5 && measures === 0 ? 'plan' : 'pact';
}
