import { expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { writePact, writePlan } from '#tests/world-readings.ts';
import { buildWorld, EDITION, publish } from '#tests/world.ts';
import { withdrawPublished } from '#use-cases/published/withdraw-published.ts';
import { storesOn } from '../stores.ts';
import { pactRows, planRows } from './downloads.ts';
import { addFictionalMunicipality, FICTIONAL_MANDATE, FICTIONAL_MUNICIPALITY } from './fictional-municipality.ts';
import { homeFigures, latestNews } from './home-page.ts';
import { measureTakers, measureTallies } from './measure-page.ts';
import { commitmentRows } from './signed-rows.ts';
import { sitemapPart } from './sitemap.ts';
import { loadTerritory } from './territory-load.ts';
import { searchMunicipalities } from './territory-search.ts';

const database = withTestDatabase();

test('is found, says what it is, and outlives a newer release of the territory', async () => {
  const { db } = database;
  await addFictionalMunicipality(db);
  await addFictionalMunicipality(db);
  const nothing = { regions: [], departments: [], groupings: [], municipalities: [], merged: [], formerNames: [] };
  await loadTerritory(db, { source: { release: 'newer', read: async () => nothing } });
  const [found] = await searchMunicipalities(db, 'valbourg', { limit: 5 });
  expect(found?.code).toBe(FICTIONAL_MUNICIPALITY.code);
  expect(found?.name).toContain('commune fictive');
});

test('what is played there stands on its own pages, and in no list nor figure of the country', async () => {
  const { db } = database;
  await buildWorld(db);
  await addFictionalMunicipality(db);
  const country = async () => ({
    figures: await homeFigures(db),
    news: await latestNews(db, { limit: 50 }),
    tallies: await measureTallies(db, { edition: EDITION }),
    takers: await measureTakers(db, { edition: EDITION, measure: 15 }),
    pacts: await pactRows(db, {}),
    plans: await planRows(db, {}),
    commitments: await commitmentRows(db, { edition: EDITION }),
    addresses: await sitemapPart(db, { kind: 'pactes', limit: 1000, part: 1 }),
  });
  const before = await country();
  const place = { kind: 'municipality', code: FICTIONAL_MANDATE.code } as const;
  const commitments = [{ measure: 15, words: '15 – Mobilités actives', levels: { 1: 'accepted' } }] as const;
  const pact = await publish(db, place, writePact({ list: 'Liste jouée', commitments }));
  const plan = await publish(db, place, writePlan('Plan joué', [{ number: '1.1', title: 'Une action jouée' }]));
  expect(await country()).toEqual(before);
  expect((await pactRows(db, { municipality: place.code })).rows.map(({ id }) => id)).toEqual([pact]);
  expect((await planRows(db, { municipality: place.code })).rows.map(({ id }) => id)).toEqual([plan]);

  const operator = { kind: 'operator', name: 'claire' } as const;
  const gone = { what: 'pact', id: pact, reason: 'Fin de la démonstration' } as const;
  expect((await withdrawPublished(storesOn(db), operator, gone, new Date('2026-06-01T08:00:00Z'))).ok).toBe(true);
  expect(await country()).toEqual(before);
});
