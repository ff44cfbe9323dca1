import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASSESSMENT_STATUSES, type AssessmentStatus } from './assessment.ts';
import { checkEvidence, EVIDENCE_LIMIT, isWebAddress } from './check-evidence.ts';
import { freshness, monthsBetween } from './freshness.ts';
import { contradicts, reachedLevels, suggestedStatus } from './levels.ts';
import { ambitionOf, shareKept, tallyOf, type CountedPromise } from './tally.ts';

const looked = (status: AssessmentStatus, more: { beforeMandate?: boolean; lookedOn?: string } = {}) => ({
  status,
  beforeMandate: false,
  lookedOn: '2029-06-03',
  ...more,
});
const promise = (collective: ReturnType<typeof looked> | null, stance: CountedPromise['stance'] = 'accepted') =>
  ({ stance, levels: [], latest: { collective, 'town-hall': null } }) satisfies CountedPromise;
const OF = { voice: 'collective', today: '2029-06-10' } as const;

describe('freshness', () => {
  test('never looked at is a state of its own', () => {
    expect(freshness(null, '2029-06-03')).toEqual({ kind: 'never' });
  });
  test('is lost on the day a year has passed, not the day before', () => {
    expect(freshness('2028-06-04', '2029-06-03').kind).toBe('fresh');
    expect(freshness('2028-06-03', '2029-06-03')).toEqual({ kind: 'stale', since: '2028-06-03', months: 12 });
  });
  test.each([
    ['2028-04-03', '2029-06-03', 14],
    ['2029-01-31', '2029-02-28', 0],
    ['2029-01-31', '2029-03-01', 1],
    ['2029-06-04', '2029-06-03', 0],
  ])('from %s to %s there are %i whole months', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });
});

describe('levels', () => {
  test('promised N2 and N3, reached N1: told beyond the promise, never counted', () => {
    const seen = [
      { level: 1, status: 'kept' },
      { level: 2, status: 'underway' },
    ] as const;
    expect(reachedLevels([2, 3], seen)).toEqual({ kept: [], missing: [2], unknown: [3], beyond: [1] });
    expect(suggestedStatus([2], seen)).toBe('underway');
    expect(suggestedStatus([2, 3], seen)).toBeNull();
  });
  test('a level that was not promised never makes the whole contradict itself', () => {
    const levels = [{ level: 1, status: 'not-started' }] as const;
    expect(contradicts('kept', { promised: [2], levels })).toBe(false);
    expect(contradicts('kept', { promised: [1, 2], levels })).toBe(true);
  });
  test('nothing started and one promised level kept cannot both be', () => {
    const levels = [{ level: 1, status: 'kept' }] as const;
    expect(contradicts('not-started', { promised: [1, 2], levels })).toBe(true);
    expect(contradicts('partly-kept', { promised: [1, 2], levels })).toBe(false);
  });
  test.each<[readonly AssessmentStatus[], AssessmentStatus | null]>([
    [['kept', 'kept', 'kept'], 'kept'],
    [['kept', 'kept'], null],
    [['not-started'], null],
    [['broken'], null],
    [['kept', 'broken', 'not-started'], 'partly-kept'],
    [['underway', 'not-started', 'not-started'], 'underway'],
    [['broken', 'not-started', 'not-started'], 'broken'],
    [['cannot-assess', 'cannot-assess', 'cannot-assess'], 'cannot-assess'],
    [['not-started', 'cannot-assess', 'cannot-assess'], 'not-started'],
    [['not-competent', 'not-started', 'not-competent'], 'not-started'],
    [['broken', 'cannot-assess', 'not-competent'], 'broken'],
    [['underway', 'broken', 'cannot-assess'], 'underway'],
    [['kept', 'cannot-assess', 'not-started'], 'partly-kept'],
    [['not-competent', 'cannot-assess', 'not-competent'], 'cannot-assess'],
    [['not-competent', 'not-competent', 'not-competent'], 'not-competent'],
    [[], null],
  ])('of three promised, %j suggest %s', (statuses, suggested) => {
    const levels = statuses.map((status, i) => ({ level: i + 1, status }));
    expect(suggestedStatus([1, 2, 3], levels)).toBe(suggested);
  });
  test('what is suggested never contradicts the levels it comes from', () => {
    const levels = fc.uniqueArray(
      fc.record({ level: fc.integer({ min: 1, max: 3 }), status: fc.constantFrom(...ASSESSMENT_STATUSES) }),
      { selector: ({ level }) => level },
    );
    fc.assert(
      fc.property(levels, fc.subarray([1, 2, 3]), (seen, promised) => {
        const suggested = suggestedStatus(promised, seen);
        expect(suggested !== null && contradicts(suggested, { promised, levels: seen })).toBe(false);
      }),
    );
  });
});

