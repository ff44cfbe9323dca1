/**
 * Years that a sentence gives as a term: « d’ici 2028 », « avant fin 2025 », « dès 2030 ». Only what says so plainly; a year
 * that stands for something else (« le plan climat 2021 ») is no deadline.
 */
import type { When } from '../charter/target.ts';

export type WrittenYear = { readonly when: When; readonly quote: string };

const TERM =
  /(?<![\p{L}\d])(d['’]ici(?: à)?(?: la)?(?: fin)?(?: de)?(?: l['’]année)?|avant(?: la)?(?: fin)?(?: de)?|jusqu['’](?:à|en)(?: la)?(?: fin)?(?: de)?|(?:à|au plus tard)(?: à)?(?: la)? fin(?: de)?|au plus tard en|dès|à partir de|à compter de) ?((?:20)\d{2})(?![\d/-]|[.,]\d|\p{L})/giu;

const MANDATE =
  /(?<![\p{L}\d])(?:d['’]ici(?: à)?|avant|à|pour) la fin (?:du|de (?:ce|notre|son)) mandat(?![\p{L}\d])|(?<![\p{L}\d])(?:durant|pendant|au cours (?:du|de)) (?:le |ce |notre )?mandat(?![\p{L}\d])/giu;

/** In the order of the text. */
export function writtenYears(text: string): readonly WrittenYear[] {
  const years = [...text.matchAll(TERM)].map(([quote, words = '', year = '']) => ({
    quote,
    when: whenOf(words, Number(year)),
  }));
  const mandate = [...text.matchAll(MANDATE)].map(([quote]) => ({ quote, when: { kind: 'end-of-mandate' } as const }));
  return [...years, ...mandate].toSorted((one, other) => text.indexOf(one.quote) - text.indexOf(other.quote));
}

/** « avant 2025 » ends with 2024; « avant fin 2025 » with 2025. */
function whenOf(words: string, year: number): When {
  if (/^(dès|à partir|à compter)/i.test(words)) return { kind: 'from-year', year };
  return /^avant/i.test(words) && !/fin/i.test(words) ? { kind: 'before-year', year } : { kind: 'by-year', year };
}
