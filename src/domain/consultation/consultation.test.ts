import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfDay } from '../shared/local-day.ts';
import { BURST, burstsOf, domainsOf, type Confirmed } from './bursts.ts';
import { CONSULTATION_ZONE, phaseOf } from './consultation.ts';
import { spotsOf, textAt } from './contribution.ts';
import { BALLOT_STANDINGS, canonicalBallots, CHOICES, countVotes, type ConsultationBallot } from './count.ts';
import { mailboxOf } from './mailbox.ts';
import { problemsOfConsultation } from './problems.ts';

const open = {
  opensAt: new Date('2027-03-01T00:00:00Z'),
  closesAt: endOfDay('2027-03-28', CONSULTATION_ZONE),
  cancelled: null,
  count: null,
};

describe('the closing', () => {
  test('is midnight in Paris, also on the night when clocks change', () => {
    expect(open.closesAt.toISOString()).toBe('2027-03-28T22:00:00.000Z');
    expect(endOfDay('2027-03-27', CONSULTATION_ZONE).toISOString()).toBe('2027-03-27T23:00:00.000Z');
  });

  test('takes what comes a millisecond before, and nothing at its very instant', () => {
    expect(phaseOf(open, new Date(open.closesAt.getTime() - 1))).toBe('consultation-open');
    expect(phaseOf(open, open.closesAt)).toBe('consultation-closed');
    expect(phaseOf(open, new Date(open.opensAt.getTime() - 1))).toBe('consultation-planned');
    expect(phaseOf({ ...open, cancelled: {} }, open.opensAt)).toBe('consultation-cancelled');
    expect(phaseOf({ ...open, count: {} }, open.closesAt)).toBe('consultation-counted');
  });
});

describe('one box counts once', () => {
  test('where its provider says so', () => {
    const same = ['jean.dupont@gmail.com', 'JeanDupont+vote@gmail.com', 'j.e.a.n.dupont@googlemail.com'];
    expect(new Set(same.map(mailboxOf))).toEqual(new Set(['jeandupont@gmail.com']));
    expect(mailboxOf('claire+1@outlook.fr')).toBe('claire@outlook.fr');
    expect(mailboxOf('cl.aire@outlook.fr')).toBe('cl.aire@outlook.fr');
  });

  test('and nowhere else: nothing is guessed of a domain that says nothing', () => {
    const others = [
      'jean.dupont@orange.fr',
      'jeandupont@orange.fr',
      'jean+vote@mairie-exemple.fr',
      'jean@mairie-exemple.fr',
    ];
    expect(new Set(others.map(mailboxOf)).size).toBe(4);
    expect(mailboxOf('+vote@gmail.com')).toBe('+vote@gmail.com');
  });
});

test('a burst is many of one domain in one hour; the same many over a day, or at a provider of everybody, are none', () => {
  const at = (minute: number) => new Date(Date.parse('2027-03-02T10:00:00Z') + minute * 60_000);
  const many = (domain: string, step: number): Confirmed[] =>
    Array.from({ length: BURST.ownDomain.hour }, (_, n) => ({
      participation: n,
      domain,
      host: domain,
      at: at(n * step),
    }));
  expect(burstsOf(many('exemple.fr', 1))).toMatchObject([{ domain: 'exemple.fr', from: at(0) }]);
  expect(burstsOf(many('exemple.fr', 1).toReversed())).toEqual(burstsOf(many('exemple.fr', 1)));
  expect(burstsOf(many('exemple.fr', 60))).toEqual([]);
  expect(burstsOf(many('orange.fr', 1))).toEqual([]);
  expect(burstsOf(many('exemple.fr', 1).slice(1))).toEqual([]);
  // Whatever the clock says: half before eleven, half after.
  const across = many('exemple.fr', 1).map((one) => ({ ...one, at: new Date(one.at.getTime() + 55 * 60_000) }));
  expect(burstsOf(across)[0]?.participations).toHaveLength(BURST.ownDomain.hour);
  const longer = [
    ...many('exemple.fr', 5),
    { participation: 10, domain: 'exemple.fr', host: 'exemple.fr', at: at(54) },
  ];
  expect(burstsOf(longer).map(({ participations }) => participations.length)).toEqual([11]);
});

