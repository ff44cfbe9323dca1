/**
 * The number of each sheet: what it prints, and what the contents list says it should be.
 *
 * Two sheets of one number are told apart by their titles: the title wins over the number. Without a contents list, or without a
 * title that meets, the printed number stays and a person is asked. Linear, but for sheets that share a number.
 */
import type { Span, Warning } from '#reading/contract.ts';
import type { Entry } from './axes.ts';
import { foldedLetters, foldedWords } from './fold.ts';
import { STOP_WORDS } from './label-lexicon.ts';
import { duplicateNumber, noNumber, numberDiffers, sheetMissing, titleDiffers } from './plan-warnings.ts';
import { numberKey } from './related-actions.ts';
import type { Sheet } from './sheet-result.ts';

export type Numbered = { readonly sheet: Sheet; readonly number: string; readonly entries: readonly Entry[] };

const SAME_TITLE = 0.8;
/** A contents list, a table that sums up: no plan names an action more often than this. */
const MOST_ENTRIES = 12;

export function numberSheets(
  sheets: readonly Sheet[],
  { entries, spanOf }: { entries: readonly Entry[]; spanOf: (line: number) => Span },
): { numbered: readonly Numbered[]; warnings: readonly Warning[] } {
  const warnings: Warning[] = [];
  const byNumber = group(entries, (entry) => numberKey(entry.heading.number));
  const byTitle = group(entries, (entry) => foldedLetters(entry.title));
  const bySheet = group(sheets, (sheet) => numberKey(sheet.printedNumber));
  const corrected = new Map<Sheet, string>();
  for (const [key, same] of bySheet) {
    if (key === '') continue;
    if (same.length > 1) correctDuplicates({ same, byNumber, byTitle, bySheet, corrected, warnings, spanOf });
    else if (same[0]) askWhenListedElsewhere(same[0], { byNumber, byTitle, warnings, spanOf });
  }
  const unnumbered = sheets.filter((sheet) => sheet.printedNumber === '');
  if (unnumbered.length > 0)
    warnings.push(
      noNumber(
        unnumbered.length,
        unnumbered.map((sheet) => spanOf(sheet.line)),
      ),
    );
  const taken = new Set(sheets.map((sheet) => numberKey(corrected.get(sheet) ?? sheet.printedNumber)));
  let rank = 0;
  const nextFree = (): string => {
    do rank += 1;
    while (taken.has(String(rank)));
    return String(rank);
  };
  const numbered = sheets.map((sheet) => {
    const number = corrected.get(sheet) ?? (sheet.printedNumber || nextFree());
    return { sheet, number, entries: (byNumber.get(numberKey(number)) ?? []).slice(0, MOST_ENTRIES) };
  });
  for (const one of numbered) warnings.push(...titleWarnings(one, spanOf));
  const present = new Set(numbered.map((one) => numberKey(one.number)));
  for (const [key, [entry]] of byNumber) {
    if (!present.has(key) && entry)
      warnings.push(sheetMissing({ number: entry.heading.number, title: entry.title }, spanOf(entry.heading.line)));
  }
  return { numbered, warnings };
}

type Correcting = {
  same: readonly Sheet[];
  byNumber: ReadonlyMap<string, readonly Entry[]>;
  byTitle: ReadonlyMap<string, readonly Entry[]>;
  bySheet: ReadonlyMap<string, readonly Sheet[]>;
  corrected: Map<Sheet, string>;
  warnings: Warning[];
  spanOf: (line: number) => Span;
};

function correctDuplicates({ same, byNumber, byTitle, bySheet, corrected, warnings, spanOf }: Correcting): void {
  const printed = same[0]?.printedNumber ?? '';
  const here = byNumber.get(numberKey(printed))?.[0];
  // The sheet whose title is the listed one keeps the number; failing that, the first.
  const keeper = here
    ? same.toSorted((a, b) => likeness(b.title.text, here.title) - likeness(a.title.text, here.title))[0]
    : same[0];
  const unborne = [...byNumber].flatMap(([key, [entry]]) => (entry && !bySheet.has(key) ? [entry] : []));
  for (const sheet of same) {
    if (sheet === keeper) continue;
    const listed = byTitle.get(foldedLetters(sheet.title.text)) ?? closest(sheet, unborne);
    const free = listed.find((entry) => !bySheet.has(numberKey(entry.heading.number)));
    if (free) corrected.set(sheet, free.heading.number);
    const spans = [keeper, sheet].flatMap((one) => (one ? [spanOf(one.line)] : []));
    const proof = free ? [spanOf(free.heading.line)] : [];
    warnings.push(
      duplicateNumber({ printed, corrected: free?.heading.number ?? null, title: sheet.title.text }, [
        ...spans,
        ...proof,
      ]),
    );
  }
}

/** Entries that no sheet bears and whose title is nearly this one's, nearest first. */
function closest(sheet: Sheet, free: readonly Entry[]): readonly Entry[] {
  return free
    .map((entry) => ({ entry, like: likeness(entry.title, sheet.title.text) }))
    .filter(({ like }) => like >= SAME_TITLE)
    .toSorted((a, b) => b.like - a.like)
    .map(({ entry }) => entry);
}

/** The list gives this very title another number: nothing is corrected, a person is asked. */
function askWhenListedElsewhere(
  sheet: Sheet,
  { byNumber, byTitle, warnings, spanOf }: Pick<Correcting, 'byNumber' | 'byTitle' | 'warnings' | 'spanOf'>,
): void {
  const listed = byTitle.get(foldedLetters(sheet.title.text))?.[0];
  if (!listed || numberKey(listed.heading.number) === numberKey(sheet.printedNumber)) return;
  const here = byNumber.get(numberKey(sheet.printedNumber))?.[0];
  if (here && foldedLetters(here.title) === foldedLetters(sheet.title.text)) return;
  const place = { printed: sheet.printedNumber, listed: listed.heading.number, title: sheet.title.text };
  warnings.push(numberDiffers(place, [spanOf(sheet.line), spanOf(listed.heading.line)]));
}

function titleWarnings({ sheet, number, entries }: Numbered, spanOf: (line: number) => Span): Warning[] {
  const [entry] = entries;
  if (!entry || sheet.title.text === '' || entry.title === '') return [];
  // The same letters, typography apart: "DISCO SOUPE" is "Disco-soupe".
  if (foldedLetters(entry.title) === foldedLetters(sheet.title.text)) return [];
  const place = { number, sheet: sheet.title.text, summary: entry.title };
  return [titleDiffers(place, [spanOf(sheet.line), spanOf(entry.heading.line)])];
}

/** Share of words in common, from 0 to 1; small words left out. */
function likeness(one: string, other: string): number {
  const words = (text: string): Set<string> =>
    new Set(
      foldedWords(text)
        .filter((word) => !STOP_WORDS.has(word))
        .map((word) => word.slice(0, 6).replace(/s$/, '')),
    );
  const a = words(one);
  const b = words(other);
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function group<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const known = groups.get(key(item));
    if (known) known.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
