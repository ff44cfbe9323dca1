/** The read API, asked as a program asks it, on a real database. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, test } from 'vitest';
import { PROBLEM_STATUS } from '#domain/open-data/api-problem.ts';
import { MOST_ROWS, ROWS_UNSAID } from '#domain/open-data/page-size.ts';
import { readConfig } from '#server/config.ts';
import { apiAnswer } from '#server/http/api/answer.ts';
import { REQUESTS_A_MINUTE } from '#server/http/api/api-allowance.ts';
import { linesOfPacts } from '#server/open-data/lines-of-pacts.ts';
import type { Key, PageOf } from '#server/open-data/open-resource.ts';
import { OPEN_RESOURCES } from '#server/open-data/open-resources.ts';
import { provideRuntime } from '#server/runtime.ts';
import type { Db } from '#server/storage/connection.ts';
import { commitmentRows, type CommitmentRow } from '#server/storage/signed-rows.ts';
import { storesOn } from '#server/stores.ts';
import { FILTERS_SAID } from '#ui/messages/open-data/filters.fr.ts';
import { withdrawPublished } from '#use-cases/published/withdraw-published.ts';
import { all, ask, page, type Page } from './ask-api.ts';
import { withTestDatabase } from './database.ts';
import { mismatches } from './matches-schema.ts';
import { newRelease } from './new-release.ts';
import { columnsIn } from './open-data-page.ts';
import { buildOpenDataWorld, type OpenDataWorld } from './open-data-world.ts';
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

describe('docs/open-data.md', () => {
  const PAGE = readFileSync('docs/open-data.md', 'utf8');

  test('says every resource with its filters and its columns, and no other', () => {
    const told = [...PAGE.matchAll(/^\| `\/api\/v1\/([a-z-]+)` \| \[[^\]]+\]\(#([\w-]+)\) \| (.+) \|$/gmu)];
    expect(told.map(([, name]) => name)).toEqual(OPEN_RESOURCES.map(({ name }) => name));
    for (const [, name, section = '', filters = ''] of told) {
      const resource = OPEN_RESOURCES.find((one) => one.name === name);
      expect(columnsIn(PAGE, section), name).toEqual(Object.keys(resource?.columns ?? {}));
      const said = [...filters.matchAll(/`(\w+)`/gu)].map(([, filter]) => filter);
      expect(said, name).toEqual(Object.keys(resource?.filters ?? {}));
    }
  });

  test('says every problem with its status, and how much one may ask', () => {
    const told = [...PAGE.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \| .+ \|$/gmu)];
    expect(told.map(([, kind, status]) => [kind, Number(status)])).toEqual(Object.entries(PROBLEM_STATUS));
    expect(PAGE).toContain(`1 to ${MOST_ROWS} rows, ${ROWS_UNSAID} when nothing is said`);
    expect(PAGE).toContain(`${REQUESTS_A_MINUTE} requests a minute`);
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

describe('a request that was not understood', () => {
  test('is told everything that is wrong at once, and nothing is ignored', async () => {
    expect(
      await problem(
        'pactes?departement=Paris&couleur=vert&limite=501&commune=94017&commune=94015&signe_depuis=2020-02-30',
      ),
    ).toMatchObject({
      type: '/api#unclear-request',
      status: 400,
      erreurs: [
        { parametre: 'departement', detail: expect.stringContaining('2A') as string },
        { parametre: 'couleur', detail: 'Ce paramètre n’existe pas ici.' },
        { parametre: 'limite', detail: expect.stringContaining('de 1 à 500') as string },
        { parametre: 'commune', detail: expect.stringContaining('plusieurs fois') as string },
        { parametre: 'signe_depuis' },
      ],
    });
    for (const limite of ['0', '-1', '1e2', '', '1.5', '00000000000'])
      expect(await problem(`pactes?limite=${limite}`), limite).toMatchObject({ status: 400 });
    // Names that every object of the language has.
    for (const name of ['toString', 'constructor', '__proto__', 'hasOwnProperty'])
      expect(await problem(`pactes?${name}=1`), name).toMatchObject({ erreurs: [{ parametre: name }] });
    expect(await problem('pactes/1?commune=94017')).toMatchObject({ erreurs: [{ parametre: 'commune' }] });
    expect(await problem('pactes.csv?format=json')).toMatchObject({ erreurs: [{ parametre: 'format' }] });
  });

  test('with a cursor of another query is refused, never answered with other rows', async () => {
    const { suivant } = await page('pactes?limite=1');
    const cursor = new URL(suivant ?? '', 'http://site.test').searchParams.get('curseur') ?? '';
    const another = { type: '/api#cursor-of-another-query', status: 400 };
    expect(await problem(`pactes?limite=1&commune=94017&curseur=${cursor}`)).toMatchObject(another);
    expect(await problem(`plans?curseur=${cursor}`)).toMatchObject(another);
    expect((await page(`pactes?limite=2&curseur=${cursor}`)).donnees).toHaveLength(2);
    const forged = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const [version, trace] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [number, string];
    for (const made of [
      'x',
      cursor.slice(0, -3),
      `${cursor}é`,
      'A'.repeat(5000),
      forged([version, trace]),
      forged([version, trace, -1]),
      forged([version, trace, 1e12]),
      forged([version, trace, '1; drop table pact']),
      forged([version, trace, 1, 2]),
      forged([2, trace, 1]),
      forged({ pact: 1 }),
    ])
      expect(await problem(`pactes?curseur=${encodeURIComponent(made)}`), made).toMatchObject({
        type: '/api#unreadable-cursor',
        status: 400,
      });
  });

  test('with a forged cursor of codes never reaches the database with what it cannot hold', async () => {
    const { suivant } = await page('communes?limite=1');
    const cursor = new URL(suivant ?? '', 'http://site.test').searchParams.get('curseur') ?? '';
    const [version, trace] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [number, string];
    for (const code of ['\u0000', '94\u000015', '\ud800', 'x'.repeat(201)])
      expect(
        await problem(`communes?curseur=${Buffer.from(JSON.stringify([version, trace, code])).toString('base64url')}`),
        JSON.stringify(code),
      ).toMatchObject({ type: '/api#unreadable-cursor', status: 400 });
  });

  test('by a method that writes, or for a format that is not made, says what there is', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await ask('pactes', { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    }
    for (const accept of ['application/xml', 'text/csv;q=0, image/png', 'application/json;q=0'])
      expect((await ask('pactes', { accept })).status, accept).toBe(406);
    for (const accept of ['*/*', '', 'text/html,application/xhtml+xml,*/*;q=0.8', 'application/*', 'text/csv, */*'])
      expect((await ask('pactes', { accept })).status, accept).toBe(200);
  });
});