describe('spread out over days, many of one domain are a burst all the same', () => {
  const confirmed = (domain: string, number: number, minutes: number): Confirmed[] =>
    Array.from({ length: number }, (_, n) => ({
      participation: n,
      domain,
      host: `s${n % 14}.${domain}`,
      at: new Date(Date.parse('2027-03-02T10:00:00Z') + n * minutes * 60_000),
    }));

  test('nine an hour are one within the day, and one every two hours is one over a month', () => {
    const nineAnHour = burstsOf(confirmed('exemple.fr', 30, 7));
    expect(nineAnHour.map(({ participations }) => participations.length)).toEqual([30]);
    expect(burstsOf(confirmed('exemple.fr', BURST.ownDomain.whole - 1, 120))).toEqual([]);
    const slow = burstsOf(confirmed('exemple.fr', BURST.ownDomain.whole, 120));
    expect(slow.map(({ participations }) => participations.length)).toEqual([BURST.ownDomain.whole]);
    expect(burstsOf(confirmed('orange.fr', 1400, 2))).toEqual([]);
  });

  test('each domain has its line: how many, in bursts, under how many names, since when', () => {
    const lines = domainsOf([
      ...confirmed('petit.fr', 3, 60).map((one) => ({ ...one, participation: one.participation + 100 })),
      ...confirmed('exemple.fr', 30, 7),
    ]);
    expect(lines).toMatchObject([
      { domain: 'exemple.fr', isShared: false, participations: 30, inBursts: 30, hosts: 14 },
      { domain: 'petit.fr', participations: 3, inBursts: 0, hosts: 3, first: new Date('2027-03-02T10:00:00Z') },
    ]);
  });
});

const ballots = fc.array(
  fc.record<ConsultationBallot>({
    object: fc.constantFrom('m1', 'm2', 'c1', 'c12'),
    choice: fc.constantFrom(...CHOICES),
    standing: fc.constantFrom(...BALLOT_STANDINGS),
  }),
  { maxLength: 200 },
);

describe('the count', () => {
  test('is the same twice, whatever the order of the ballots', () => {
    fc.assert(
      fc.property(ballots, fc.integer(), (given, seed) => {
        const shuffled = given
          .map((ballot, n) => ({ ballot, key: Math.sin(seed + n) }))
          .toSorted((one, other) => one.key - other.key)
          .map(({ ballot }) => ballot);
        expect(countVotes(shuffled, ['m2'])).toEqual(countVotes(given, ['m2']));
        expect(canonicalBallots(shuffled)).toBe(canonicalBallots(given));
      }),
    );
  });

  test('loses no ballot: each is counted or withdrawn, and bursts are among the counted', () => {
    fc.assert(
      fc.property(ballots, (given) => {
        const count = countVotes(given, ['m1', 'm2', 'c1', 'c12']);
        expect(count.ballots + count.withdrawn).toBe(given.length);
        const sum = (of: 'ballots' | 'inBursts' | 'withdrawn') =>
          count.objects.flatMap((line) => CHOICES.map((choice) => line[choice][of])).reduce((a, b) => a + b, 0);
        expect([sum('ballots'), sum('inBursts'), sum('withdrawn')]).toEqual([
          count.ballots,
          count.inBursts,
          count.withdrawn,
        ]);
        expect(count.inBursts).toBe(given.filter(({ standing }) => standing === 'burst').length);
      }),
    );
  });

  test('has a line for what nobody voted on', () => {
    expect(countVotes([], ['m7']).objects).toEqual([
      {
        object: 'm7',
        for: { ballots: 0, inBursts: 0, withdrawn: 0 },
        against: { ballots: 0, inBursts: 0, withdrawn: 0 },
        undecided: { ballots: 0, inBursts: 0, withdrawn: 0 },
      },
    ]);
  });
});

test('each part of a measure can be said otherwise, and a part that is not there has no words', () => {
  const words = {
    title: 'Des vélos',
    introduction: ['Un.', 'Deux.'],
    levels: [{ level: 2, leadIn: 'La commune :', clauses: ['trace', 'répare'] }],
  };
  expect(spotsOf(words).map(({ spot }) => spot)).toEqual(['title', 'introduction', 'l2.0', 'l2.1', 'l2.2']);
  expect(textAt(words, 'l2.2')).toBe('répare');
  expect(textAt(words, 'l1.1')).toBeNull();
  expect(textAt(null, 'title')).toBeNull();
});

test('an edition waits for its consultation, then for each answer', () => {
  const one = { ...open, id: 4, title: 'La charte de 2032', unanswered: 2 };
  const problems = (change: object, now = open.closesAt) =>
    problemsOfConsultation([{ ...one, ...change }], now).map(({ kind }) => kind);
  expect(problems({})).toEqual(['consultation-under-way']);
  expect(problems({}, new Date(0))).toEqual(['consultation-under-way']);
  expect(problems({ count: {} })).toEqual(['contributions-unanswered']);
  expect(problems({ count: {}, unanswered: 0 })).toEqual([]);
  expect(problems({ cancelled: {} })).toEqual([]);
});
