import { beforeAll, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { buildWorld, EDITION, METROPOLE, PARIS_EST_MARNE_ET_BOIS, THEN, type World } from '#tests/world.ts';
import { communePage } from './commune-page.ts';
import type { Db } from './connection.ts';
import { documentOf } from './documents.ts';
import { actionRows, pactRows, planRows } from './downloads.ts';
import { groupingPage } from './grouping-page.ts';
import { homeFigures, latestNews } from './home-page.ts';
import { editionFigures, measureTakers, measureTallies } from './measure-page.ts';
import { pactPage } from './pact-page.ts';
import { actionPage, planHead, planPage } from './plan-page.ts';
import { commitmentRows, localCommitmentRows } from './signed-rows.ts';
import { editionAtAddress, localCommitmentThread, measureThread, principleThread } from './thread-page.ts';

const database = withTestDatabase();
let world: World;

beforeAll(async () => {
  world = await buildWorld(database.db);
});

/** What `work` answers, and how many queries it took. */
async function counted<Answer>(work: (db: Db) => Promise<Answer>): Promise<{ answer: Answer; queries: number }> {
  let queries = 0;
  const db = database.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      queries += 1;
      return result;
    },
  });
  const answer = await work(db);
  return { answer, queries };
}

test('home: the figures of the country, with their date', async () => {
  const { answer, queries } = await counted(homeFigures);
  const [pacts, municipalities, commitments, levels, plans, actions, assessed] = [3, 2, 9, 11, 1, 3, 0];
  const kept = { pacts, municipalities, commitments, levels, plans, actions, assessed };
  const all = await database.db.selectFrom('municipality').select('code').where('fictional', '=', false).execute();
  expect(answer).toEqual({ ...kept, municipalitiesOfAll: all.length, asOf: THEN });
  expect(queries).toBe(1);
  const news = await latestNews(database.db, { limit: 2 });
  expect(news).toHaveLength(2);
});

test('commune: every list, its levels and its file, in four queries', async () => {
  const { answer, queries } = await counted((db) => communePage(db, { code: '94017' }));
  expect(queries).toBe(4);
  expect(answer?.groupings.map(({ name }) => name)).toEqual(['Métropole du Grand Paris', 'Paris Est Marne et Bois']);
  expect(answer?.pacts.map(({ pact }) => pact.slug)).toEqual([
    'champigny-demain-exemple',
    'ensemble-a-champigny-exemple',
  ]);
  const [demain] = answer?.pacts ?? [];
  expect(demain?.principles.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
  expect(demain?.document.source.receivedAt).toEqual(THEN);
  expect(demain?.commitments.find(({ measure }) => measure === 2)?.levels).toEqual([
    { level: 1, stance: 'refused', wording: 'same' },
    { level: 2, stance: 'accepted', wording: 'same' },
  ]);
  expect(demain?.commitments.find(({ measure }) => measure === 11)?.competentBody).toMatchObject({
    asWritten: 'Établissement public territorial Paris-Est-Marne et Bois',
    grouping: { siren: PARIS_EST_MARNE_ET_BOIS },
  });
  expect(demain?.localCommitments).toMatchObject([{ relatedMeasures: [26] }]);
});

test('commune: where nothing was signed the page is there, and empty; an unknown code is nothing', async () => {
  expect(await communePage(database.db, { code: '94052' })).toMatchObject({ pacts: [], plans: [] });
  expect(await communePage(database.db, { code: '00000' })).toBeNull();
});

test('pact: three queries; the original comes back byte for byte', async () => {
  const { answer, queries } = await counted((db) => pactPage(db, { id: world.demain }));
  expect(queries).toBe(3);
  expect(answer?.commitments).toHaveLength(5);
  const file = await documentOf(database.db, { pact: world.demain });
  expect(file?.sha256).toBe(answer?.document.sha256);
  expect(file?.bytes.toString()).toContain('15 – Mobilités actives');
  expect(await pactPage(database.db, { id: 999 })).toBeNull();
  expect(await documentOf(database.db, { plan: 999 })).toBeNull();
});

test('thread: what each list signed of a measure, in four queries; a silent list is named too', async () => {
  expect(await editionAtAddress(database.db, { municipality: '94017' })).toBe(EDITION);
  const { answer, queries } = await counted((db) =>
    measureThread(db, { municipality: '94017', edition: EDITION, measure: 26 }),
  );
  expect(queries).toBe(4);
  expect(answer?.pacts).toHaveLength(2);
  expect(answer?.signed.map(({ pact }) => pact.id)).toEqual([world.demain]);
  expect(answer?.localCommitments.map(({ commitment }) => commitment.text)).toEqual([
    'Soutenir l’Office municipal des migrants (mesure 26)',
  ]);
  expect(answer?.actions).toEqual([]);
});

test('thread: an action shows only where a person linked it', async () => {
  const wanted = { municipality: '94068', edition: EDITION };
  const linked = await measureThread(database.db, { ...wanted, measure: 15 });
  expect(linked).toMatchObject({ pacts: [], signed: [], actions: [{ number: '1.2', linkedBy: 'claire' }] });
  expect((await measureThread(database.db, { ...wanted, measure: 14 }))?.actions).toEqual([]);
});

test('thread: principles and local commitments are found through their municipality', async () => {
  const principle = await principleThread(database.db, { municipality: '94017', edition: EDITION, letter: 'B' });
  expect(principle?.signed).toHaveLength(2);
  const page = await pactPage(database.db, { id: world.demain });
  const id = page?.localCommitments[0]?.id ?? 0;
  const local = await localCommitmentThread(database.db, { municipality: '94017', id });
  expect(local?.related.map(({ measure }) => measure)).toEqual([26]);
  expect(await localCommitmentThread(database.db, { municipality: '94015', id })).toBeNull();
});

test('measure: who took which level, counted once and listed page by page', async () => {
  const tallies = await measureTallies(database.db, { edition: EDITION, measure: 15 });
  const of = (level: number, stance: string) =>
    tallies.find((tally) => tally.level === level && tally.stance === stance)?.pacts ?? 0;
  expect([of(0, 'partial'), of(0, 'unknown'), of(0, 'accepted'), of(1, 'accepted'), of(3, 'partial')]).toEqual([
    1, 1, 1, 2, 1,
  ]);
  expect(await editionFigures(database.db, { edition: EDITION })).toEqual({ pacts: 3, asOf: THEN });
  expect(await editionFigures(database.db, { edition: 'autre' })).toEqual({ pacts: 0, asOf: null });
  const first = await measureTakers(database.db, { edition: EDITION, measure: 15, limit: 2 });
  const second = await measureTakers(database.db, { edition: EDITION, measure: 15, limit: 2, after: first.next ?? 0 });
  expect([...first.takers, ...second.takers].map(({ pact }) => pact.id)).toEqual([
    world.demain,
    world.ensemble,
    world.bry,
  ]);
  expect(second.next).toBeNull();
  const took = await measureTakers(database.db, { edition: EDITION, measure: 15, level: 2, stance: 'accepted' });
  expect(took.takers.map(({ pact }) => pact.id)).toEqual([world.demain]);
});

test('tallies kept by publishing are what counting again gives', async () => {
  const rows = await database.db.selectFrom('commitment').select(['measure', 'stance', 'marks']).execute();
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { measure, stance, marks } of rows) {
    count(`${measure} 0 ${stance}`);
    for (const mark of marks) count(`${measure} ${mark.level} ${mark.stance}`);
  }
  const kept = await measureTallies(database.db, { edition: EDITION });
  expect(new Map(kept.map(({ measure, level, stance, pacts }) => [`${measure} ${level} ${stance}`, pacts]))).toEqual(
    counts,
  );
});

