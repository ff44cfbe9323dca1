import { expect, test } from 'vitest';
import type { AssessmentStatus } from '#domain/follow-up/assessment.ts';
import type { ApartFigures, CellFigures } from '#domain/observatory/figures.ts';
import { ANY_DAY } from '#domain/observatory/listed.ts';
import { loadEditions } from '#server/charters.ts';
import { foremostShown } from './foremost.ts';
import { itemPage } from './item-page.ts';

const edition = loadEditions().find(({ id }) => id === 'pacte-transition-2020');
if (edition === undefined) throw new Error('no edition');
const asked = {
  edition: edition.id,
  area: { kind: 'country' },
  size: null,
  standing: null,
  theme: null,
  period: ANY_DAY,
} as const;

const taken = (measure: number, level: number, pacts: number) =>
  [
    { item: `m${measure}`, level, stance: 'accepted', pacts: pacts - 1 },
    { item: `m${measure}`, level, stance: 'partial', pacts: 1 },
    { item: `m${measure}`, level, stance: 'refused', pacts: 7 },
  ] as const;
const said = (measure: number, counts: Readonly<Partial<Record<AssessmentStatus, number>>>, beforeMandate = false) =>
  Object.entries(counts).map(([status, pacts]) => ({
    item: `m${measure}`,
    voice: 'collective' as const,
    status: status as AssessmentStatus,
    beforeMandate,
    pacts,
  }));
const figures: CellFigures = {
  asOf: null,
  pacts: 40,
  places: 40,
  groupingsSigned: 0,
  placesAssessed: 20,
  placesReviewed: 0,
  commitments: 900,
  levels: 1200,
  localCommitments: 0,
  assessed: 60,
  stances: [...taken(1, 0, 30), ...taken(1, 2, 18), ...taken(2, 0, 20), ...taken(3, 0, 12)],
  done: [
    ...said(1, { kept: 9, broken: 9 }),
    ...said(2, { kept: 4, underway: 1, 'cannot-assess': 3, 'not-competent': 2 }),
    ...said(2, { kept: 5 }, true),
    ...said(3, { kept: 4 }),
  ],
};
const apart: ApartFigures = {
  amended: [{ measure: 2, pacts: 6 }],
  clauses: [
    { apart: 'excepted', measure: 1, level: 2, clause: 1, pacts: 5 },
    { apart: 'reworded', measure: 2, level: 0, clause: 0, pacts: 3 },
  ],
  bodies: [{ body: '200054781', grouping: null, promises: 11 }],
};

test('the most kept has the largest share of what was looked at and counts, not the most assessments', () => {
  const [byCollectives] = foremostShown({ edition, asked, figures, apart }).kept;
  expect(
    byCollectives?.kept.rows.map(({ item, kept, counted, promised }) => [item, kept.figure, counted, promised]),
  ).toEqual([
    ['m2', 4, 5, 20],
    ['m1', 9, 18, 30],
  ]);
  // Kept in four pacts of four looked at: a share of so few would come first and say little.
  expect(byCollectives?.kept.unranked).toBe(1);
  expect(byCollectives?.kept.rows[0]?.href).toMatch(/^\/observatoire\/mesures\/2\?.*#suivi$/);
});

test('what was left out, reworded, amended or named is out of those that could: who takes the level, or the measure', () => {
  const { excepted, reworded, amended, bodies, promises } = foremostShown({ edition, asked, figures, apart });
  expect(excepted.map(({ pacts, taken: of }) => [pacts.figure, of])).toEqual([[5, 18]]);
  expect(reworded.map(({ pacts, taken: of }) => [pacts.figure, of])).toEqual([[3, 20]]);
  expect(amended.map(({ pacts, promised }) => [pacts.figure, promised])).toEqual([[6, 20]]);
  expect([bodies?.[0]?.promises.figure, promises]).toEqual([11, 900]);
  const page = itemPage({ edition, item: 'm1', asked, figures, apart: { ...apart, bodies: [] } });
  expect(page?.clauses.find(({ level, clause }) => level === 2 && clause === 1)).toMatchObject({
    excepted: { figure: 5 },
    taken: 18,
  });
});
