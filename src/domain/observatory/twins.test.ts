import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_TWINS, populationsAlike, sizeOf, twinsOf, type Belonging, type Resembling } from './twins.ts';

const commune = (code: string, more: Partial<Resembling> = {}): Resembling => ({
  code,
  population: 3000,
  belonging: 'cc',
  department: '26',
  region: '84',
  ...more,
});
const here = commune('26001');
const codes = (among: readonly Resembling[], from = here) => twinsOf(from, among).map((twin) => twin.commune.code);

describe('twins', () => {
  test('are of the same class of size, and from two thirds to half as much again', () => {
    const among = [1900, 1999, 2000, 4500, 4501, 9000].map((population, i) => commune(`2610${i}`, { population }));
    expect(codes(among)).toEqual(['26103', '26102']);
    expect(codes([commune('26104', { population: 2100 })], commune('26001', { population: 1900 }))).toEqual([]);
  });

  test('come from the same kind of intercommunality first, even from afar, then from others', () => {
    const near = commune('26200', { belonging: 'ca' });
    const far = commune('29001', { department: '29', region: '53' });
    expect(twinsOf(here, [near, far])).toEqual([
      { commune: far, reasons: { near: 'country', sameBelonging: true } },
      { commune: near, reasons: { near: 'department', sameBelonging: false } },
    ]);
  });

  test('come from the département, then the région, then the country, the nearest in size first', () => {
    const among = [
      commune('38001', { department: '38' }),
      commune('26300', { population: 3900 }),
      commune('26301', { population: 2800 }),
      commune('29001', { department: '29', region: '53' }),
    ];
    expect(codes(among)).toEqual(['26301', '26300', '38001', '29001']);
  });

  test('without a région are of none', () => {
    const one = commune('98801', { department: '988', region: null });
    const other = commune('98701', { department: '987', region: null });
    expect(twinsOf(one, [other])[0]?.reasons.near).toBe('country');
  });

  test('are the same whatever the order in which communes are read, never oneself, and never too many', () => {
    const some = fc.uniqueArray(
      fc.record({
        code: fc.integer({ min: 10_000, max: 10_060 }).map(String),
        population: fc.integer({ min: 1, max: 5000 }),
        belonging: fc.constantFrom<Belonging>('cc', 'ca', 'none'),
        department: fc.constantFrom('26', '38', '29'),
        region: fc.constantFrom('84', null),
      }),
      { selector: ({ code }) => code, minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(some, (among) => {
        const [first] = among;
        if (first === undefined) return;
        const found = codes(among, first);
        expect(codes(among.toReversed(), first)).toEqual(found);
        expect(found).not.toContain(first.code);
        expect(found.length).toBeLessThanOrEqual(MOST_TWINS);
      }),
    );
  });
});

test('the populations to look among hold every twin and no more than its class', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 1, max: 300_000 }), (mine, theirs) => {
      const { from, to } = populationsAlike(mine);
      const twin = codes([commune('1', { population: theirs })], commune('2', { population: mine })).length === 1;
      expect(theirs >= from && theirs <= to).toBe(twin);
    }),
  );
  expect(sizeOf(null)).toBe('unknown');
});
