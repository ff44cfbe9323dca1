/** An address with the code of a former commune, of an arrondissement, or of nothing. */
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { withTestDatabase } from '#tests/database.ts';
import { withPageRenderer } from '#tests/render-page.ts';

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

test('a code that nobody ever had is not found', async () => {
  const commune = '99999-nulle-part';
  await expect(pages.render('/communes/[commune]', `/communes/${commune}`, { commune })).rejects.toMatchObject({
    status: 404,
  });
});
