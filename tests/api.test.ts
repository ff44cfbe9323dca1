/** The read API, asked as a program asks it, on a real database. */
import { resolve } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { linesOfPacts } from '#server/open-data/lines-of-pacts.ts';
import type { Key, PageOf } from '#server/open-data/open-resource.ts';
import { OPEN_RESOURCES } from '#server/open-data/open-resources.ts';
import { provideRuntime } from '#server/runtime.ts';
import type { Db } from '#server/storage/connection.ts';
import { commitmentRows, type CommitmentRow } from '#server/storage/signed-rows.ts';
import { storesOn } from '#server/stores.ts';
import { FILTERS_SAID } from '#ui/messages/open-data/filters.fr.ts';
import { withdrawPublished } from '#use-cases/published/withdraw-published.ts';
import { all, ask, page, problem, type Page } from './ask-api.ts';
import { withTestDatabase } from './database.ts';
import { newRelease } from './new-release.ts';
import { buildOpenDataWorld, type OpenDataWorld } from './open-data-world.ts';
import { outOfSchema, type Description } from './out-of-schema.ts';
import { EDITION, OPERATOR, publish, THEN } from './world.ts';
import { writePact } from './world-readings.ts';

const database = withTestDatabase();
let world: OpenDataWorld;

beforeAll(async () => {
  const { db } = database;
  world = await buildOpenDataWorld(db);
  provideRuntime({ config: readConfig({}, resolve('.')), db });
});

describe.each(OPEN_RESOURCES.map(({ name }) => name))('/api/v1/%s', (name) => {
  test('has rows, each with every column; pages of one row are the same rows as one page', async () => {
    const resource = OPEN_RESOURCES.find((one) => one.name === name);
    const whole = (await page(`${name}?limite=500`)).donnees;
    expect(whole.length).toBeGreaterThan(0);
    for (const row of whole) expect(Object.keys(row)).toEqual(Object.keys(resource?.columns ?? {}));
    const answer: unknown = await (await ask(`${name}?limite=500`)).json();
    expect(await outOfSchema(answer, { path: `/api/v1/${name}`, status: '200' })).toEqual([]);
    const some = whole.slice(0, 12);
    const address = whole.length > 60 ? `${name}?limite=40` : `${name}?limite=1`;
    const paged = await all(address);
    expect(paged.slice(0, some.length)).toEqual(some);
    expect(new Set(paged.map((row) => JSON.stringify(resource?.key.map((column) => row[column])))).size).toBe(
      paged.length,
    );
  });
});

describe('the description', () => {
  test('is valid OpenAPI 3.1, and says every resource with all its filters', async () => {
    const given = (await (await ask('openapi.json')).json()) as Description;
    const { valid, errors } = await new Validator().validate(structuredClone(given));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    for (const { name, filters, one } of OPEN_RESOURCES) {
      const parameters = given.paths[`/api/v1/${name}`]?.get.parameters ?? [];
      expect(parameters.flatMap((parameter) => parameter.name ?? [])).toEqual(Object.keys(filters));
      expect(`/api/v1/${name}/{${one ?? ''}}` in given.paths).toBe(one !== null);
    }
    const used = new Set(OPEN_RESOURCES.flatMap(({ filters }) => Object.keys(filters)));
    expect(FILTERS_SAID.filter((name) => !used.has(name))).toEqual([]);
  });

  test('gives examples that are understood', async () => {
    const given = (await (await ask('openapi.json')).json()) as Description;
    for (const [path, { get }] of Object.entries(given.paths))
      for (const { name, example, in: where } of get.parameters)
        if (name !== undefined && example !== undefined && where === 'query')
          expect((await ask(`${path.replace('/api/v1/', '')}?${name}=${example}&limite=1`)).status, name).toBe(200);
  });

  test('holds of each answer of each problem, and of one row', async () => {
    const answers = [
      ['pactes?couleur=vert', '/api/v1/pactes', '400'],
      ['pactes?curseur=x', '/api/v1/pactes', '400'],
      ['pactes/999999', '/api/v1/pactes/{pacte}', '404'],
      [`pactes/${world.demain}`, '/api/v1/pactes/{pacte}', '200'],
      ['communes/94017', '/api/v1/communes/{commune}', '200'],
    ] as const;
    for (const [address, path, status] of answers)
      expect(await outOfSchema(await (await ask(address)).json(), { path, status }), address).toEqual([]);
  });
});

