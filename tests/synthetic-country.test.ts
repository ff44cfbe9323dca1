/** A country that was made up says so: around every page, to every robot. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { csvResponse } from '#server/http/files.ts';
import { provideRuntime } from '#server/runtime.ts';
import { syntheticCountry } from '#server/storage/synthetic-country.ts';
import { handle } from '../src/hooks.server.ts';
import { withTestDatabase } from './database.ts';
import { withPageRenderer } from './render-page.ts';
import { routeModule, visit } from './route-module.ts';
import { settle } from './world.ts';

const database = withTestDatabase();
const { renderAround } = withPageRenderer();
const config = readConfig({});
beforeAll(async () => {
  await settle(database.db);
});

const serve = async () => {
  provideRuntime({ config, db: database.db, synthetic: await syntheticCountry(database.db) });
};
const answer = async () => {
  const event = { ...visit('/communes', {}), route: { id: '/communes' } };
  return await handle({
    event,
    resolve: async () => csvResponse('pactes', 'a,b\n'),
  } as never);
};
/** Of the feed of the country, and of a card on another site. */
const titles = async () => {
  const read = async (route: string, path: string) =>
    await (await (await routeModule(route)).GET(visit(path, {}))).text();
  const card = await read('/oembed/+server.ts', '/oembed?url=http://site.test/communes/94017');
  return [await read('/nouveautes.atom/+server.ts', '/nouveautes.atom'), card].map(
    (text) => /<title>(.*?)<\/title>|"title":"(.*?)"/u.exec(text)?.slice(1).join('') ?? text,
  );
};
const robots = async () =>
  await (await (await routeModule('/robots.txt/+server.ts')).GET(visit('/robots.txt', {}))).text();

afterAll(() => {
  provideRuntime({ config, db: database.db });
});

describe('what people wrote', () => {
  test('is never said to be made up, and may be found', async () => {
    await serve();
    expect(await renderAround()).not.toContain('synthétiques');
    expect((await answer()).headers.get('x-robots-tag')).toBeNull();
    expect((await answer()).headers.get('content-disposition')).toBe('attachment; filename="pactes.csv"');
    for (const title of await titles()) expect(title).not.toContain('synthétiques');
    expect(await robots()).toContain('Sitemap:');
  });
});

describe('what was made up to measure the site', () => {
  test('is said on every page, with its part of the country, and kept from search engines', async () => {
    await database.db
      .insertInto('syntheticCountry')
      .values({ madeAt: new Date(0), share: 0.01 })
      .execute();
    await serve();
    const around = await renderAround();
    expect(around).toContain('Données synthétiques');
    expect(around).toMatch(/1\s%\sdes communes du pays/u);
    expect((await answer()).headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect((await answer()).headers.get('content-disposition')).toContain('"donnees-synthetiques-pactes.csv"');
    for (const title of await titles()) expect(title).toMatch(/^Données synthétiques : /u);
    expect(await robots()).toBe('User-agent: *\nDisallow: /\n');
  });
});
