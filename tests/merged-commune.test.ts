/** What a commune signed before it merged is the past of the commune of today: every page, file and list says so alike. */
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { communeShown } from '#server/storage/commune-shown.ts';
import { pactsThere } from '#server/storage/twins.ts';
import { recountTallies } from '#server/storage/tallies.ts';
import { all } from './ask-api.ts';
import { active } from './collectives.ts';
import { withTestDatabase } from './database.ts';
import { withPageRenderer } from './render-page.ts';
import { routeModule, visit } from './route-module.ts';
import { buildWorld, PARIS_EST_MARNE_ET_BOIS, THEN, type World } from './world.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
/** Bry-sur-Marne, whose pact is the only one of Nogent-sur-Marne, which signed nothing itself. */
const [THERE, TODAY] = ['94015', '94052'];
const NO_PACT = /aucun(?:e de ses communes n.a de)? pacte (?:publié|n.est publié)/i;
let world: World;

beforeAll(async () => {
  const { db } = database;
  provideRuntime({ config: readConfig({}), db });
  world = await buildWorld(db);
  await active(db, { founder: 'a@exemple.fr', places: [{ kind: 'municipality', code: THERE }] });
  await sql`insert into candidate_list (election_id, municipality_code, name, name_key, source, entered_as, entered_at, changed_at)
    values ('municipales-2020', ${THERE}, 'Bry', 'bry', 'test', 'operator', ${THEN}, ${THEN})`.execute(db);
  await sql`update municipality set merged_into = ${TODAY}, current = false where code = ${THERE}`.execute(db);
  await sql`insert into municipality_former_name (code, municipality_code, name, kind, postcodes)
    select code, merged_into, name, 'merged', postcodes from municipality where code = ${THERE}`.execute(db);
  await db.transaction().execute(async (transaction) => {
    await recountTallies(transaction, THEN);
  });
});

async function shown(id: string, address: string, params: Readonly<Record<string, string>>): Promise<string> {
  return (await render(id, address, params)).replaceAll(/\s+/g, ' ');
}

const HERE = `${TODAY}-nogent-sur-marne`;

test.each([
  ['/communes/[commune]', `/communes/${HERE}`, { commune: HERE }],
  ['/communes/[commune]/carte', `/communes/${HERE}/carte`, { commune: HERE }],
  ['/observatoire/comparer', `/observatoire/comparer?communes=${TODAY},94017`, {}],
  [
    '/intercommunalites/[grouping]',
    `/intercommunalites/${PARIS_EST_MARNE_ET_BOIS}-paris-est-marne-et-bois`,
    { grouping: `${PARIS_EST_MARNE_ET_BOIS}-paris-est-marne-et-bois` },
  ],
])('%s names the commune that signed, and does not say that there is no pact', async (id, address, params) => {
  const html = await shown(id, address, params);
  expect(html).toContain('Bry-sur-Marne');
  expect(html).toContain('Nogent-sur-Marne');
  expect(html).not.toMatch(NO_PACT);
});

test('the page of the former commune stays as it is, and names who holds it', async () => {
  expect(await communeShown(database.db, { code: THERE })).toMatchObject({
    pacts: [{ id: world.bry }],
    formerCommunes: [],
    heldBy: { code: TODAY },
  });
  expect(await communeShown(database.db, { code: TODAY })).toMatchObject({
    pacts: [],
    formerCommunes: [{ code: THERE, pacts: [{ id: world.bry }] }],
  });
});

test('among communes alike, its pact is that of the commune of today', async () => {
  expect(await pactsThere(database.db, [TODAY])).toMatchObject([
    { municipality: TODAY, id: world.bry, signedAs: 'Bry-sur-Marne' },
  ]);
});

test.each(['commune.json', 'promesses.csv', 'alineas.csv', 'principes.csv', 'engagements.csv'])(
  'the %s of the commune of today has what the former one signed, as its own file has',
  async (file) => {
    const { GET } = await routeModule(`/communes/[commune]/${file}/+server.ts`);
    const read = async (commune: string) =>
      await (await GET(visit(`/communes/${commune}/${file}`, { commune }))).text();
    const [there, today] = [await read(`${THERE}-bry-sur-marne`), await read(HERE)];
    if (file.endsWith('.csv')) expect(today).toBe(there);
    else expect(JSON.parse(today)).toMatchObject({ place: { code: TODAY }, pacts: [{ pact: { id: world.bry } }] });
  },
);

test('the file of pacts of its grouping has it, and its members are counted with it', async () => {
  const grouping = PARIS_EST_MARNE_ET_BOIS;
  const read = async (file: string) => {
    const { GET } = await routeModule(`/intercommunalites/[grouping]/${file}/+server.ts`);
    return await (await GET(visit(`/intercommunalites/${grouping}/${file}`, { grouping }))).text();
  };
  expect(await read('pactes.csv')).toContain('Bry-sur-Marne');
  expect(JSON.parse(await read('intercommunalite.json'))).toMatchObject({
    members: expect.arrayContaining([expect.objectContaining({ code: TODAY, pacts: 1 })]) as unknown,
  });
});

const OF_A_COMMUNE = ['pactes', 'engagements', 'principes', 'listes', 'collectifs'];
test.each(OF_A_COMMUNE)('%s asked by the code of today are those of the former commune too', async (resource) => {
  const there = await all(`${resource}?commune=${THERE}`);
  expect(await all(`${resource}?commune=${TODAY}`)).toEqual(there);
  expect(there).not.toEqual([]);
});
