/** An address with the code of a former commune, of an arrondissement, or of nothing. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { withTestDatabase } from '#tests/database.ts';
import { withPageRenderer } from '#tests/render-page.ts';
import { routeModule, visit } from '#tests/route-module.ts';

const database = withTestDatabase({ content: 'country' });
const pages = withPageRenderer();

beforeAll(() => {
  provideRuntime({ config: readConfig({}, resolve('.')), db: database.db });
});

test.each([
  ['50173-equeurdreville', '50129-cherbourg-en-cotentin'],
  ['75101-paris-1er', '75056-paris'],
])('%s leads for good to %s, on every page', async (commune, today) => {
  const sentTo = (path: string) => ({ status: 308, location: `/communes/${today}${path}` });
  await expect(pages.render('/communes/[commune]', `/communes/${commune}?a=b`, { commune })).rejects.toMatchObject(
    sentTo('?a=b'),
  );
  await expect(
    pages.render('/communes/[commune]/mesures/[measure]', `/communes/${commune}/mesures/1`, { commune, measure: '1' }),
  ).rejects.toMatchObject(sentTo('/mesures/1'));
  await expect(
    pages.render('/communes/[commune]/principes/[letter]', `/communes/${commune}/principes/A`, {
      commune,
      letter: 'A',
    }),
  ).rejects.toMatchObject(sentTo('/principes/A'));
});

const FILES = readdirSync('src/routes/communes/[commune]').filter((name) => /\.(?:csv|json)$/.test(name));

test.each(FILES)('a former code leads to the %s of today', async (file) => {
  const { GET } = await routeModule(`/communes/[commune]/${file}/+server.ts`);
  const asked = async (commune: string) => await GET(visit(`/communes/${commune}/${file}`, { commune }));
  await expect(asked('50173')).rejects.toMatchObject({
    status: 308,
    location: `/communes/50129-cherbourg-en-cotentin/${file}`,
  });
  await expect(asked('99999')).rejects.toMatchObject({ status: 404 });
});

test('a code that nobody ever had is not found', async () => {
  const commune = '99999-nulle-part';
  await expect(pages.render('/communes/[commune]', `/communes/${commune}`, { commune })).rejects.toMatchObject({
    status: 404,
  });
});
