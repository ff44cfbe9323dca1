import { describe, expect, test } from 'vitest';
import type { Clause, Measure } from '../charter/edition.ts';
import type { SignedClause, SignedLevel } from '../pact/commitment.ts';
import { inOrder, lastDayOf, type Deadline } from './deadline.ts';
import { promisedDeadlines, type DatedPact } from './promised-deadlines.ts';
import { dueReminders, type Told } from './reminders.ts';
import { writtenYears } from './written-years.ts';

const MANDATE = { year: 2026, on: '2026-03-22' };

test('words of time have a last day; without a day set the mandate ends at the latest with its year', () => {
  const on = (when: Parameters<typeof lastDayOf>[0], mandate: Parameters<typeof lastDayOf>[1] = MANDATE) =>
    lastDayOf(when, mandate);
  expect(on({ kind: 'by-year', year: 2030 })).toEqual({ on: '2030-12-31', precision: 'year', from: false });
  expect(on({ kind: 'before-year', year: 2030 }).on).toBe('2029-12-31');
  expect(on({ kind: 'from-year', year: 2030 })).toEqual({ on: '2030-01-01', precision: 'year', from: true });
  expect(on({ kind: 'end-of-mandate' })).toEqual({ on: '2026-03-22', precision: 'day', from: false });
  expect(on({ kind: 'during-mandate' }, { year: 2032, on: null })).toEqual({
    on: '2032-12-31',
    precision: 'year',
    from: false,
  });
});

describe('years written in a sentence', () => {
  const found = (text: string) => writtenYears(text).map(({ quote, when }) => [quote, when]);
  test.each([
    ['Une piste d’ici 2028.', 'd’ici 2028', { kind: 'by-year', year: 2028 }],
    ["d'ici à la fin de 2027", "d'ici à la fin de 2027", { kind: 'by-year', year: 2027 }],
    ['avant 2025 en tout cas', 'avant 2025', { kind: 'before-year', year: 2025 }],
    ['Livrée avant la fin 2025', 'avant la fin 2025', { kind: 'by-year', year: 2025 }],
    ['Dès 2030, tout le parc', 'Dès 2030', { kind: 'from-year', year: 2030 }],
    ['au plus tard en 2029', 'au plus tard en 2029', { kind: 'by-year', year: 2029 }],
    ['trois jardins d’ici la fin du mandat', 'd’ici la fin du mandat', { kind: 'end-of-mandate' }],
    ['durant le mandat', 'durant le mandat', { kind: 'end-of-mandate' }],
  ])('%s', (text, quote, when) => expect(found(text)).toEqual([[quote, when]]));
  test.each(['Le plan climat 2021', 'la loi de 2019', 'd’ici 20285 mètres', 'd’ici 12 mois', 'avant le 12/2025', ''])(
    '%s gives none',
    (text) => expect(found(text)).toEqual([]),
  );
});

