/** The sitemap in parts: each address worth finding once, with the instant at which its page last changed. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partAddresses, partEntries } from '../src/routes/sitemap/parts.ts';
import type { Person } from '#domain/access/gate.ts';
import { loadEditions } from '#server/charters.ts';
import { active } from './collectives.ts';
import { CLOSING, consultedSomewhere, consulting } from './consulting.ts';
import { withTestDatabase } from './database.ts';
import { actorFor } from './people.ts';
import { partnerSomewhere } from './partner-somewhere.ts';
import { planSomewhere } from './plan-somewhere.ts';
import type { Result } from '#domain/shared/result.ts';
import { emptyEntry } from '#domain/review/review-entry.ts';
import { OPEN_RESOURCES } from '#server/open-data/open-resources.ts';
import { withdrawSheet } from '#server/storage/measure-sheets.ts';
import { storesOn } from '#server/stores.ts';
import { writeEvent } from '#use-cases/events/write-event.ts';
import { assess, confirmAssessment } from '#use-cases/follow-up/assess.ts';
import { addRemark } from '#use-cases/follow-up/remark.ts';
import { addAxis } from '#use-cases/plans/axes.ts';
import { publishPlan } from '#use-cases/plans/publish-plan.ts';
import { openReview } from '#use-cases/reviews/open-review.ts';
import { publishReview } from '#use-cases/reviews/publish-review.ts';
import { saveEntry } from '#use-cases/reviews/save-entry.ts';
import { withdrawPublished } from '#use-cases/published/withdraw-published.ts';
import { relateSomewhere } from './relate-somewhere.ts';
import { BRY, buildWorld, CHAMPIGNY, correct, EDITION, OPERATOR, publish, THEN, type World } from './world.ts';
import { writePact } from './world-readings.ts';

const database = withTestDatabase();
const DUMPS = mkdtempSync(join(tmpdir(), 'plan-du-site-'));
let world: World;

beforeAll(async () => {
  world = await buildWorld(database.db);
});

afterAll(() => {
  rmSync(DUMPS, { recursive: true });
});

/** Every part, read as a search engine does: index first. */
async function allParts(limit: number) {
  const addresses = await partAddresses(database.db, { limit, dumps: DUMPS });
  const parts = await Promise.all(
    addresses.map(async (address) => {
      const name = address.replace('/sitemap/', '');
      return { name, entries: (await partEntries(database.db, { name, limit, dumps: DUMPS })) ?? [] };
    }),
  );
  return { parts, entries: parts.flatMap(({ entries }) => entries) };
}

const LATER = { opensOn: '2099-05-13', closesOn: '2099-06-12' } as const;
const BRY_PAGE = '/communes/94015-bry-sur-marne';
const HERE = '/communes/94017-champigny-sur-marne';
const lastChange = async (path: string) =>
  (await allParts(10_000)).entries.find((entry) => entry.path === path)?.changedAt?.toISOString();

test('has each page of what was published, once', async () => {
  const paths = (await allParts(10_000)).entries.map(({ path }) => path);
  expect(paths).toHaveLength(new Set(paths).size);
  expect(paths.filter((path) => path.startsWith(HERE)).sort()).toEqual([
    HERE,
    ...['engagements/1', 'mesures/1', 'mesures/11', 'mesures/15', 'mesures/2', 'mesures/26'].map(
      (end) => `${HERE}/${end}`,
    ),
    ...['A', 'B', 'C'].map((letter) => `${HERE}/principes/${letter}`),
  ]);
  expect(paths.filter((path) => path.startsWith('/plans/'))).toEqual([
    '/plans/1-plan-velo-exemple',
    ...['1.1', '1.2', '1.3'].map((number) => `/plans/1-plan-velo-exemple/actions/${number}`),
  ]);
  expect(paths).toContain('/communes/94068-saint-maur-des-fosses');
  expect(paths.filter((path) => path.startsWith('/chartes/'))).toHaveLength(
    // Each measure with what the pacts of the past campaign made of it.
    loadEditions().reduce((sum, { measures }) => sum + 1 + 2 * measures.length, 0),
  );
  // Nothing was ever signed there: its page says how to begin.
  expect(paths.filter((path) => path.includes('94052'))).toEqual(['/communes/94052-nogent-sur-marne']);
  expect(paths).toContain('/intercommunalites/200054781-m-tropole-du-grand-paris');
});

test('cut small, it holds the same addresses, and no part is larger than asked', async () => {
  const whole = (await allParts(10_000)).entries.map(({ path }) => path).sort();
  for (const limit of [26, 5, 3]) {
    const { parts, entries } = await allParts(limit);
    expect(entries.map(({ path }) => path).sort(), String(limit)).toEqual(whole);
    expect(parts.filter((part) => part.entries.length > limit || part.entries.length === 0)).toEqual([]);
  }
  const names = (await allParts(10_000)).parts.map(({ name }) => name);
  expect(names).toEqual(
    ['pages', 'pactes', 'plans', 'actions', 'mesures', 'principes', 'engagements', 'communes', 'intercommunalites'].map(
      (kind) => `${kind}-1.xml`,
    ),
  );
});