test('plan: axes and sheets as written; a sheet is found through its plan', async () => {
  const { answer, queries } = await counted((db) => planPage(db, { id: world.plan }));
  expect(queries).toBe(3);
  expect(answer?.actions.map(({ number, printedNumber }) => [number, printedNumber])).toEqual([
    ['1.1', '1.1'],
    ['1.2', '1.2'],
    ['1.3', '1.2'],
  ]);
  expect(answer?.council.date).toBe('30 juin 2021');
  expect((await counted((db) => planHead(db, world.plan))).queries).toBe(1);
  const { answer: sheet, queries: ofOne } = await counted((db) => actionPage(db, { plan: world.plan, number: '1.2' }));
  expect(ofOne).toBe(3);
  expect(sheet).toMatchObject({
    action: { calendar: 'A définir', fields: { leads: 'Service mobilités', context: null } },
    related: [{ number: '1.1' }],
    commitments: [{ edition: EDITION, item: 'm15', local: null }],
    previous: { number: '1.1' },
    next: { number: '1.3' },
  });
  expect(await actionPage(database.db, { plan: world.plan, number: '1.1' })).toMatchObject({
    previous: null,
    next: { number: '1.2' },
  });
  expect(await actionPage(database.db, { plan: world.plan, number: '1.3' })).toMatchObject({
    previous: { number: '1.2' },
    next: null,
  });
  expect(await actionPage(database.db, { plan: world.plan + 1, number: '1.2' })).toBeNull();
});

test('grouping: the pacts of its municipalities, and what they leave to it', async () => {
  const { answer, queries } = await counted((db) => groupingPage(db, { siren: PARIS_EST_MARNE_ET_BOIS }));
  expect(queries).toBe(5);
  expect(answer?.communePacts.map(({ id }) => id)).toEqual([world.bry, world.demain, world.ensemble]);
  expect(answer?.leftToIt.map(({ pact, mark }) => [pact.id, mark.measure])).toEqual([[world.demain, 11]]);
  expect((await groupingPage(database.db, { siren: METROPOLE }))?.leftToIt).toEqual([]);
  expect(await groupingPage(database.db, { siren: '000000000' })).toBeNull();
});

test('downloads: every row comes once, whatever the size of the pages', async () => {
  const all: string[] = [];
  for (let after: number | null = 0; after !== null;) {
    const { rows, next }: Awaited<ReturnType<typeof commitmentRows>> = await commitmentRows(database.db, {
      after,
      limit: 2,
    });
    all.push(...rows.map(({ pact, measure, level }) => `${pact} ${measure} ${String(level)}`));
    after = next;
  }
  expect(all).toHaveLength(new Set(all).size);
  expect(all).toHaveLength(17);
  expect(all.filter((row) => row.endsWith('null'))).toEqual([`${world.bry} 19 null`]);
  expect((await commitmentRows(database.db, { municipality: '94015' })).rows).toHaveLength(4);
  expect((await pactRows(database.db, { limit: 1 })).next).toBe(world.demain);
  expect((await planRows(database.db, {})).rows).toMatchObject([{ title: 'Plan vélo (exemple)' }]);
  expect(await actionRows(database.db, { plan: world.plan })).toHaveLength(3);
  expect((await localCommitmentRows(database.db, { pact: world.demain })).rows).toHaveLength(1);
});
