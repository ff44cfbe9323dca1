/**
 * Terms that a sentence gives: « d’ici 2028 », « avant le 1er septembre 2022 », « d’ici juin 2023 », « dans la première année
 * du mandat ». Only what says so plainly; a date that stands for something else (« la loi du 17 août 2015 », « le plan climat
 * 2021 », « depuis 2014 ») is no deadline.
 */
import type { When } from '../charter/target.ts';
import { isDay } from '../shared/local-day.ts';

/** `months` from the signature, or, where its day is not known, from the year in which the mandate began. */
export type WrittenWhen =
  | When
  | { readonly kind: 'by-day' | 'from-day'; readonly day: string }
  /** `month`: 2023-06. */
  | { readonly kind: 'by-month' | 'from-month'; readonly month: string }
  | { readonly kind: 'months-after-signature'; readonly months: number }
  | { readonly kind: 'years-into-mandate'; readonly years: number };

export type WrittenTerm = { readonly when: WrittenWhen; readonly quote: string };

const MONTHS = ['janv', 'f[ée]vr', 'mars', 'avr', 'mai', 'juin', 'juil', 'ao[uû]t', 'sept', 'oct', 'nov', 'd[ée]c'];
const MONTH = 'janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre';
const NUMBERS = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
const ORDINALS = ['premi[èe]re', 'deuxi[èe]me', 'troisi[èe]me', 'quatri[èe]me', 'cinqui[èe]me'];
const YEAR = String.raw`(?:20)\d{2}(?![\d/-]|[.,]\d|\p{L})`;
const FROM = 'dès|à partir|à compter';

const YEAR_TERM = term(
  String.raw`(d['’]ici(?: à)?(?: la)?(?: fin)?(?: de)?(?: l['’]année)?|avant(?: la)?(?: fin)?(?: de)?|jusqu['’](?:à|en)(?: la)?(?: fin)?(?: de)?|(?:à|au plus tard)(?: à)?(?: la)? fin(?: de)?|au plus tard en|à l['’]horizon(?: de)?(?: l['’]année)?|dès|à partir de|à compter de) ?(${YEAR})`,
);
const DAY_TERM = term(
  String.raw`((?:d['’]ici(?: à| au)?|avant|au plus tard|jusqu['’]au|dès|à (?:partir|compter) du)(?: le)?) (?:(\d{1,2})(?:er)? (${MONTH}) (${YEAR})|(\d{1,2})[/.](\d{1,2})[/.](${YEAR}))`,
);
const MONTH_TERM = term(
  String.raw`(d['’]ici(?: à)?(?: la)?(?: fin)?(?: de| du mois de)?|avant(?: la)?(?: fin)?(?: de| du mois de)?|(?:à|au plus tard)(?: à)?(?: la)? fin(?: de)?|jusqu['’](?:à|en)(?: la)?(?: fin)?(?: de)?|au plus tard en|dès|à partir de|à compter de) ?(${MONTH}) (${YEAR})`,
);
const MANDATE = term(
  String.raw`(?:(?:d['’]ici(?: à)?|avant|à|pour) la fin (?:du|de (?:ce|notre|son)) mandat|(?:durant|pendant|au cours (?:du|de)) (?:le |ce |notre )?mandat)(?![\p{L}\d])`,
);
const INTO_MANDATE = term(
  String.raw`(?:dans|dès|durant|pendant|au cours de|avant la fin de|d['’]ici la fin de) la (${ORDINALS.join('|')}) année (?:du|de (?:ce|notre)) mandat(?![\p{L}\d])`,
);
const AFTER_SIGNATURE = term(
  String.raw`d['’]ici(?: à)? (\d{1,2}|${NUMBERS.join('|')}) (ans?|mois)(?![\p{L}\d]| (?:après|suivant|à (?:partir|compter)))`,
);

/** In the order of the text. */
export function writtenTerms(text: string): readonly WrittenTerm[] {
  const found = [
    ...read(text, YEAR_TERM, ([words = '', year = '']) => yearOf(words, Number(year))),
    ...read(text, DAY_TERM, ([words = '', ...parts]) => dayOf(words, parts)),
    ...read(text, MONTH_TERM, ([words = '', month = '', year = '']) =>
      monthOf(words, `${year}-${numberOfMonth(month)}`),
    ),
    ...read(text, MANDATE, () => ({ kind: 'end-of-mandate' })),
    ...read(text, INTO_MANDATE, ([rank = '']) => ({
      kind: 'years-into-mandate',
      years: 1 + ORDINALS.findIndex((one) => matches(one, rank)),
    })),
    ...read(text, AFTER_SIGNATURE, ([number = '', unit = '']) => afterSignature(number.toLowerCase(), unit)),
  ];
  return found.toSorted((one, other) => one.at - other.at).map(({ when, quote }) => ({ when, quote }));
}

function term(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\d])${words.replaceAll(' ', String.raw`[ \u00a0\u202f]`)}`, 'giu');
}

type Groups = readonly (string | undefined)[];

function read(text: string, wanted: RegExp, whenOf: (groups: Groups) => WrittenWhen | null) {
  return [...text.matchAll(wanted)].flatMap((match) => {
    const [quote, ...groups] = match;
    const when = whenOf(groups);
    return when === null ? [] : [{ at: match.index, quote, when }];
  });
}

/** « avant 2025 » ends with 2024; « avant fin 2025 » with 2025. */
function yearOf(words: string, year: number): WrittenWhen {
  if (isFrom(words)) return { kind: 'from-year', year };
  return isBefore(words) ? { kind: 'before-year', year } : { kind: 'by-year', year };
}

/** The day that is written, « avant » it as by it: nobody counts on the eve. Null: no day of a calendar. */
function dayOf(words: string, [number, month, year, day, monthNumber, yearToo]: Groups): WrittenWhen | null {
  const written =
    month === undefined
      ? `${yearToo ?? ''}-${(monthNumber ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
      : `${year ?? ''}-${numberOfMonth(month)}-${(number ?? '').padStart(2, '0')}`;
  return isDay(written) ? { kind: isFrom(words) ? 'from-day' : 'by-day', day: written } : null;
}

/** « avant juin 2023 » ends with May. */
function monthOf(words: string, month: string): WrittenWhen {
  if (isFrom(words)) return { kind: 'from-month', month };
  return { kind: 'by-month', month: isBefore(words) ? monthBefore(month) : month };
}

function afterSignature(number: string, unit: string): WrittenWhen | null {
  const count = /^\d/.test(number) ? Number(number) : 1 + NUMBERS.indexOf(number);
  return count === 0 ? null : { kind: 'months-after-signature', months: /^an/i.test(unit) ? count * 12 : count };
}

function isFrom(words: string): boolean {
  return matches(`(?:${FROM})`, words);
}

function isBefore(words: string): boolean {
  return /^avant/i.test(words) && !/fin/i.test(words);
}

function numberOfMonth(name: string): string {
  return String(1 + MONTHS.findIndex((start) => matches(start, name))).padStart(2, '0');
}

function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7);
}

function matches(start: string, word: string): boolean {
  return new RegExp(`^${start}`, 'iu').test(word);
}
