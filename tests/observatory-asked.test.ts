/** What an address of the observatory asks: in the words of the API, answered, said to be left aside, or refused; and the progress of a campaign. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { askedRoute } from './asked-route.ts';
import { withTestDatabase } from './database.ts';
import { withPageRenderer } from './render-page.ts';
import { routeModule, visit } from './route-module.ts';
import { EDITION, settle } from './world.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const OTHER = 'coorace-2020';
const COUNTED = '2020-06-01T10:00:00.000Z';

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
      { edition: EDITION, countedAt: new Date(COUNTED) },
      { edition: OTHER, countedAt: new Date(COUNTED) },
    ])
    .execute();
});

async function page(address: string): Promise<string> {
  const asked = askedRoute(address);
  if (asked?.kind !== 'page') throw new Error(`no page answers ${address}`);
  const html = await render(asked.route, address, asked.params);
  return html.replace(/<!--.*?-->/g, '').replace(/\s+/g, ' ');
}

async function file(address: string): Promise<Response> {
  const asked = askedRoute(address);
  if (asked?.kind !== 'file') throw new Error(`no file answers ${address}`);
  return await (await routeModule(`${asked.route}/+server.ts`)).GET(visit(address, asked.params));
}

describe('a file', () => {
  test.each([
    ['/observatoire.csv?territoire=94', 'territoire', 'departement=94'],
    ['/observatoire.csv?taille=minuscule', 'taille', 'under-500'],
    ['/observatoire.csv?charte=xx', 'charte', 'pacte-transition-2020'],
    ['/observatoire.csv?departement=99', 'departement', 'un code de département'],
    ['/observatoire.csv?signe_depuis=2020-01-01', 'signe_depuis', 'ne le distinguent pas'],
    ['/observatoire.csv?page=2', 'page', 'n’existe pas ici'],
    ['/observatoire/carte.csv?departement=94', 'departement', 'ne le distinguent pas'],
    ['/observatoire/carte.csv?chiffre=mesure&mesure=99', 'mesure', 'de la charte'],
    ['/observatoire/carte.csv?situation=majority&situation=opposition', 'situation', 'plusieurs fois'],
    ['/observatoire/liste.csv?mesure=15&position=oui', 'position', 'accepted'],
    ['/observatoire/liste.csv?mesure=99&position=accepted', 'mesure', 'de la charte'],
    ['/observatoire/liste.csv?mesure=15', 'mesure', 'Il en manque'],
    ['/observatoire/liste.csv?signe_depuis=2020-01-01&taille=under-500', 'taille', 'ne se croisent pas'],
    ['/observatoire/liste.csv?mesure=1&texte=modifie&signe_depuis=2020-01-01', 'signe_depuis', 'ne le distinguent pas'],
    ['/observatoire/progression.csv?avec=xx', 'avec', 'une autre édition'],
    ['/observatoire/progression.csv?theme=mobilites', 'theme', 'ne le distinguent pas'],
  ])('%s is refused, and says what to correct', async (address, parameter, detail) => {
    const answer = await file(address);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const { erreurs } = (await answer.json()) as { erreurs: { parametre: string; detail: string }[] };
    expect(erreurs.map((one) => one.parametre)).toEqual([parameter]);
    expect(erreurs[0]?.detail).toContain(detail);
  });

  test.each([
    ['/observatoire.csv?departement=94&taille=under-500&situation=majority', 'd-94,under-500,majority'],
    ['/observatoire.csv?territoire=r-11&taille=moins-de-500', 'r-11,under-500,'],
    ['/observatoire.csv', 'fr,,'],
  ])('%s says on each line of what it is', async (address, last) => {
    const [names = '', ...lines] = (await (await file(address)).text()).trim().split('\r\n');
    expect(names.endsWith(',compte_le,territoire,taille,situation')).toBe(true);
    expect(lines.filter((line) => /^[a-z0-9-]+,\d+,/.test(line)).length).toBeGreaterThan(30);
    expect(lines.at(-1)?.endsWith(last)).toBe(true);
  });

  test('of the map, of a list, of a campaign too', async () => {
    const names = async (address: string) => (await (await file(address)).text()).split('\r\n')[0]?.split(',');
    expect(await names('/observatoire/carte.csv')).toEqual(
      expect.arrayContaining(['taille', 'situation', 'compte_le']),
    );
    expect(await names('/observatoire/liste.csv?depuis=2020-01-01')).toEqual(
      expect.arrayContaining(['territoire', 'taille', 'situation', 'signe_depuis', 'signe_jusqu_au', 'compte_le']),
    );
    expect(await names('/observatoire/progression.csv')).toEqual(expect.arrayContaining(['territoire', 'compte_le']));
  });
});

describe('a page', () => {
  test.each([
    ['/observatoire?territoire=d-94&taille=moins-de-500&theme=', '/observatoire?departement=94&taille=under-500'],
    [
      `/observatoire/liste?charte=${EDITION}&mesure=15&position=promis&depuis=2020-01-01`,
      `/observatoire/liste?charte=${EDITION}&mesure=15&position=promised&signe_depuis=2020-01-01`,
    ],
    ['/observatoire/carte?charte=&taille=', '/observatoire/carte'],
    ['/observatoire/departements/94?situation=majorite', '/observatoire/departements/94?situation=majority'],
  ])('%s is sent on, for good, to %s', async (former, location) => {
    await expect(page(former)).rejects.toMatchObject({ status: 308, location });
  });

  test('says what it leaves aside, and why', async () => {
    const left = 'Laissé de côté, car ces chiffres n’en tiennent pas compte';
    expect(await page('/observatoire/progression?taille=under-500&theme=mobilites')).toContain(
      `${left} : la taille des communes et le thème.`,
    );
    expect(await page('/observatoire/carte?departement=94&signe_depuis=2020-01-01')).toContain(
      `${left} : le territoire et les dates.`,
    );
    expect(await page('/observatoire/niveaux?taille=minuscule')).toContain(
      'l’adresse ne se comprend pas : « taille ».',
    );
    expect(await page('/observatoire/niveaux?taille=under-500')).not.toContain('Laissé de côté');
  });

  test('leads to others with what they answer, and says what they do not', async () => {
    const html = await page('/observatoire?taille=under-500&theme=mobilites');
    expect(html).toContain(`href="/observatoire/carte?charte=${EDITION}&amp;taille=under-500"`);
    expect(html).toContain('Carte <small>(sans le thème)</small>');
    expect(html).toContain('Progression <small>(sans la taille ni le thème)</small>');
    expect(html).toMatch(/>Comparer des communes ?<\/a>/);
    expect(await page('/observatoire/mesures/15?taille=under-500')).toContain(
      'Les signatures de cette mesure, jour après jour (sans la taille)',
    );
  });
});

const progress = async (query = ''): Promise<string> => await page(`/observatoire/progression${query}`);
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

describe('the progress of a campaign', () => {
  test('adds up the signatures week after week, the days nobody knows apart, with the rounds and the date of the figures', async () => {
    const html = await progress();
    expect(html).toContain('10 pactes comptés, 3 à un jour que nous ne connaissons pas');
    expect(rows(html)).toEqual(['3 février 2020 3 3 sur 10', '9 mars 2020 4 7 sur 10', 'Jour inconnu 3 –']);
    expect(html).toContain('premier tour le 15 mars 2020, second tour le 28 juin 2020');
    expect(html).toMatch(/<path class="results[^"]*" d="M/);
    expect(html).toContain('1 juin 2020'.replace('1 ', '1er '));
  });

  test('by day, of one département, of the pacts that take one measure', async () => {
    expect(rows(await progress('?pas=jour'))).toHaveLength(4);
    expect(rows(await progress('?departement=94'))).toEqual(['3 février 2020 1 1 sur 1']);
    const measured = await progress('?mesure=15');
    expect(measured).toContain('qui prennent la mesure 15');
    expect(measured).toContain('Il faut au moins deux jours de signature connus');
  });

  test('lays another campaign over it by the weeks before the first round', async () => {
    const html = await progress(`?avec=${OTHER}`);
    expect(rows(html)).toEqual([
      '6 semaines avant 3 sur 10 pas encore de signature',
      '1 semaine avant 7 sur 10 6 sur 6',
    ]);
    expect(html).toContain('Pacte pour la Transition 2020');
    expect(html.match(/<path class="results[^"]*" d="M/g)?.length).toBeGreaterThanOrEqual(2);
  });

  test('what the address says wrongly is as if it were not said; an area that is none is not found', async () => {
    expect(rows(await progress('?pas=siecle&mesure=999&avec=rien&charte=aucune'))).toHaveLength(3);
    await expect(progress('?departement=999')).rejects.toMatchObject({ status: 404 });
  });

  test('is taken away as a file, day by day, as the address says it', async () => {
    const href = /href="(\/observatoire\/progression\.csv[^"]*)"/.exec(await progress(`?avec=${OTHER}`))?.[1] ?? '';
    const answer = await file(href.replaceAll('&amp;', '&'));
    expect((await answer.text()).replace('\ufeff', '').trimEnd().split('\r\n')).toEqual([
      'charte,territoire,mesure,signe_le,pactes,total,compte_le',
      `${EDITION},fr,,2020-02-03,2,2,${COUNTED}`,
      `${EDITION},fr,,2020-02-05,1,3,${COUNTED}`,
      `${EDITION},fr,,2020-03-14,4,7,${COUNTED}`,
      `${EDITION},fr,,,3,,${COUNTED}`,
      `${OTHER},fr,,2020-03-10,5,5,${COUNTED}`,
      `${OTHER},fr,,2020-03-12,1,6,${COUNTED}`,
    ]);
  });
});