describe('a page', () => {
  test('says how many there are, what licence, and where the next one is, in the body and beside it', async () => {
    const answer = await ask('pactes?limite=2&commune=94017');
    expect(await answer.clone().json()).toMatchObject({
      ressource: 'pactes',
      total: 4,
      donnees: [{ pacte: world.demain, code_commune: '94017' }, {}],
      suivant: expect.stringMatching(/^\/api\/v1\/pactes\?limite=2&commune=94017&curseur=[\w-]+$/) as string,
    });
    const { suivant } = (await answer.json()) as Page;
    expect(answer.headers.get('link')).toBe(`<${suivant ?? ''}>; rel="next"`);
    const last = await ask((suivant ?? '').replace('/api/v1/', ''));
    expect(last.headers.has('link')).toBe(false);
    expect(((await last.json()) as Page).donnees).toHaveLength(2);
  });

  test('goes on where the one before ended, though rows came and others were withdrawn meanwhile', async () => {
    const { db } = database;
    const lists = ['Une (exemple)', 'Deux (exemple)', 'Trois (exemple)', 'Quatre (exemple)'];
    const [one = 0, two = 0, three = 0, four = 0] = await inTurn(lists, (list) => publishAt('94052', list));
    const first = await page('pactes?commune=94052&limite=2');
    expect(first.donnees.map(({ pacte }) => pacte)).toEqual([one, two]);
    for (const id of [one, two, three]) await withdraw(db, id);
    const five = await publishAt('94052', 'Cinq (exemple)');
    const next = await page((first.suivant ?? '').replace('/api/v1/', ''));
    expect(next.donnees.map(({ pacte }) => pacte)).toEqual([four, five]);
  });

  test.each(['engagements', 'alineas', 'principes'])(
    'of %s keeps to what was asked, whatever it is cut into',
    async (name) => {
      const whole = await all(`${name}?position=accepted&limite=500`);
      const cut = await all(`${name}?position=accepted&limite=9`);
      expect(whole.length).toBeGreaterThan(9);
      expect(cut).toEqual(whole);
      const position = name === 'engagements' ? 'position_niveau' : 'position';
      expect(new Set(whole.map((row) => row[position]))).toEqual(new Set(['accepted']));
    },
  );

  test('that found nothing among the pacts it looked through says from where to go on, and nothing is missed', async () => {
    const { db } = database;
    const read = (_: Db, asked: { readonly pacts: readonly number[]; readonly after?: number }) =>
      commitmentRows(db, { ...asked, stance: 'delegated' });
    const line = { atOnce: 1, depth: 2, limit: 3, scope: {}, read } as const;
    const pages = async (scanned: number) => {
      const rows: unknown[] = [];
      const sizes: number[] = [];
      for (let after: Key | null = null, more = true; more; more = after !== null) {
        const found: PageOf<CommitmentRow> = await linesOfPacts<CommitmentRow>(db, {
          ...{ ...line, scanned, after },
          placeOf: ({ measure, level }) => [measure, level ?? 0],
          keep: ({ stance }) => stance === 'delegated',
        });
        rows.push(...found.rows);
        sizes.push(found.rows.length);
        after = found.next;
      }
      return { rows, sizes };
    };
    const [one, whole] = [await pages(1), await pages(1000)];
    expect(one.rows.length).toBeGreaterThan(1);
    expect(one.rows).toEqual(whole.rows);
    expect(one.sizes).toContain(0);
    expect(whole.sizes).not.toContain(0);
  });

  test('as CSV has the same rows, by the end of the address, a parameter or Accept; nothing in it runs', async () => {
    const formula = '=HYPERLINK("http://exemple.test")';
    const id = await publishAt('94068', formula);
    const answers = await Promise.all([
      ask(`pactes.csv?pacte=${id}`),
      ask(`pactes?pacte=${id}&format=csv`),
      ask(`pactes?pacte=${id}`, { accept: 'text/html;q=0.5, text/csv' }),
    ]);
    for (const answer of answers) {
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
      const text = await answer.text();
      expect(text.split('\r\n')).toHaveLength(3);
      expect(text).toContain(`"'=HYPERLINK(""http://exemple.test"")"`);
    }
    expect((await page(`pactes?pacte=${id}`)).donnees).toMatchObject([{ liste: formula }]);
    const cut = await ask('pactes.csv?limite=1');
    expect(cut.headers.get('link')).toMatch(/^<\/api\/v1\/pactes\.csv\?limite=1&curseur=[\w-]+>; rel="next"$/);
  });
});

