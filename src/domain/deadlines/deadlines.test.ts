import { describe, expect, test } from 'vitest';
import type { Clause, Measure } from '../charter/edition.ts';
import type { SignedClause, SignedLevel } from '../pact/commitment.ts';
import { inOrder, lastDayOf, type Deadline } from './deadline.ts';
import { promisedDeadlines, type DatedPact } from './promised-deadlines.ts';
import { dueReminders, type Told } from './reminders.ts';
import { writtenTerms } from './written-terms.ts';

const MANDATE = { year: 2026, on: '2026-03-22', from: 2020, signedOn: null };

test('words of time have a last day; without a day set the mandate ends at the latest with its year', () => {
  const on = (when: Parameters<typeof lastDayOf>[0], mandate: Parameters<typeof lastDayOf>[1] = MANDATE) =>
    lastDayOf(when, mandate);
  expect(on({ kind: 'by-year', year: 2030 })).toEqual({ on: '2030-12-31', precision: 'year', from: false });
  expect(on({ kind: 'before-year', year: 2030 }).on).toBe('2029-12-31');
  expect(on({ kind: 'from-year', year: 2030 })).toEqual({ on: '2030-01-01', precision: 'year', from: true });
  expect(on({ kind: 'end-of-mandate' })).toEqual({ on: '2026-03-22', precision: 'day', from: false });
  expect(on({ kind: 'during-mandate' }, { ...MANDATE, year: 2032, on: null })).toEqual({
    on: '2032-12-31',
    precision: 'year',
    from: false,
  });
});

test('a month has its last day, and what counts from the signature counts from its year when the day is not known', () => {
  const on = (when: Parameters<typeof lastDayOf>[0], signedOn: string | null = null) => {
    const { on: day, precision, from } = lastDayOf(when, { ...MANDATE, signedOn });
    return [day, precision, from];
  };
  expect(on({ kind: 'by-month', month: '2024-02' })).toEqual(['2024-02-29', 'month', false]);
  expect(on({ kind: 'from-month', month: '2024-02' })).toEqual(['2024-02-01', 'month', true]);
  expect(on({ kind: 'by-day', day: '2024-06-30' })).toEqual(['2024-06-30', 'day', false]);
  expect(on({ kind: 'from-day', day: '2024-06-30' })).toEqual(['2024-06-30', 'day', true]);
  expect(on({ kind: 'years-into-mandate', years: 1 })).toEqual(['2021-12-31', 'year', false]);
  const threeYears = { kind: 'months-after-signature', months: 36 } as const;
  expect(on(threeYears, '2020-02-15')).toEqual(['2023-02-28', 'month', false]);
  expect(on({ kind: 'months-after-signature', months: 1 }, '2020-01-31')).toEqual(['2020-02-29', 'month', false]);
  expect(on(threeYears)).toEqual(['2023-12-31', 'year', false]);
});

describe('terms written in a sentence', () => {
  const found = (text: string) => writtenTerms(text).map(({ quote, when }) => [quote, when]);
  test.each([
    ['Une piste d’ici 2028.', 'd’ici 2028', { kind: 'by-year', year: 2028 }],
    ["d'ici à la fin de 2027", "d'ici à la fin de 2027", { kind: 'by-year', year: 2027 }],
    ['avant 2025 en tout cas', 'avant 2025', { kind: 'before-year', year: 2025 }],
    ['Livrée avant la fin 2025', 'avant la fin 2025', { kind: 'by-year', year: 2025 }],
    ['Dès 2030, tout le parc', 'Dès 2030', { kind: 'from-year', year: 2030 }],
    ['au plus tard en 2029', 'au plus tard en 2029', { kind: 'by-year', year: 2029 }],
    ['trois jardins d’ici la fin du mandat', 'd’ici la fin du mandat', { kind: 'end-of-mandate' }],
    ['durant le mandat', 'durant le mandat', { kind: 'end-of-mandate' }],
    ['ouvert avant le 1er septembre 2022', 'avant le 1er septembre 2022', { kind: 'by-day', day: '2022-09-01' }],
    ['avant le 31 décembre 2025.', 'avant le 31 décembre 2025', { kind: 'by-day', day: '2025-12-31' }],
    ['au plus tard le 30 juin 2024', 'au plus tard le 30 juin 2024', { kind: 'by-day', day: '2024-06-30' }],
    ['d’ici au 31/12/2025', 'd’ici au 31/12/2025', { kind: 'by-day', day: '2025-12-31' }],
    ['jusqu’au 5 aout 2024', 'jusqu’au 5 aout 2024', { kind: 'by-day', day: '2024-08-05' }],
    [
      'à compter du 1er\u00a0janvier 2024',
      'à compter du 1er\u00a0janvier 2024',
      { kind: 'from-day', day: '2024-01-01' },
    ],
    ['d’ici juin 2023', 'd’ici juin 2023', { kind: 'by-month', month: '2023-06' }],
    ['Avant janvier 2024', 'Avant janvier 2024', { kind: 'by-month', month: '2023-12' }],
    ['avant fin mars 2024', 'avant fin mars 2024', { kind: 'by-month', month: '2024-03' }],
    ['dès septembre 2021', 'dès septembre 2021', { kind: 'from-month', month: '2021-09' }],
    ['à l’horizon 2030', 'à l’horizon 2030', { kind: 'by-year', year: 2030 }],
    ['dans la première année du mandat', 'dans la première année du mandat', { kind: 'years-into-mandate', years: 1 }],
    ['d’ici 3 ans', 'd’ici 3 ans', { kind: 'months-after-signature', months: 36 }],
    ['d’ici un an', 'd’ici un an', { kind: 'months-after-signature', months: 12 }],
    ['d’ici 18 mois', 'd’ici 18 mois', { kind: 'months-after-signature', months: 18 }],
  ])('%s', (text, quote, when) => expect(found(text)).toEqual([[quote, when]]));
  test.each([
    'Le plan climat 2021',
    'la loi de 2019',
    'la loi du 17 août 2015',
    'l’arrêté du 1er juin 2023',
    'depuis 2014',
    'depuis le 1er janvier 2021',
    'voté en juin 2023',
    'd’ici 20285 mètres',
    'd’ici 3 ans après la mise en service',
    'd’ici quelques mois',
    'des enfants de 3 ans',
    'avant le 12/2025',
    'avant le 31 février 2024',
    'd’ici 0 an',
    'la première année du collège',
    '',
  ])('%s gives none', (text) => expect(found(text)).toEqual([]));
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
    signedOn: '2020-02-15',
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
  test('a day written in words is that of the deadline, and one before the mandate is told of the past', () => {
    const text = 'Rénover les logements bâtis avant 2015, d’ici 2 ans, et la salle au plus tard le 30 juin 2024.';
    expect(days(pactOf({ stance: 'refused' }, [{ id: 412, text }]))).toEqual([
      ['w:7:l412:1', '2022-02-28'],
      ['w:7:l412:2', '2024-06-30'],
    ]);
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
