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
  const named = editions.filter((edition) => isNamed(text, edition));
  // A document that names its charter is read against that one, however its titles are shortened.
  const bySize = (named.length === 1 ? named : editions).toSorted((a, b) => b.measures.length - a.measures.length);
  const likely = bySize.map((edition) => {
    const headings = findHeadings(source, { lines, reference: referenceOf(edition) });
    const named = new Map<number, number>();
    for (const heading of headings)
      if (heading.kind === 'measure' && heading.found !== null)
        named.set(heading.found.measure, Math.max(named.get(heading.found.measure) ?? 0, heading.found.score));
    const weight = [...named.values()].reduce((sum, score) => sum + score, 0) * (isNamed(text, edition) ? 3 : 1);
    return { edition, measures: named.size, weight };
  });
  const heaviest = Math.max(0, ...likely.map(({ weight }) => weight));
  if (heaviest === 0) return { edition: bySize[0] ?? null, measures: 0 };
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

/** The charter's own name in the text tells more than titles that look alike. */
function isNamed(text: string, { id }: Edition): boolean {
  const name = id.startsWith('pacte-transition')
    ? /pacte\s+(?:pour\s+)?(?:la\s+)?transition/iu
    : new RegExp(id.split('-')[0] ?? id, 'iu');
  return name.test(text.slice(0, 20_000));
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
