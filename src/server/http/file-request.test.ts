import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FILES_A_MINUTE, refusedFile } from './file-request.ts';

const asked = (address: string, { by = '127.0.0.1', method = 'GET' } = {}) =>
  refusedFile({
    url: new URL(address, 'http://site.test'),
    request: { method },
    route: { id: address },
    getClientAddress: () => by,
  });

/** Every address that ends as a file does, with something in place of its parameters. */
const FILES = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:csv|json|ods|xlsx|zip)\/\+server\.ts$/u.test(file) && !file.startsWith('lire/'))
  .map((file) => ({
    file: `src/routes/${file}`,
    path: `/${file.replace('/+server.ts', '')}`.replaceAll(/\[[^\]]+\]/gu, '1'),
  }));

test('no file passes over a filter that it does not know: it names it and says where there are filters', async () => {
  expect(FILES.length).toBeGreaterThan(50);
  for (const { file, path } of FILES) {
    const refused = asked(`${path}?departement=94`);
    // These have that filter.
    if (/fileAsked|listOfFile/u.test(readFileSync(file, 'utf8'))) {
      expect(refused, path).toBeNull();
      continue;
    }
    expect([refused?.status, refused?.headers.get('content-type')], path).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await refused?.json(), path).toMatchObject({
      type: '/api#unclear-request',
      detail: expect.stringMatching(/\/api\/v1 a des filtres.*\/observatoire\.csv/) as string,
      erreurs: [{ parametre: 'departement', detail: 'Ce paramètre n’existe pas ici.' }],
    });
  }
});

test('a file without a parameter is made; one of the copy of the day is as whole as the others', () => {
  for (const { path } of FILES) expect(asked(path), path).toBeNull();
  expect(asked('/donnees/2026-06-02/pactes.csv.gz?departement=94', { method: 'HEAD' })?.status).toBe(400);
  expect(asked('/communes.csv?q=bry')).toBeNull();
  expect(asked('/communes.csv?q=bry&q=nogent')?.status).toBe(400);
});

test('a page is not a file, nor what is sent to one', () => {
  expect(asked('/observatoire?departement=94&couleur=vert')).toBeNull();
  expect(asked('/pactes?apres=2')).toBeNull();
  expect(asked('/compte/donnees.json?x=1', { method: 'POST' })).toBeNull();
});

test('who takes very many files is told when to come back, and that the copy of the day has them all', async () => {
  const scraper = { by: '203.0.113.9' };
  for (let file = 0; file < FILES_A_MINUTE; file += 1) expect(asked('/pactes.csv', scraper)).toBeNull();
  for (const heavy of ['/observatoire/liste.csv', '/chartes/1/mesures/1/pactes.csv', '/donnees/2026-06-02/copie.zip']) {
    const refused = asked(heavy, scraper);
    expect([refused?.status, Number(refused?.headers.get('retry-after')) > 0], heavy).toEqual([429, true]);
    expect(await refused?.text()).toContain('/donnees');
  }
  expect(asked('/pactes.csv', { by: '203.0.113.10' })).toBeNull();
  expect(asked('/donnees/2026-06-02/pactes.parquet', scraper)).toBeNull();
});