describe('of a pact', () => {
  const clause = (number: number, quote: string, year: number): Clause => ({
    clause: number,
    text: quote,
    targets: [{ kind: 'deadline', when: { kind: 'by-year', year }, subject: 'lorries-ban', quote }],
  });
  const measures: readonly Measure[] = [
    {
      number: 13,
      title: '',
      levels: [{ level: 2, clauses: [clause(1, 'd’ici 2024', 2024), clause(2, 'en 2030', 2030)] }],
    },
  ];
  const edition = { measures };
  const signed = (change: Partial<SignedClause> = {}): SignedClause => ({
    clause: 1,
    stance: 'accepted',
    wording: 'same',
    changes: [],
    quotations: [],
    ...change,
  });
  const pactOf = (level: Partial<SignedLevel>, locals: DatedPact['locals'] = []): DatedPact => ({
    id: 7,
    publishedAt: new Date(0),
    list: 'Exemple',
    edition: 'e',
    term: { from: 2020, to: 2026 },
    commitments: [
      {
        measure: 13,
        levels: [{ level: 2, stance: 'accepted', wording: 'same', clauses: [], quotations: [], ...level }],
      },
    ],
    locals,
  });
  const days = (pact: DatedPact) =>
    promisedDeadlines(pact, { edition, mandate: MANDATE }).map(({ key, on }) => [key, on]);

  test('a level taken whole gives every date of its clauses', () => {
    expect(days(pactOf({}))).toEqual([
      ['c:7:13.2.1:0', '2024-12-31'],
      ['c:7:13.2.2:0', '2030-12-31'],
    ]);
  });
  test('a level refused or left to another authority gives none', () => {
    expect(days(pactOf({ stance: 'refused' }))).toEqual([]);
    expect(days(pactOf({ stance: 'delegated' }))).toEqual([]);
  });
  test('a clause refused, lost or not named in a part gives none', () => {
    const part = { stance: 'partial', clauses: [signed({ stance: 'refused' })] } as const;
    expect(days(pactOf(part))).toEqual([]);
    expect(days(pactOf({ clauses: [signed({ wording: 'omitted' })] }))).toEqual([['c:7:13.2.2:0', '2030-12-31']]);
  });
  test('changed words say their own year, not the charter’s', () => {
    const quotations = [{ start: 0, end: 10, text: 'Une étude d’ici 2028' }];
    const [first] = promisedDeadlines(pactOf({ clauses: [signed({ wording: 'amended', quotations })] }), {
      edition,
      mandate: MANDATE,
    });
    expect(first).toMatchObject({ on: '2028-12-31', about: { kind: 'pact-words', item: 'm13', quote: 'd’ici 2028' } });
  });
  test('local commitments say theirs, also when the charter is not known', () => {
    const pact = pactOf({}, [{ id: 412, text: 'Une maison de santé avant fin 2025.' }]);
    expect(promisedDeadlines(pact, { edition: null, mandate: MANDATE })).toMatchObject([
      { key: 'w:7:l412:0', on: '2025-12-31', about: { item: 'l412' } },
    ]);
  });
});

describe('reminders', () => {
  const deadline = (on: string, settled = false): Deadline => ({
    key: 'a:1',
    on,
    precision: 'day',
    settled,
    changedAt: new Date(0),
    hours: null,
    about: { kind: 'letter-reply', event: 1, title: '' },
  });
  const due = (on: string, today: string, told: readonly Told[] = []) =>
    dueReminders([deadline(on)], { told, today }).map(({ stage, before }) => [stage, before]);
  const told = (on: string, stage: Told['stage']): Told => ({ key: 'a:1', on, stage });

  test('come a month before and a week before, not a day sooner, and not once it is over', () => {
    expect(due('2027-03-31', '2027-02-28')).toEqual([]);
    expect(due('2027-03-31', '2027-03-01')).toEqual([['month', null]]);
    expect(due('2027-03-31', '2027-03-24')).toEqual([['week', null]]);
    expect(due('2027-03-31', '2027-03-31')).toEqual([['week', null]]);
    expect(due('2027-03-31', '2027-04-01')).toEqual([]);
  });
  test('are each told once, and the week replaces a month that was missed', () => {
    expect(due('2027-03-31', '2027-03-10', [told('2027-03-31', 'month')])).toEqual([]);
    expect(due('2027-03-31', '2027-03-25', [told('2027-03-31', 'month')])).toEqual([['week', null]]);
    expect(due('2027-03-31', '2027-03-25', [told('2027-03-31', 'week')])).toEqual([]);
  });
  test('tell that a deadline moved to whoever was told its former day, once', () => {
    const before = [told('2027-03-31', 'month')];
    expect(due('2027-09-30', '2027-03-10', before)).toEqual([['moved', '2027-03-31']]);
    expect(due('2027-09-30', '2027-03-10', [...before, told('2027-09-30', 'moved')])).toEqual([]);
    // Nearer than before: the reminder itself says so.
    expect(due('2027-03-15', '2027-03-10', before)).toEqual([['week', '2027-03-31']]);
    // Moved, then near at last: as any other.
    expect(due('2027-09-30', '2027-09-01', [...before, told('2027-09-30', 'moved')])).toEqual([['month', null]]);
  });
  test('say nothing of what is done', () => {
    expect(dueReminders([deadline('2027-03-31', true)], { told: [], today: '2027-03-25' })).toEqual([]);
  });
});

test('deadlines stand in the order of their days', () => {
  const at = (key: string, on: string) => ({ key, on }) as Deadline;
  expect(inOrder([at('b', '2030-01-01'), at('c', '2028-01-01'), at('a', '2030-01-01')]).map(({ key }) => key)).toEqual([
    'c',
    'a',
    'b',
  ]);
});
