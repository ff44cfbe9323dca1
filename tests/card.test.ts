/** The card of a commune on other sites: in a frame, found by oEmbed, offered on its own page. */
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { withTestDatabase } from './database.ts';
import { withPageRenderer } from './render-page.ts';
import { routeModule, visit } from './route-module.ts';
import { buildWorld } from './world.ts';

const database = withTestDatabase();
const pages = withPageRenderer();
const HERE = '/communes/94017-champigny-sur-marne';

beforeAll(async () => {
  await buildWorld(database.db);
  provideRuntime({ config: readConfig({ PUBLIC_ORIGIN: 'https://parole.test' }, resolve('.')), db: database.db });
});

async function card(commune: string): Promise<string> {
  return await pages.render('/communes/[commune]/carte', `/communes/${commune}/carte`, { commune });
}

test('says what the page of the commune says, and leads to it in another tab', async () => {
  const html = await card('94017-champigny-sur-marne');
  expect(html).toContain('target="_blank"');
  expect(html).toContain(`${HERE}"`);
  expect(html).toContain('Champigny demain (exemple)');
  expect(html).not.toContain('<script');
});

test('of a commune without any pact says so', async () => {
  expect(await card('94052-nogent-sur-marne')).toMatch(/aucun pacte|pas de pacte/iu);
});

test('the page that offers it gives the lines to copy, the feed, the calendar and an address that lasts', async () => {
  const html = await pages.render('/[places=places]/[place]/reprendre', `${HERE}/reprendre`, {
    places: 'communes',
    place: '94017-champigny-sur-marne',
  });
  expect(html).toContain(`&lt;iframe src="https://parole.test${HERE}/carte"`);
  expect(html).toContain(`${HERE}/nouveautes.atom`);
  expect(html).toContain(`${HERE}/echeances.ics`);
  expect(html).toContain('https://parole.test/communes/94017<');
});

async function oembed(query: Readonly<Record<string, string>>): Promise<Response> {
  const { GET } = await routeModule('/oembed/+server.ts');
  return await GET(visit(`/oembed?${new URLSearchParams(query).toString()}`, {}));
}

test.each(['', '/mesures/15', '?a=b'])(
  'oEmbed finds it from the address of a commune followed by “%s”',
  async (rest) => {
    const answer: unknown = await (await oembed({ url: `https://parole.test/communes/94017${rest}` })).json();
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: 'Champigny-sur-Marne',
      width: 480,
      height: 600,
      html: expect.stringContaining(`<iframe src="https://parole.test${HERE}/carte"`) as string,
    });
  },
);

test('oEmbed keeps to the room there is, in JSON or in XML', async () => {
  const url = 'https://parole.test/communes/94017';
  const small: unknown = await (await oembed({ url, maxwidth: '300', maxheight: '9999' })).json();
  expect(small).toMatchObject({ width: 300, height: 600 });
  const xml = await (await oembed({ url, format: 'xml', maxwidth: 'wide' })).text();
  expect(xml).toContain('<width>480</width>');
  expect(xml).toContain('&lt;iframe src=&quot;https://parole.test');
});

test.each([
  [{}, 404],
  [{ url: 'https://ailleurs.test/communes/94017' }, 404],
  [{ url: 'https://parole.test/communes/99999' }, 404],
  [{ url: 'https://parole.test/pactes/1' }, 404],
  [{ url: 'n’importe quoi' }, 404],
  [{ url: 'https://parole.test/communes/94017', format: 'yaml' }, 501],
])('oEmbed says no to %j', async (query, status) => {
  const answer = await oembed(query);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
});
