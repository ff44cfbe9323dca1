/** What search engines are told of the thread of one measure or principle. */
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { withTestDatabase } from '#tests/database.ts';
import { withPageRenderer } from '#tests/render-page.ts';
import { buildWorld } from '#tests/world.ts';

const database = withTestDatabase();
const pages = withPageRenderer();

beforeAll(async () => {
  await buildWorld(database.db);
  provideRuntime({ config: readConfig({}, resolve('.')), db: database.db });
});

type Asked = readonly [place: string, query?: string];
const measureHead = ([commune, query = '']: Asked) =>
  pages.renderHead('/communes/[commune]/mesures/[measure]', `/communes/${commune}/mesures/15${query}`, {
    commune,
    measure: '15',
  });
const principleHead = ([commune]: Asked) =>
  pages.renderHead('/communes/[commune]/principes/[letter]', `/communes/${commune}/principes/A`, {
    commune,
    letter: 'A',
  });

const NOBODY = '94052-nogent-sur-marne';
const SIGNED = '94017-champigny-sur-marne';
const PLANNED = '94068-saint-maur-des-fosses';

describe('where nobody promised nor planned anything', () => {
  test.each([
    ['a measure', () => measureHead([NOBODY])],
    ['a measure of a named charter', () => measureHead([NOBODY, '?charte=pacte-transition-2020'])],
    ['a principle', () => principleHead([NOBODY])],
  ])('the page of %s is not to be listed, and claims no address', async (_, head) => {
    const html = await head();
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect(html).not.toMatch(/canonical|og:url/);
  });

  test('the page still says what the measure is', async () => {
    const path = `/communes/${NOBODY}/mesures/15`;
    const html = await pages.render('/communes/[commune]/mesures/[measure]', path, { commune: NOBODY, measure: '15' });
    expect(html).toContain('<h1');
    expect(html).toContain('/chartes/pacte-transition-2020/mesures/15');
  });
});

describe('where somebody did', () => {
  test.each([
    ['signed', () => measureHead([SIGNED])],
    ['planned', () => measureHead([PLANNED])],
    ['signed, principle', () => principleHead([SIGNED])],
  ])('the page (%s) is listed under its permanent address', async (_, head) => {
    const html = await head();
    expect(html).toContain('<link rel="canonical"');
    expect(html).not.toContain('noindex');
  });
});

test('a signed promise is followed by its files: those of the commune, and those of the measure everywhere', async () => {
  const path = `/communes/${SIGNED}/mesures/15`;
  const html = await pages.render('/communes/[commune]/mesures/[measure]', path, { commune: SIGNED, measure: '15' });
  for (const file of [
    `/communes/${SIGNED}/promesses.csv`,
    `/communes/${SIGNED}/commune.json`,
    '/chartes/pacte-transition-2020/mesures/15/pactes.csv',
    '/chartes/pacte-transition-2020/mesures/15/pactes.json',
  ]) {
    expect(html).toContain(`href="${file}" download`);
  }
  expect(html).toContain('toutes les promesses de Champigny-sur-Marne, dont la mesure 15');
});

test('a term that no document dates is said to come from the charter', async () => {
  const path = `/communes/${SIGNED}/mesures/15`;
  const html = await pages.render('/communes/[commune]/mesures/[measure]', path, { commune: SIGNED, measure: '15' });
  expect(html).toContain('mandat 2020–2026, d’après la charte');
});
