/** What anybody sees of a collective, and what nobody does. */
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { collectiveRows } from '#server/storage/collective-rows.ts';
import { neighboursOf } from '#server/storage/collectives-to-help.ts';
import { storesOn } from '#server/stores.ts';
import { chooseOwnName } from '#use-cases/collectives/leave-collective.ts';
import { active, joined, requested } from './collectives.ts';
import { withTestDatabase } from './database.ts';
import { actorFor } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { BRY, CHAMPIGNY, NOGENT, SAINT_MAUR, settle, THEN } from './world.ts';

const database = withTestDatabase();
const { render, renderHead } = withPageRenderer();
const PAGE = '/collectifs/[collective]';
let nogent = { id: 0, founder: '' };
let waiting = { id: 0, founder: '' };

beforeAll(async () => {
  const { db } = database;
  provideRuntime({ config: readConfig({}), db });
  await settle(db);
  nogent = await active(db, { founder: 'ana', places: [NOGENT, BRY], name: 'Nogent en transition' });
  await joined(db, { id: nogent.id, by: nogent.founder, name: 'ben' });
  waiting = await requested(db, { founder: 'cyd', places: [CHAMPIGNY], name: 'Secret de Champigny' });
});

test('names are shown of those alone who chose so; how many there are, always; an address, never', async () => {
  const address = `/collectifs/${nogent.id}-nogent-en-transition`;
  const segment = { collective: `${nogent.id}-nogent-en-transition` };
  const before = await render(PAGE, address, segment);
  expect(before).toContain('2 membres');
  expect(before).not.toContain('Exemple');
  expect(before).toContain('Trois membres au moins sont conseillés');
  const request = { collective: nogent.id, name: 'Ana Exemple', public: true };
  await chooseOwnName(storesOn(database.db), await actorFor(database.db, nogent.founder), request, THEN);
  const after = await render(PAGE, address, segment);
  expect(after).toContain('Ana Exemple');
  expect(after).not.toContain('ben Exemple');
  expect(after).toContain('Une autre personne n’a pas choisi');
  expect(after).not.toContain('@');
  expect(after).toContain('Confirmé le 12 mai 2026 par la personne qui tient ce site');
});

test('of a collective that nobody confirmed there is nothing but the day, not even its name', async () => {
  const segment = { collective: String(waiting.id) };
  const page = await render(PAGE, `/collectifs/${waiting.id}`, segment);
  expect(page).toContain('Collectif demandé le 12 mai 2026');
  const head = await renderHead(PAGE, `/collectifs/${waiting.id}`, segment);
  for (const text of [page, head]) expect(text).not.toMatch(/secret|cyd/i);
  const { rows } = await collectiveRows(database.db, {});
  expect(rows.map(({ name }) => name)).not.toContain('Secret de Champigny');
});

test('the list is searched by commune, département and name, without accents', async () => {
  const found = async (q: string) => (await collectiveRows(database.db, { q })).rows.map(({ name }) => name);
  expect(await found('bry sur marne')).toEqual(['Nogent en transition']);
  expect(await found('VAL DE MARNE')).toEqual(['Nogent en transition']);
  expect(await found('nogent en')).toEqual(['Nogent en transition']);
  expect(await found('lille')).toEqual([]);
});

test('a neighbour is active, coordinated and near, the nearest in size first', async () => {
  const asleep = await active(database.db, { founder: 'dot', places: [CHAMPIGNY], name: 'Champigny' });
  const maur = await active(database.db, { founder: 'eli', places: [SAINT_MAUR], name: 'Saint-Maur' });
  const near = await neighboursOf(database.db, asleep.id);
  expect(near.map(({ id }) => id)).toEqual([maur.id, nogent.id]);
  expect(near[0]).toMatchObject({ sameGrouping: true, members: 1 });
});
