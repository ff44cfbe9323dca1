/** The progress of a campaign, as a reader gets it. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { withTestDatabase } from './database.ts';
import { withPageRenderer } from './render-page.ts';
import { EDITION, settle } from './world.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const OTHER = 'coorace-2020';

beforeAll(async () => {
  await settle(database.db);
  provideRuntime({ config: readConfig({}), db: database.db });
  const rows = [
    [EDITION, 'fr', '', '2020-02-03', 2],
    [EDITION, 'fr', '', '2020-02-05', 1],
    [EDITION, 'fr', '', '2020-03-14', 4],
    [EDITION, 'fr', '', '', 3],
    [EDITION, 'd-94', '', '2020-02-05', 1],
    [EDITION, 'fr', 'm15', '2020-02-05', 1],
    [OTHER, 'fr', '', '2020-03-10', 5],
    [OTHER, 'fr', '', '2020-03-12', 1],
  ] as const;
  await database.db
    .insertInto('tally')
    .values([
      ...rows.map(([edition, area, item, value, count]) => {
        return {
          edition,
          area,
          size: 'all',
          standing: 'all',
          subject: 'signed' as const,
          item,
          level: 0,
          value,
          count,
        };
      }),
      {
        edition: EDITION,
        area: 'fr',
        size: 'all',
        standing: 'all',
        subject: 'pacts',
        item: '',
        level: 0,
        value: '',
        count: 10,
      },
    ])
    .execute();
  await database.db
    .insertInto('tallyDate')
    .values([
      { edition: EDITION, countedAt: new Date('2020-06-01T10:00:00Z') },
      { edition: OTHER, countedAt: new Date('2020-06-01T10:00:00Z') },
    ])
    .execute();
});

const page = async (query = ''): Promise<string> => {
  const html = await render('/observatoire/progression', `/observatoire/progression${query}`, {});
  return html.replace(/<!--.*?-->/g, '').replace(/\s+/g, ' ');
};
const rows = (html: string): readonly string[] =>
  (/<tbody>(.*)<\/tbody>/.exec(html)?.[1] ?? '')
    .split('<tr>')
    .slice(1)
    .map((row) =>
      row
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );

test('adds up the signatures week after week, the days nobody knows apart, with the rounds and the date of the figures', async () => {
  const html = await page();
  expect(html).toContain('10 pactes comptés, 3 à un jour que nous ne connaissons pas');
  expect(rows(html)).toEqual(['3 février 2020 3 3 sur 10', '9 mars 2020 4 7 sur 10', 'Jour inconnu 3 –']);
  expect(html).toContain('premier tour le 15 mars 2020, second tour le 28 juin 2020');
  expect(html).toMatch(/<path class="results[^"]*" d="M/);
  expect(html).toContain('1 juin 2020'.replace('1 ', '1er '));
});

test('by day, of one département, of the pacts that take one measure', async () => {
  expect(rows(await page('?pas=jour'))).toHaveLength(4);
  expect(rows(await page('?territoire=d-94'))).toEqual(['3 février 2020 1 1 sur 1']);
  const measured = await page('?mesure=15');
  expect(measured).toContain('qui prennent la mesure 15');
  expect(measured).toContain('Il faut au moins deux jours de signature connus');
});

test('lays another campaign over it by the weeks before the first round', async () => {
  const html = await page(`?avec=${OTHER}`);
  expect(rows(html)).toEqual(['6 semaines avant 3 sur 10 pas encore de signature', '1 semaine avant 7 sur 10 6 sur 6']);
  expect(html).toContain('Pacte pour la Transition, 2020');
  expect(html.match(/<path class="results[^"]*" d="M/g)?.length).toBeGreaterThanOrEqual(2);
});

test('what the address says wrongly is as if it were not said; an area that is none is not found', async () => {
  expect(rows(await page('?pas=siecle&mesure=999&avec=rien&charte=aucune'))).toHaveLength(3);
  await expect(page('?territoire=d-999')).rejects.toMatchObject({ status: 404 });
});

test('is taken away as a file, day by day, as the address says it', async () => {
  const href = /href="(\/observatoire\/progression\.csv[^"]*)"/.exec(await page(`?avec=${OTHER}`))?.[1] ?? '';
  const url = new URL(`http://site.test${href.replaceAll('&amp;', '&')}`);
  const file = pathToFileURL(resolve('src/routes/observatoire/progression.csv/+server.ts')).href;
  const { GET } = (await import(/* @vite-ignore */ file)) as { GET: (event: object) => Promise<Response> };
  const answer = await GET({ url });
  expect((await answer.text()).replace('\ufeff', '').trimEnd().split('\r\n')).toEqual([
    'charte,territoire,mesure,signe_le,pactes,total',
    `${EDITION},fr,,2020-02-03,2,2`,
    `${EDITION},fr,,2020-02-05,1,3`,
    `${EDITION},fr,,2020-03-14,4,7`,
    `${EDITION},fr,,,3,`,
    `${OTHER},fr,,2020-03-10,5,5`,
    `${OTHER},fr,,2020-03-12,1,6`,
  ]);
});
