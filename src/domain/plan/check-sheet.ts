/** What is wrong with a sheet, all at once. Words are made tidy first (`tidySheet`); nothing is cut or guessed. */
import { isDay } from '../shared/local-day.ts';
import { withHiddenSigns } from '../shared/shown-signs.ts';
import { SHEET_ROLES, SHEET_TEXTS, type ActionSheet, type AmountLine, type SheetText } from './action-sheet.ts';
import type { WorkingSheet } from './working-sheet.ts';

export const MOST = { title: 300, text: 20_000, blocked: 2000, amounts: 200, fundings: 100, steps: 100, names: 50 };
const MOST_EUROS = 1e12;

/** `line`: from 1, in a list. `most`: a bound, in characters, lines or euros. */
export type SheetFault =
  | { readonly kind: 'title-missing' }
  | { readonly kind: 'title-too-long'; readonly most: number }
  | { readonly kind: 'text-too-long'; readonly field: SheetText; readonly most: number }
  | { readonly kind: 'blocked-why-missing' | 'blocked-unblocks-missing' }
  | { readonly kind: 'blocked-too-long'; readonly most: number }
  | { readonly kind: 'not-a-day'; readonly field: 'startsOn' | 'endsOn'; readonly said: string }
  | { readonly kind: 'end-before-start'; readonly startsOn: string; readonly endsOn: string }
  | { readonly kind: 'amount-says-nothing'; readonly line: number }
  | { readonly kind: 'amount-out-of-bounds'; readonly line: number; readonly most: number }
  | { readonly kind: 'amount-too-precise'; readonly line: number }
  | { readonly kind: 'year-out-of-bounds'; readonly line: number }
  | { readonly kind: 'words-too-long'; readonly list: 'amounts' | 'fundings' | 'steps'; readonly line: number }
  | { readonly kind: 'funding-out-of-bounds'; readonly line: number; readonly most: number }
  | { readonly kind: 'deadline-not-a-day'; readonly line: number; readonly said: string }
  | { readonly kind: 'step-title-missing'; readonly line: number }
  | { readonly kind: 'step-not-a-day'; readonly line: number; readonly said: string }
  | {
      readonly kind: 'too-many';
      readonly list: 'amounts' | 'fundings' | 'steps' | 'names';
      readonly most: number;
    };

/** Lines ends as one sign, hidden signs made visible, blanks around taken off; a name once in each role. */
export function tidySheet(sheet: WorkingSheet): WorkingSheet {
  const { blocked } = sheet;
  return {
    ...sheet,
    title: tidyLine(sheet.title),
    blocked: blocked === null ? null : { why: tidyText(blocked.why), unblocks: tidyText(blocked.unblocks) },
    texts: record(SHEET_TEXTS, (key) => {
      const text = sheet.texts[key];
      return text === null || tidyText(text) === '' ? null : tidyText(text);
    }),
    roles: record(SHEET_ROLES, (role) => [...new Set(sheet.roles[role])]),
    amounts: sheet.amounts.map((line) => ({ ...line, words: tidyLine(line.words) })),
    fundings: sheet.fundings.map((funding) => ({ ...funding, call: tidyLine(funding.call) })),
    steps: sheet.steps.map((step) => ({ ...step, title: tidyLine(step.title) })),
  };
}

export function tidyLine(text: string): string {
  return withHiddenSigns(text.replace(/\s+/g, ' ').trim());
}

export function tidyText(text: string): string {
  return withHiddenSigns(text.replace(/\r\n?/g, '\n').trim());
}

/** Empty: nothing is wrong. */
export function sheetFaults(sheet: WorkingSheet): readonly SheetFault[] {
  return [
    ...titleFaults(sheet.title),
    ...SHEET_TEXTS.flatMap((field): SheetFault[] =>
      lengthOf(sheet.texts[field] ?? '') > MOST.text ? [{ kind: 'text-too-long', field, most: MOST.text }] : [],
    ),
    ...blockedFaults(sheet),
    ...dayFaults(sheet),
    ...tooMany(sheet),
    ...sheet.amounts.flatMap((amount, index) => amountFaults(amount, index + 1)),
    ...sheet.fundings.flatMap((funding, index) => fundingFaults(funding, index + 1)),
    ...sheet.steps.flatMap((step, index) => stepFaults(step, index + 1)),
  ];
}