test('a part that does not exist is none', async () => {
  for (const name of ['mesures-999.xml', 'mesures-0.xml', 'mesures-1', 'autre-1.xml', '..-1.xml', 'pages-9999.xml']) {
    expect(await partEntries(database.db, { name, limit: 10_000, dumps: DUMPS }), name).toBeNull();
  }
});

test('each page says when it last changed: published, linked, corrected, or losing a pact', async () => {
  const { db } = database;
  expect(await lastChange(`${HERE}/mesures/15`)).toBe(THEN.toISOString());
  const linked = new Date('2026-06-01T10:00:00Z');
  const { id: action } = await db
    .selectFrom('action')
    .select('id')
    .where('number', '=', '1.1')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('actionCommitment')
    .values({ actionId: action, edition: EDITION, item: 'm14', linkedBy: 'claire', linkedAt: linked })
    .execute();
  expect(await lastChange('/plans/1-plan-velo-exemple/actions/1.1')).toBe(linked.toISOString());

  const first = writePact({ list: 'Bry à relire', commitments: [{ measure: 30, words: '30' }] });
  const id = await publish(db, BRY, first);
  const corrected = new Date('2026-06-02T10:00:00Z');
  const reading = writePact({ list: 'Bry à relire', commitments: [{ measure: 31, words: '31' }] });
  await correct(db, { what: 'pact', id }, { first, reading, reason: 'Mal lu', at: corrected });
  const bry = BRY_PAGE;
  expect(await lastChange(`/pactes/${id}-bry-a-relire`)).toBe(corrected.toISOString());
  expect(await lastChange(bry)).toBe(corrected.toISOString());
  expect(await lastChange(`${bry}/mesures/31`)).toBe(corrected.toISOString());
  expect(await lastChange(`${bry}/mesures/30`)).toBeUndefined();

  const withdrawn = new Date('2026-06-03T10:00:00Z');
  const request = { what: 'pact', id: world.ensemble, reason: 'Doublon' } as const;
  expect((await withdrawPublished(storesOn(db), OPERATOR, request, withdrawn)).ok).toBe(true);
  const { entries } = await allParts(10_000);
  expect(entries.filter(({ path }) => path.startsWith(`/pactes/${world.ensemble}-`))).toEqual([]);
  expect(await lastChange(HERE)).toBe(withdrawn.toISOString());
  expect(await lastChange(`${HERE}/mesures/15`)).toBe(withdrawn.toISOString());
});

test('a municipality whose last pact answers another charter lists the threads of that one', async () => {
  const coorace = writePact({
    list: 'Champigny COORACE',
    charter: 'coorace-2020',
    commitments: [{ measure: 3, words: '3' }],
  });
  await publish(database.db, CHAMPIGNY, coorace);
  const paths = (await allParts(10_000)).entries.map(({ path }) => path);
  expect(paths.filter((path) => path.startsWith(`${HERE}/mesures/`))).toEqual([
    `${HERE}/mesures/3?charte=coorace-2020`,
  ]);
});

