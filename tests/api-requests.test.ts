/** How the read API answers what it is asked: what it does not understand, what did not change, who asks too much. */
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { apiAnswer } from '#server/http/api/answer.ts';
import { REQUESTS_A_MINUTE } from '#server/http/api/api-allowance.ts';
import { provideRuntime } from '#server/runtime.ts';
import { ask, page, problem } from './ask-api.ts';
import { withTestDatabase } from './database.ts';
import { outOfSchema } from './out-of-schema.ts';
import { buildWorld, publish } from './world.ts';
import { writePact } from './world-readings.ts';

const database = withTestDatabase();

beforeAll(async () => {
  const { db } = database;
  await buildWorld(db);
  provideRuntime({ config: readConfig({}, resolve('.')), db });
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

  test('by a place or a charter that does not exist is told so, never answered with zeros', async () => {
    for (const [address, parametre] of [
      ['mesures?departement=20', 'departement'],
      ['pactes?departement=20', 'departement'],
      ['pactes?charte=xx', 'charte'],
      ['plans?region=10', 'region'],
      ['listes?commune=99999', 'commune'],
      ['pactes?intercommunalite=123456789', 'intercommunalite'],
    ] as const)
      expect(await problem(address), address).toMatchObject({ status: 400, erreurs: [{ parametre }] });
    expect(await page('pactes?commune=94052&departement=94&charte=coorace-2020')).toMatchObject({ donnees: [] });
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

async function publishAt(code: string, list: string): Promise<number> {
  const reading = writePact({ list, commitments: [{ measure: 1, words: '1', levels: { 1: 'accepted' } }] });
  return await publish(database.db, { kind: 'municipality', code }, reading);
}