describe('one row', () => {
  test('has its own address; one that never was is not found; one that was withdrawn says when and why', async () => {
    const { db } = database;
    expect(await (await ask(`pactes/${world.demain}`)).json()).toMatchObject({ donnee: { pacte: world.demain } });
    expect(await (await ask('communes/94017')).json()).toMatchObject({ donnee: { nom: 'Champigny-sur-Marne' } });
    expect(await (await ask('chartes/coorace-2020')).json()).toMatchObject({ donnee: { charte: 'coorace-2020' } });
    expect((await ask(`plans/${world.plan}.csv`)).headers.get('content-type')).toMatch(/^text\/csv/);
    const gone = await publishAt('94015', 'À retirer (exemple)');
    await withdraw(db, gone);
    expect((await ask(`pactes/${gone}`)).status).toBe(410);
    expect(await problem(`pactes/${gone}`)).toMatchObject({
      type: '/api#withdrawn-item',
      status: 410,
      detail: expect.stringContaining('Motif : Document d’une autre commune.') as string,
    });
    for (const none of ['pactes/999999', 'pactes/abc', 'pactes/99999999999', 'communes/00001', 'chartes/aucune'])
      expect(await problem(none), none).toMatchObject({ type: '/api#unknown-item', status: 404 });
    expect(await problem('engagements/1')).toMatchObject({ type: '/api#no-such-address', status: 404 });
    for (const none of ['', 'rien', 'pactes/1/2', 'pactes.xml', '../equipe'])
      expect(await problem(none), none).toMatchObject({ type: '/api#unknown-resource', status: 404 });
  });
});

describe('a commune that merged into another', () => {
  const numbers = async (path: string, column: string) => (await all(path)).map((row) => row[column]);

  test('is found under the code of today in every resource, and under its own where its acts keep it', async () => {
    const resources = ['pactes', 'plans', 'bilans', 'evaluations'].map((name) => [name, name.slice(0, -1)] as const);
    const apart = await Promise.all(
      resources.map(async ([name, key]) => [
        ...(await numbers(`${name}?commune=94017`, key)),
        ...(await numbers(`${name}?commune=94015`, key)),
      ]),
    );
    expect(apart[0]?.length).toBeGreaterThan(1);
    await newRelease(database.db, { 94015: '94017' });
    try {
      for (const [at, [name, key]] of resources.entries()) {
        const together = await numbers(`${name}?commune=94017`, key);
        expect([name, [...together].sort()]).toEqual([name, [...(apart[at] ?? [])].sort()]);
      }
      const counted = (await page('pactes?commune=94017')).total;
      expect(await (await ask('communes/94017')).json()).toMatchObject({ donnee: { pactes: counted } });
      expect((await page('pactes?commune=94015')).total).toBeGreaterThan(0);
      const told = await all('evenements?commune=94017');
      expect(told.length).toBeGreaterThan(0);
      expect(await all('evenements?commune=94015')).toEqual(told);
    } finally {
      await newRelease(database.db, {});
    }
  });
});

test('the tallies of measures are those of the pacts one finds with the same filters', async () => {
  const [whole] = (await page(`mesures?charte=${EDITION}&mesure=2&departement=94`)).donnees;
  const inRegion = await page(`mesures?charte=${EDITION}&mesure=2&departement=94&region=11`);
  expect(inRegion.donnees[0]).toEqual(whole);
  // Nothing is in Val-de-Marne and in another région.
  await database.db.insertInto('region').values({ code: '84', name: 'Auvergne-Rhône-Alpes' }).execute();
  expect(await page(`mesures?charte=${EDITION}&mesure=2&departement=94&region=84`)).toMatchObject({
    donnees: [],
    total: 0,
  });
  const said = await all(`engagements?charte=${EDITION}&mesure=2&departement=94`);
  const stances = new Map(said.map(({ pacte, position_mesure }) => [pacte, position_mesure]));
  const count = (stance: string) => [...stances.values()].filter((one) => one === stance).length;
  expect(stances.size).toBeGreaterThan(0);
  expect([whole?.['niveau'], whole?.['acceptee'], whole?.['en_partie'], whole?.['refusee']]).toEqual([
    null,
    count('accepted'),
    count('partial'),
    count('refused'),
  ]);
  expect(whole?.['pactes']).toBe((await page(`pactes?charte=${EDITION}&departement=94`)).total);
});

async function publishAt(code: string, list: string): Promise<number> {
  const reading = writePact({ list, commitments: [{ measure: 1, words: '1', levels: { 1: 'accepted' } }] });
  return await publish(database.db, { kind: 'municipality', code }, reading);
}

async function withdraw(db: Db, id: number): Promise<void> {
  const request = { what: 'pact', id, reason: 'Document d’une autre commune' } as const;
  expect((await withdrawPublished(storesOn(db), OPERATOR, request, THEN)).ok).toBe(true);
}

async function inTurn<Given, Made>(given: readonly Given[], make: (one: Given) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (const one of given) made.push(await make(one));
  return made;
}
