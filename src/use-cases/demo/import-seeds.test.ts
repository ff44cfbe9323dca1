import { beforeAll, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { settle, THEN } from '#tests/world.ts';
import { readKnownFile } from '#server/jobs/read-known-file.ts';
import { loadSeedDocuments } from '#server/seed-documents.ts';
import { communePage, type CommunePage } from '#server/storage/commune-page.ts';
import { groupingPage } from '#server/storage/grouping-page.ts';
import { homeFigures } from '#server/storage/home-page.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { planPage } from '#server/storage/plan-page.ts';
import { storesOn } from '#server/stores.ts';
import { withdrawPublished } from '../published/withdraw-published.ts';
import { importSeeds } from './import-seeds.ts';

const database = withTestDatabase();
const JOB = { kind: 'job', name: 'first-contents' } as const;
const request = { seeds: loadSeedDocuments(), read: readKnownFile };
let champigny: CommunePage | null = null;

beforeAll(async () => {
  await settle(database.db);
  // Two servers starting at once.
  const answers = await Promise.all([1, 2].map(() => importSeeds(storesOn(database.db), JOB, request, THEN)));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  champigny = await communePage(database.db, { code: '94017' });
});

const stanceOf = (measure: number, level?: number) => {
  const mark = champigny?.pacts[0]?.commitments.find((commitment) => commitment.measure === measure);
  return level === undefined ? mark?.stance : mark?.levels.find((candidate) => candidate.level === level)?.stance;
};

test('the real pact of Champigny is there once, from the published text', () => {
  expect(champigny?.pacts).toHaveLength(1);
  expect(champigny?.pacts[0]?.pact).toMatchObject({
    listName: 'CHAMPIGNY ALTERNANCE',
    leader: 'Laurent JEANNE',
    edition: 'pacte-transition-2020',
    term: { from: 2020, to: 2026 },
    signedOn: null,
  });
  expect(champigny?.pacts[0]?.provenance).toMatchObject({ reviewedAt: null, reviewedBy: null });
});

test('its traps are kept as signed', () => {
  expect([stanceOf(2, 1), stanceOf(2, 2), stanceOf(2, 3)]).toEqual(['refused', 'accepted', 'accepted']);
  expect(stanceOf(14, 3)).toBe('delegated');
  expect(stanceOf(15, 3)).toBe('partial');
  expect(stanceOf(27, 1)).toBe('partial');
  expect(stanceOf(6)).toBeUndefined();
  expect(champigny?.pacts[0]?.localCommitments.map(({ relatedMeasures }) => relatedMeasures)).toEqual([
    [26],
    [5],
    [11],
    [31],
    [27],
  ]);
});

test('what is left to the territory of Paris Est Marne et Bois is found from its page', async () => {
  const page = await groupingPage(database.db, { siren: '200057941' });
  expect(page?.leftToIt.map(({ mark }) => mark.measure)).toContain(11);
});

test('the real plan of Saint-Maur has its four axes and thirty actions, the second 4.3 as 4.4', async () => {
  const commune = await communePage(database.db, { code: '94068' });
  expect(commune?.pacts).toEqual([]);
  expect(commune?.plans).toHaveLength(1);
  const plan = await planPage(database.db, { id: commune?.plans[0]?.id ?? 0 });
  expect([plan?.axes.length, plan?.actions.length]).toEqual([4, 30]);
  expect(plan?.actions.at(-1)).toMatchObject({ number: '4.4', printedNumber: '4.3' });
});

test('importing again changes nothing', async () => {
  const before = await homeFigures(database.db);
  const again = await importSeeds(storesOn(database.db), JOB, request, new Date(THEN.getTime() + 1000));
  expect(again).toEqual({ ok: true, value: { published: 0 } });
  expect(await homeFigures(database.db)).toEqual(before);
  expect((await verifyJournal(database.db)).faults).toEqual([]);
});

test('a visitor may not', async () => {
  expect(await importSeeds(storesOn(database.db), { kind: 'anyone' }, request, THEN)).toMatchObject({
    refusal: { kind: 'not-allowed' },
  });
});

test('a document that an operator withdrew does not come back at the next start', async () => {
  const id = champigny?.pacts[0]?.pact.id ?? 0;
  const operator = { kind: 'operator', name: 'claire' } as const;
  const withdrawn = { what: 'pact', id, reason: 'À la demande de la liste' } as const;
  expect((await withdrawPublished(storesOn(database.db), operator, withdrawn, THEN)).ok).toBe(true);
  expect(await importSeeds(storesOn(database.db), JOB, request, THEN)).toEqual({ ok: true, value: { published: 0 } });
  expect((await communePage(database.db, { code: '94017' }))?.pacts).toEqual([]);
});
