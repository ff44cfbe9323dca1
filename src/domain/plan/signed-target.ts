/**
 * The quantity of a clause whose words were changed before they were signed: the same phrase with other figures, « Au moins
 * 60 % de bio » for « Au moins 75% de bio ». Any other change is left to a person.
 */
import type { Target } from '../charter/target.ts';

/** `words`: as signed. Null: the phrase is not there, or more than once, or one of its figures cannot be told. */
export function targetAsSigned(
  target: Target,
  text: string,
): { readonly target: Target; readonly words: string } | null {
  const found = [...text.matchAll(phraseOf(target.quote))];
  const [words, ...written] = found[0] ?? [];
  if (found.length !== 1 || words === undefined) return null;
  const charter = [...target.quote.matchAll(new RegExp(FIGURE, 'g'))].map(([figure]) => valueOf(figure));
  const signed = charter.reduce<Target | null>(
    (known, was, at) => (known === null ? null : withFigure(known, { was, is: valueOf(written[at] ?? '') })),
    target,
  );
  return signed === null ? null : { target: signed, words };
}

const FIGURE = String.raw`\d+(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?`;

/** The phrase with any figures in it; its spaces and apostrophes as one writes them. */
function phraseOf(quote: string): RegExp {
  const around = quote.split(new RegExp(FIGURE)).map((words) =>
    words
      .trim()
      .replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
      .replace(/\s+/g, String.raw`\s+`)
      .replace(/['’]/g, "['’]"),
  );
  return new RegExp(String.raw`(?<![\p{L}\d])${around.join(String.raw`\s*(${FIGURE})\s*`)}(?![\p{L}\d])`, 'giu');
}

function valueOf(figure: string): number {
  return Number(figure.replace(/\s/g, '').replace(',', '.'));
}

/** Null: it is not one figure of the target, and it changed. */
function withFigure(target: Target, { was, is }: { readonly was: number; readonly is: number }): Target | null {
  if (was === is) return target;
  const keys = Object.entries(target).flatMap(([key, value]) => (value === was ? [key] : []));
  const [key] = keys;
  if ('when' in target && target.when !== null && 'year' in target.when && target.when.year === was) {
    return keys.length > 0 ? null : { ...target, when: { ...target.when, year: is } };
  }
  return key === undefined || keys.length > 1 ? null : { ...target, [key]: is };
}