describe('for programs', () => {
  test('what did not change is not sent again, packed or not; what changed is', async () => {
    const address = 'pactes?commune=94068';
    const first = await ask(address);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    expect(first.headers.get('cache-control')).toBe('private, max-age=60');
    for (const known of [tag, `"other", ${tag}`, `W/${tag}`, tag.replace(/"$/, '-br"'), '*']) {
      const again = await ask(address, { 'if-none-match': known });
      expect([again.status, await again.text()], known).toEqual([304, '']);
    }
    await publishAt('94068', 'Une de plus (exemple)');
    expect((await ask(address, { 'if-none-match': tag })).status).toBe(200);
  });

  test('any site may read, without sending who reads; HEAD has the headers and no body', async () => {
    for (const answer of [await ask('pactes'), await ask('rien'), await ask('pactes', { method: 'OPTIONS' })]) {
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
      expect(answer.headers.has('set-cookie')).toBe(false);
    }
    expect((await ask('pactes', { method: 'OPTIONS' })).status).toBe(204);
    const [head, whole] = [await ask('pactes', { method: 'HEAD' }), await ask('pactes')];
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', whole.headers.get('etag')]);
  });

  test('who asks for everything row by row is told to wait, and where everything is', async () => {
    const from = (address: string) => async () =>
      await apiAnswer({
        request: new Request('http://site.test/api/v1/chartes'),
        url: new URL('http://site.test/api/v1/chartes?format=xml'),
        params: { path: 'chartes' },
        getClientAddress: () => address,
      });
    const scraper = from('203.0.113.80');
    for (let times = 0; times < REQUESTS_A_MINUTE; times += 1) await scraper();
    const told = await scraper();
    expect(told.status).toBe(429);
    expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(told.headers.get('access-control-allow-origin')).toBe('*');
    expect(await told.json()).toMatchObject({
      type: '/api#too-many-requests',
      detail: expect.stringMatching(/\/donnees.*User-Agent/) as string,
    });
    expect((await from('203.0.113.81')()).status).toBe(400);
  });
});

test('a country that was made up says so in each answer', async () => {
  const { db } = database;
  const config = readConfig({}, resolve('.'));
  provideRuntime({ config, db, synthetic: { share: 1 } });
  const answers = [await (await ask('pactes')).json(), await (await ask('communes/94017')).json()];
  provideRuntime({ config, db });
  for (const answer of answers)
    expect(answer).toMatchObject({ avertissement: expect.stringContaining('inventé') as string });
  expect(await outOfSchema(answers[0], { path: '/api/v1/pactes', status: '200' })).toEqual([]);
  expect(await (await ask('pactes')).json()).not.toHaveProperty('avertissement');
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

type Described = { readonly content?: Readonly<Record<string, { readonly schema: unknown }>>; readonly $ref?: string };
type Description = {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: {
          readonly parameters: readonly {
            readonly name?: string;
            readonly example?: string | number;
            readonly in?: string;
          }[];
          readonly responses: Readonly<Record<string, Described>>;
        };
      }
    >
  >;
  readonly components: { readonly responses: Readonly<Record<string, Described>> };
};

/** What of an answer is not as the description says it. */
async function outOfSchema(answer: unknown, { path, status }: { readonly path: string; readonly status: string }) {
  const given = (await (await ask('openapi.json')).json()) as Description;
  const said = given.paths[path]?.get.responses[status];
  const told = said?.$ref === undefined ? said : given.components.responses[said.$ref.split('/').at(-1) ?? ''];
  const schema = Object.entries(told?.content ?? {}).find(([type]) => type.includes('json'))?.[1].schema;
  expect(schema, `${path} ${status}`).toBeDefined();
  return mismatches(answer, schema, given);
}

async function problem(address: string): Promise<unknown> {
  const answer = await ask(address);
  expect(answer.headers.get('content-type'), address).toBe('application/problem+json; charset=utf-8');
  const said = (await answer.json()) as { readonly status: number };
  expect(said.status).toBe(answer.status);
  return said;
}

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