function titleFaults(title: string): readonly SheetFault[] {
  if (title === '') return [{ kind: 'title-missing' }];
  return lengthOf(title) > MOST.title ? [{ kind: 'title-too-long', most: MOST.title }] : [];
}

function blockedFaults({ status, blocked }: ActionSheet): readonly SheetFault[] {
  if (status !== 'blocked') return [];
  const { why, unblocks } = blocked ?? { why: '', unblocks: '' };
  const faults: SheetFault[] = [];
  if (why === '') faults.push({ kind: 'blocked-why-missing' });
  if (unblocks === '') faults.push({ kind: 'blocked-unblocks-missing' });
  if (Math.max(lengthOf(why), lengthOf(unblocks)) > MOST.blocked) {
    faults.push({ kind: 'blocked-too-long', most: MOST.blocked });
  }
  return faults;
}

function dayFaults({ startsOn, endsOn }: ActionSheet): readonly SheetFault[] {
  const wrong = (['startsOn', 'endsOn'] as const).flatMap((field): SheetFault[] => {
    const said = field === 'startsOn' ? startsOn : endsOn;
    return said === null || isDay(said) ? [] : [{ kind: 'not-a-day', field, said }];
  });
  if (wrong.length > 0 || startsOn === null || endsOn === null || endsOn >= startsOn) return wrong;
  return [{ kind: 'end-before-start', startsOn, endsOn }];
}

function tooMany(sheet: WorkingSheet): readonly SheetFault[] {
  const lists = (['amounts', 'fundings', 'steps'] as const).flatMap((list): SheetFault[] =>
    sheet[list].length > MOST[list] ? [{ kind: 'too-many', list, most: MOST[list] }] : [],
  );
  const names = SHEET_ROLES.some((role) => sheet.roles[role].length > MOST.names);
  return names ? [...lists, { kind: 'too-many', list: 'names', most: MOST.names }] : lists;
}

function amountFaults({ euros, words, year }: AmountLine, line: number): readonly SheetFault[] {
  const faults: SheetFault[] = [];
  if (euros === null && words === '') faults.push({ kind: 'amount-says-nothing', line });
  if (euros !== null) faults.push(...sumFaults(euros, line));
  if (year !== null && !(Number.isInteger(year) && year >= 1900 && year <= 2200)) {
    faults.push({ kind: 'year-out-of-bounds', line });
  }
  if (lengthOf(words) > MOST.title) faults.push({ kind: 'words-too-long', list: 'amounts', line });
  return faults;
}

function sumFaults(euros: number, line: number): readonly SheetFault[] {
  if (!(euros >= 0 && euros <= MOST_EUROS)) return [{ kind: 'amount-out-of-bounds', line, most: MOST_EUROS }];
  return isInCents(euros) ? [] : [{ kind: 'amount-too-precise', line }];
}

function isInCents(euros: number): boolean {
  return Number(euros.toFixed(2)) === euros;
}

function fundingFaults(funding: ActionSheet['fundings'][number], line: number): readonly SheetFault[] {
  const { call, deadline, euros } = funding;
  const faults: SheetFault[] = [];
  if (lengthOf(call) > MOST.title) faults.push({ kind: 'words-too-long', list: 'fundings', line });
  if (deadline !== null && !isDay(deadline)) faults.push({ kind: 'deadline-not-a-day', line, said: deadline });
  if (euros !== null && !(euros >= 0 && euros <= MOST_EUROS && isInCents(euros))) {
    faults.push({ kind: 'funding-out-of-bounds', line, most: MOST_EUROS });
  }
  return faults;
}

function stepFaults({ title, endsOn }: WorkingSheet['steps'][number], line: number): readonly SheetFault[] {
  const faults: SheetFault[] = [];
  if (title === '') faults.push({ kind: 'step-title-missing', line });
  if (lengthOf(title) > MOST.title) faults.push({ kind: 'words-too-long', list: 'steps', line });
  if (endsOn !== null && !isDay(endsOn)) faults.push({ kind: 'step-not-a-day', line, said: endsOn });
  return faults;
}

/** In UTF-16 units at most twice the bound: the database counts characters. */
function lengthOf(text: string): number {
  return [...text].length;
}

function record<Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}