describe('a tally', () => {
  test('says kept of what was signed, and counts apart what cannot be held against anybody', () => {
    const tally = tallyOf(
      [
        promise(looked('kept')),
        promise(looked('kept', { beforeMandate: true })),
        promise(looked('partly-kept', { lookedOn: '2028-01-01' })),
        promise(looked('cannot-assess')),
        promise(looked('not-competent')),
        promise(null),
        promise(looked('kept'), 'delegated'),
        promise(looked('kept'), 'refused'),
      ],
      OF,
    );
    expect(tally).toMatchObject({ signed: 6, kept: 1, partlyKept: 1, beforeMandate: 1, never: 1, stale: 1 });
    expect(tally.lookedOn).toBe('2029-06-03');
    expect(shareKept(tally)).toEqual({ kept: 1, of: 3 });
  });
  test('makes no share of nothing: never looked at, or only what cannot be assessed', () => {
    expect(shareKept(tallyOf([promise(null), promise(null)], OF))).toBeNull();
    expect(shareKept(tallyOf([promise(looked('cannot-assess')), promise(null)], OF))).toBeNull();
    expect(shareKept(tallyOf([promise(looked('kept', { beforeMandate: true }))], OF))).toBeNull();
    expect(tallyOf([promise(null)], OF).lookedOn).toBeNull();
  });
  test('one voice never counts for the other', () => {
    expect(tallyOf([promise(looked('kept'))], { ...OF, voice: 'town-hall' })).toMatchObject({ kept: 0, never: 1 });
  });
  test('always adds up to what was signed', () => {
    const one = fc.option(
      fc.record({
        status: fc.constantFrom(...ASSESSMENT_STATUSES),
        beforeMandate: fc.boolean(),
        lookedOn: fc.constantFrom('2027-01-01', '2029-06-01'),
      }),
    );
    fc.assert(
      fc.property(fc.array(one), (said) => {
        const {
          signed,
          stale: _,
          lookedOn: __,
          ...parts
        } = tallyOf(
          said.map((given) => promise(given)),
          OF,
        );
        expect(Object.values(parts).reduce((x, y) => x + y, 0)).toBe(signed);
      }),
    );
  });
});

test('ambition stands beside: four timid promises kept are four of thirty-two', () => {
  const taken = (levels: readonly number[]) => ({
    stance: 'accepted' as const,
    levels: [1, 2, 3].map((level) => ({
      level,
      stance: levels.includes(level) ? ('accepted' as const) : ('refused' as const),
    })),
  });
  const edition = Array.from({ length: 32 }, () => ({ levels: [1, 2, 3] }));
  expect(ambitionOf([taken([1]), taken([1]), taken([1, 3]), { stance: 'refused', levels: [] }], edition)).toEqual({
    measures: 3,
    ofMeasures: 32,
    levels: 4,
    ofLevels: 96,
  });
});

describe('evidence', () => {
  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' https://exemple.fr',
    'data:text/html;base64,PHNjcmlwdD4=',
    'file:///etc/passwd',
    'https://utilisateur:secret@exemple.fr/',
    'https://localhost/',
    'http:exemple.fr',
    '//exemple.fr',
    `https://exemple.fr/${'a'.repeat(2000)}`,
  ])('%s is no address that one opens', (url) => {
    expect(isWebAddress(url)).toBe(false);
  });
  test('a page of the web is', () => {
    expect(isWebAddress('https://www.ville.example/deliberation.pdf#page=3')).toBe(true);
  });
  const document = { kind: 'document', title: 'Arrêté', page: null, quotation: null } as const;
  test('a document that nobody can open proves nothing, unless it is quoted', () => {
    const nowhere = { ...document, where: { kind: 'none' } } as const;
    expect(checkEvidence([nowhere], '2029-06-03')).toEqual({ kind: 'evidence-nowhere', which: 0 });
    expect(checkEvidence([{ ...nowhere, quotation: 'Il est décidé…' }], '2029-06-03')).toBeNull();
  });
  test('says which of them is wrong', () => {
    const good = { kind: 'link', title: '', url: 'https://exemple.fr', seenOn: '2029-06-03' } as const;
    const future = { ...good, seenOn: '2029-06-04' };
    expect(checkEvidence([good, future], '2029-06-03')).toEqual({
      kind: 'evidence-day-to-come',
      which: 1,
      day: '2029-06-04',
    });
    expect(checkEvidence([good, { ...document, where: { kind: 'file', document: 1 }, page: 0 }], '2029-06-03')).toEqual(
      {
        kind: 'evidence-not-a-page',
        which: 1,
      },
    );
    const figure = {
      kind: 'figure',
      label: 'km',
      unit: 'km',
      source: '',
      on: '2029-06-03',
      value: Number.NaN,
    } as const;
    expect(checkEvidence([figure], '2029-06-03')).toEqual({ kind: 'evidence-not-a-figure', which: 0 });
    expect(
      checkEvidence(
        Array.from({ length: 13 }, () => good),
        '2029-06-03',
      ),
    ).toEqual({
      kind: 'too-many-evidence',
      limit: EVIDENCE_LIMIT,
    });
  });
});
