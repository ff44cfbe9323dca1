/** Plans of all kinds, as the domain lets them be: tidy, and with every trap that a cell can hold. */
import fc from 'fast-check';
import {
  ACTION_STATUSES,
  PARTICIPATIONS,
  PRIORITIES,
  SHEET_ROLES,
  SHEET_TEXTS,
  type AmountLine,
} from '#domain/plan/action-sheet.ts';
import { sheetFaults, tidyLine, tidySheet } from '#domain/plan/check-sheet.ts';
import { ENTRY_KINDS } from '#domain/plan/directory-entry.ts';
import type { NamedEntry, NamedFunding, NamedSheet } from '#domain/plan/exchange/plan-lines.ts';
import type { PlacedAction } from '#domain/plan/exchange/plan-to-lines.ts';
import type { PlanAxis } from '#domain/plan/plan-row.ts';

const PIECES = [
  ...'aé=+-@\'"«»;,·[]()0159.:/ €%\t\n_œ',
  ' · ',
  ' : ',
  'service',
  '[service]',
  '12 000 €',
  '12/03/2027',
  '31/02/2027',
  'Réalisé',
  'appel : ',
  '=SUM(A1)',
  "'=1",
  '_x000D_',
  '&lt;',
  '<b>',
  '😀',
  'À venir',
  '45000',
  '1.5',
];
const words = (max: number) =>
  fc.array(fc.constantFrom(...PIECES), { maxLength: max }).map((pieces) => pieces.join(''));
const lineOf = (max: number) =>
  words(max)
    .map(tidyLine)
    .filter((line) => line !== '');
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const sum = fc.integer({ min: 0, max: 100_000_000 }).map((cents) => cents / 100);
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null });
const entry: fc.Arbitrary<NamedEntry> = fc.record({ kind: fc.constantFrom(...ENTRY_KINDS), name: lineOf(5) });
const names = fc
  .array(entry, { maxLength: 3 })
  .map((all) =>
    all.filter((one, at) => all.findIndex((other) => other.kind === one.kind && other.name === one.name) === at),
  );

const amount: fc.Arbitrary<AmountLine> = fc
  .record({
    direction: fc.constantFrom('spending', 'receipt'),
    stage: fc.constantFrom('forecast', 'real'),
    nature: maybe(fc.constantFrom('investment', 'operation')),
    year: maybe(fc.integer({ min: 1900, max: 2200 })),
    euros: maybe(sum),
    words: words(5).map(tidyLine),
  })
  .filter(({ euros, words: said }) => euros !== null || said !== '');

const funding: fc.Arbitrary<NamedFunding> = fc.record({
  funder: entry,
  call: words(4).map(tidyLine),
  deadline: maybe(day),
  state: maybe(fc.constantFrom('to-ask', 'asked', 'granted', 'refused')),
  euros: maybe(sum),
});

const step = fc.record({ title: lineOf(5), status: maybe(fc.constantFrom(...ACTION_STATUSES)), endsOn: maybe(day) });

const sheet: fc.Arbitrary<NamedSheet> = fc
  .record({
    title: lineOf(8),
    status: maybe(fc.constantFrom(...ACTION_STATUSES)),
    blocked: fc.record({ why: lineOf(4), unblocks: lineOf(4) }),
    priority: maybe(fc.constantFrom(...PRIORITIES)),
    days: fc.tuple(maybe(day), maybe(day)),
    visibility: fc.constantFrom('public', 'private'),
    participation: maybe(fc.constantFrom(...PARTICIPATIONS)),
    texts: fc.record(record(SHEET_TEXTS, maybe(words(8)))),
    roles: fc.record(record(SHEET_ROLES, names)),
    amounts: fc.array(amount, { maxLength: 3 }),
    fundings: fc.array(funding, { maxLength: 3 }),
    steps: fc.array(step, { maxLength: 3 }),
  })
  .map(({ days, ...one }) => {
    const [startsOn, endsOn] = days[0] !== null && days[1] !== null && days[1] < days[0] ? [days[1], days[0]] : days;
    const whole = { ...one, startsOn, endsOn, blocked: one.status === 'blocked' ? one.blocked : null };
    return tidied(whole);
  })
  .filter((one) => sheetFaults({ ...one, ...NAMELESS, fundings: [] }).length === 0);

const axisTitles = fc.uniqueArray(lineOf(5), { maxLength: 3 });

/** Two levels, some axes without actions, some actions without an axis. */
export const arbitraryPlan: fc.Arbitrary<{
  readonly axes: readonly PlanAxis[];
  readonly actions: readonly (PlacedAction & { readonly id: number })[];
}> = fc
  .record({
    titles: fc.tuple(axisTitles, axisTitles),
    description: words(6).map((text) => text.trim()),
    sheets: fc.array(sheet, { maxLength: 6, minLength: 1 }),
    where: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
  })
  .map(({ titles: [tops, subs], description, sheets, where }) => {
    const axes: PlanAxis[] = tops.map((title, at) => ({
      id: at + 1,
      parent: null,
      number: String(at + 1),
      title,
      description: at === 0 ? description : '',
    }));
    const parent = axes[0]?.id ?? null;
    if (parent !== null) {
      axes.push(
        ...subs.map((title, at) => ({ id: 10 + at, parent, number: `1.${String(at + 1)}`, title, description: '' })),
      );
    }
    const actions = sheets.map((one, at) => {
      const axis = axes[(where[at] ?? 0) % (axes.length + 1)];
      return { id: 100 + at, number: `9.${String(at + 1)}`, axis: axis?.id ?? null, sheet: one };
    });
    return { axes, actions };
  });

const NAMELESS = { roles: { lead: [], referent: [], service: [], structure: [], partner: [] } };

function tidied(one: NamedSheet): NamedSheet {
  const { roles, fundings } = one;
  const tidy = tidySheet({ ...one, ...NAMELESS, fundings: fundings.map((funding) => ({ ...funding, funder: 0 })) });
  return {
    ...tidy,
    roles,
    fundings: fundings.map((funding, at) => ({ ...funding, call: tidy.fundings[at]?.call ?? '' })),
  };
}

function record<Key extends string, Value>(keys: readonly Key[], value: Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value])) as Record<Key, Value>;
}