test('what follows a signature changes the pages that show it: said, still so, told, planned, reviewed', async () => {
  const { db } = database;
  const stores = storesOn(db);
  const lou = await active(db, { founder: 'lou', places: [BRY] });
  const by = await actorFor(db, lou.founder);
  const [pact, item, thread] = [world.bry, 'm15', `${BRY_PAGE}/mesures/15`];
  const at = (day: number) => new Date(Date.UTC(2026, 6, day, 8));
  const moved = async (paths: readonly string[], day: number) => {
    for (const path of paths) expect(await lastChange(path), path).toBe(at(day).toISOString());
  };
  const [pactPage] = (await allParts(10_000)).entries.flatMap(({ path }) =>
    new RegExp(`^/pactes/${pact}-[^/]+$`).test(path) ? [path] : [],
  );
  const of = [BRY_PAGE, thread, pactPage ?? '', `${pactPage}/suivi`];

  const said = { status: 'underway', beforeMandate: false, levels: [], sentence: 'En cours.', evidence: [] } as const;
  const request = { ...said, pact, item, voice: 'collective', assessedOn: '2026-06-30' } as const;
  const { id: assessment } = done(await assess(stores, by, request, at(1)));
  await moved(of, 1);
  done(await confirmAssessment(stores, by, { pact, item, voice: 'collective', assessment }, at(2)));
  await moved(of, 2);
  const remark = { pact, item, name: 'Une voisine', quality: '', sentence: 'Je l’ai vu.', evidence: [] };
  // Somebody else: whoever speaks for a voice has no remark to make.
  const neighbour: Person = { kind: 'person', id: by.id, holds: [] };
  done(await addRemark(stores, neighbour, remark, at(3)));
  await moved(of, 3);

  const words = { happenedOn: '2026-07-01', title: 'Réunion', words: '', who: '', whoPrivate: '', items: [item] };
  const told = { ...words, place: BRY, visibility: 'public', about: { kind: 'meeting' } } as const;
  done(await writeEvent(stores, by, told, at(4)));
  await moved([BRY_PAGE, thread, `${BRY_PAGE}/suivi`], 4);
  // Nobody else reads this one.
  done(await writeEvent(stores, by, { ...told, visibility: 'private' }, at(5)));
  await moved([BRY_PAGE, thread, `${BRY_PAGE}/suivi`], 4);

  const { begun: plan } = await planSomewhere(db, { account: lou.founder });
  const agent = { ...by, holds: [{ role: 'municipal-agent', place: BRY }] } as const;
  const ties = `${BRY_PAGE}/engagements-et-actions`;
  await moved([ties], 4);
  const axis = { plan, parent: null, number: '', title: 'Encore', description: '' };
  done(await addAxis(stores, agent, axis, at(6)));
  done(await publishPlan(stores, agent, { plan, note: 'Relu', seen: null }, at(6)));
  const planPage = `/plans/${plan}-plan-exemple`;
  await moved([BRY_PAGE, thread, ties, planPage, `${planPage}/actions/1.1`, `${planPage}/versions/2`], 6);

  const { id: review } = done(await openReview(stores, by, { collective: lou.id, pact, occasion: 'yearly' }, at(7)));
  const entry = { ...emptyEntry('2026-07-07'), status: 'kept', sentence: 'C’est fait.' } as const;
  done(await saveEntry(stores, by, { review, item, version: 0, words: entry }, at(7)));
  await moved([BRY_PAGE], 6);
  const changes = (await stores.reviews.find(review))?.changes ?? 0;
  const { slug } = await db.selectFrom('collective').select('slug').where('id', '=', lou.id).executeTakeFirstOrThrow();
  const collectivePage = `/collectifs/${lou.id}-${slug}`;
  done(await publishReview(stores, by, { review, changes }, at(8)));
  await moved([...of, `/bilans/${review}-bry-sur-marne`, collectivePage], 8);
});

test('has what the whole country is shown and asked: observatory, read API, copies, correspondences, consultations', async () => {
  const { db } = database;
  mkdirSync(join(DUMPS, '2026-05-12'));
  mkdirSync(join(DUMPS, '.en-cours-2026-05-13'));
  await relateSomewhere(db);
  const consulted = await consultedSomewhere(db);
  const planned = await consulting(db, { address: 'exemple-a-venir', range: LATER, announcedAt: THEN });
  const { entries } = await allParts(10_000);
  const paths = entries.map(({ path }) => path);
  expect(paths).toHaveLength(new Set(paths).size);
  const [about, ahead] = [`/consultations/${consulted.id}`, `/consultations/${planned.id}`];
  expect(paths.filter((path) => path.startsWith('/consultations/'))).toEqual([
    about,
    `${about}/contributions`,
    `${about}/synthese`,
    ahead,
  ]);
  expect(paths.filter((path) => path.startsWith('/donnees'))).toEqual(['/donnees', '/donnees/2026-05-12']);
  expect(paths.filter((path) => path.startsWith('/correspondances'))).toEqual([
    '/correspondances',
    '/correspondances/versions/1',
  ]);
  expect(paths.filter((path) => path.startsWith('/api'))).toEqual([
    '/api',
    ...OPEN_RESOURCES.map(({ name }) => `/api/${name}`),
  ]);
  expect(paths).toEqual(
    expect.arrayContaining([
      '/observatoire',
      '/observatoire/niveaux',
      '/observatoire/ressort',
      '/observatoire/carte',
      '/observatoire/niveaux',
      '/observatoire/ressort',
      '/observatoire/carte/tableau',
      `/observatoire/progression?charte=${EDITION}`,
      '/observatoire/progression?charte=coorace-2020',
      '/observatoire/departements/94',
      '/observatoire/regions/11',
      '/observatoire/mesures/15',
      '/observatoire/principes/A',
      `/chartes/${EDITION}/mesures/15/campagne`,
    ]),
  );
  expect(await lastChange(about)).toBe(CLOSING.toISOString());
  expect(await lastChange(ahead)).toBe(THEN.toISOString());
  expect(await lastChange('/correspondances/versions/1')).toBe(THEN.toISOString());
  expect(await lastChange('/observatoire/mesures/15')).toMatch(/^\d{4}-\d\d-\d\dT/);
});

function done<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

test('has each technical sheet that stands, on the measure that it was written for', async () => {
  const { sheet } = await partnerSomewhere(database.db);
  const address = `/chartes/${EDITION}/mesures/15/fiches/${sheet}`;
  expect(await lastChange(address)).toBe(THEN.toISOString());
  await withdrawSheet(database.db, sheet, 'Par erreur', THEN);
  expect((await allParts(10_000)).entries.map(({ path }) => path)).not.toContain(address);
});
