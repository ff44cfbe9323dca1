/** Communes beside those that resemble them, and beside one another, as a reader gets them. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AssessmentStatus } from '#domain/follow-up/assessment.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import type { Db } from '#server/storage/connection.ts';
import { withTestDatabase } from './database.ts';
import { withPageRenderer } from './render-page.ts';
import { buildWorld, EDITION, OPERATOR, THEN, type World } from './world.ts';
import { storesOn } from '#server/stores.ts';
import { mergeList } from '#use-cases/campaign/change-list.ts';
import { linkPactToList } from '#use-cases/campaign/link-pact.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
let world: World;

beforeAll(async () => {
  world = await buildWorld(database.db);
  provideRuntime({ config: readConfig({}), db: database.db });
});

type Said = {
  readonly item: string;
  readonly voice: 'collective' | 'town-hall';
  readonly status: AssessmentStatus;
  readonly before: boolean;
};
async function say(db: Db, pact: number, all: readonly Said[]): Promise<void> {
  const collective = await db
    .insertInto('collective')
    .values({ name: 'Exemple', slug: 'exemple', state: 'requested', charterVersion: '1', requestedAt: THEN })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { item, voice, status, before } of all) {
    const { id } = await db
      .insertInto('assessment')
      .values({
        ...{ pactId: pact, item, voice, version: 1, status, levels: '[]', beforeMandate: before, evidence: '[]' },
        ...{ sentence: 'Exemple.', assessedOn: '2026-03-03', saidAt: THEN, saidFor: 'Exemple', method: '1' },
        saidAs: voice === 'collective' ? 'collective-member' : 'municipal-agent',
        collectiveId: voice === 'collective' ? collective.id : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('latestAssessment')
      .values({ pactId: pact, item, voice, assessmentId: id, status, beforeMandate: before, lookedOn: '2026-03-03' })
      .execute();
  }
}

const flat = (html: string): string => html.replace(/<!--.*?-->/g, '').replace(/\s+/g, ' ');
const twinsOf = async (commune: string) =>
  flat(await render('/communes/[commune]/semblables', `/communes/${commune}/semblables`, { commune }));

describe('the communes that resemble one', () => {
  test('say why they do, what was promised there, and lead to both side by side', async () => {
    const html = await twinsOf('94068-saint-maur-des-fosses');
    expect(html).toContain('Une seule a un pacte publié, sur 1 commune semblable');
    expect(html).toContain('même taille, même département, aussi en établissement public territorial');
    expect(html).toContain(`href="/pactes/${world.demain}-`);
    expect(html).toContain('aucun évalué à ce jour');
    expect(html).toContain('href="/observatoire/comparer?communes=94068,94017"');
  });

  test('say what was kept by each voice apart, never what was there before the mandate', async () => {
    await say(database.db, world.demain, [
      { item: 'm15', voice: 'collective', status: 'broken', before: false },
      { item: 'm15', voice: 'town-hall', status: 'kept', before: false },
      { item: 'm12', voice: 'collective', status: 'kept', before: true },
    ]);
    const html = await twinsOf('94068-saint-maur-des-fosses');
    expect(html).toMatch(
      /; 0 tenu sur [^;]* selon le collectif, au 3 mars 2026 [^;]*; 1 tenu sur [^;]* selon la mairie/,
    );
  });

  test('are nobody where nobody is of that size, and the page says so', async () => {
    expect(await twinsOf('94015-bry-sur-marne')).toContain('Aucune commune n’est assez proche par la taille');
  });
});

const sideBySide = async (query: string) =>
  flat(await render('/observatoire/comparer', `/observatoire/comparer${query}`, {}));
const rowOf = (html: string, measure: number): string =>
  html.split('<tr>').find((row) => row.includes(`href="/chartes/${EDITION}/mesures/${measure}"`)) ?? '';

const measuresIn = (html: string): number => html.match(/<th scope="row">\d+\. <a /g)?.length ?? 0;

describe('communes side by side', () => {
  test('say of each measure what each promised, and that of who signed nothing nothing is known', async () => {
    const html = await sideBySide('?communes=94017,94015,94052');
    const columns = rowOf(html, 15).split('<td').slice(1);
    expect(columns).toHaveLength(3);
    expect(columns[2]).toContain('inconnu : aucun pacte publié');
    expect(columns[2]).not.toContain('refusé');
    expect(html).toContain('data-name="Nogent-sur-Marne"');
    expect(html).toMatch(/Ce qui est promis<\/th>.*data-name="Bry-sur-Marne"><b>\d+ sur 32<\/b> mesures promises/);
    expect(html).toMatch(/Sur 32 mesures : \d+ dans les deux pactes/);
  });

  test('show only the measures of which they do not say the same, when asked', async () => {
    const all = measuresIn(await sideBySide('?communes=94017,94015'));
    const some = measuresIn(await sideBySide('?communes=94017,94015&ecarts=1'));
    expect(all).toBe(32);
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect(await sideBySide('?communes=94017,94017')).toContain('Il en faut au moins deux');
  });

  test('say once, across their columns, what they all say alike, and weigh little', async () => {
    const html = await sideBySide('?communes=94017,94015');
    const alike = html.split('<tr>').filter((row) => row.includes('data-name="Partout la même chose"'));
    expect(alike.length).toBeGreaterThan(0);
    expect(alike.every((row) => row.match(/<td/g)?.length === 1 && row.includes('colspan="2"'))).toBe(true);
    expect(alike.length + measuresIn(await sideBySide('?communes=94017,94015&ecarts=1'))).toBe(32);
    // Of each row: itself, its measure with its link, a cell or two; a state of what came of it now and then.
    expect(
      (html
        .split('<tbody>')
        .slice(2)
        .join('')
        .match(/<[a-z]/g)?.length ?? 0) / 32,
    ).toBeLessThan(6);
  });

  test('of which one alone signed do not differ, and are not said to agree', async () => {
    const html = await sideBySide('?communes=94017,94052');
    expect(html).toContain('Un seul pacte est publié');
    expect(html).not.toContain('où elles diffèrent');
    expect(await sideBySide('?communes=94017,94052&ecarts=1')).not.toContain('Elles disent la même chose');
  });

  test('are entered by their name, which leads to an address that others may be given', async () => {
    const typed = async (query: string): Promise<unknown> => {
      const url = new URL(`/observatoire/comparer?${query}`, 'http://site.test');
      const event = { url, params: {}, getClientAddress: () => '127.0.0.1', setHeaders: () => undefined };
      const file = pathToFileURL(resolve('src/routes/observatoire/comparer/+page.server.ts')).href;
      const { load } = (await import(/* @vite-ignore */ file)) as { load: (asked: object) => Promise<unknown> };
      return await load(event).catch((thrown: unknown) => thrown);
    };
    expect(await typed('communes=94017&ajouter=Bry-sur-Marne')).toMatchObject({
      status: 303,
      location: '/observatoire/comparer?communes=94017,94015',
    });
    expect(await typed('communes=94017&ajouter=zzzzzz')).toMatchObject({ added: { kind: 'unknown' } });
    expect(await typed('communes=94017,94015,94068,94052,00001&ajouter=Paris')).toMatchObject({ full: true });
  });

  test('that are none are left out, whatever was written, and the page says which', async () => {
    const html = await sideBySide('?communes=<b>,94017%2C99999,../..');
    expect(html).toContain('Il en faut au moins deux');
    expect(html).toContain('pas de commune au code 99999 : elle n’est pas dans la comparaison');
  });
});

describe('the lists of one commune side by side', () => {
  const stores = () => storesOn(database.db);
  const keep = async (name: string, firstRound: 1 | 2): Promise<number> => {
    const list = {
      election: 'municipales-2020',
      municipality: '94017',
      constituency: null,
      name,
      shortName: null,
      nuance: null,
      leader: null,
      firstRound,
      source: 'Fichier d’exemple',
      enteredAs: 'import',
      panelNumber: 1,
    } as const;
    return (await stores().campaign.keepList(list, THEN)).id;
  };
  const page = async (query = '') => {
    const commune = '94017-champigny-sur-marne';
    const path = `/communes/${commune}/listes-comparees${query}`;
    return flat(await render('/communes/[commune]/listes-comparees', path, { commune }));
  };

  test('tell who signed what, who signed nothing, and what binds a list made of two', async () => {
    const [signed, silent, union] = [await keep('Signataire', 1), await keep('Muette', 1), await keep('Union', 2)];
    await linkPactToList(stores(), OPERATOR, { pact: world.demain, list: signed }, THEN);
    for (const list of [signed, silent]) {
      await mergeList(stores(), OPERATOR, { list, into: union, on: '2020-06-01', today: '2026-05-12' }, THEN);
    }
    const html = await page();
    const lineOf = (name: string) => html.split('<li>').find((line) => line.includes(`>${name}</a>`)) ?? '';
    expect(html).toContain('1 a signé un pacte, sur 3 listes connues');
    expect(lineOf('Signataire')).toContain(`href="/pactes/${world.demain}-`);
    expect(lineOf('Signataire')).toContain('fusionnée avec « Union » le 1er juin 2020');
    expect(lineOf('Muette')).toContain('n’a rien signé que nous connaissions');
    expect(lineOf('Union')).toContain('les personnes venues de « Signataire » sont liées par leur pacte');
    expect(lineOf('Union')).toContain('les personnes venues de « Muette » n’ont rien signé');
    expect(measuresIn(html)).toBe(32);
  });

  test('are those of one election: another that nobody knows leads to the latest', async () => {
    expect(await page('?election=municipales-1789')).toContain('élections municipales de 2020');
  });
});

test('a measure tells who promised it near a commune or at its size, and what came of it', async () => {
  const params = { edition: EDITION, measure: '15' };
  const measure = async (query: string) =>
    flat(await render('/chartes/[edition]/mesures/[measure]', `/chartes/${EDITION}/mesures/15${query}`, params));
  expect(await measure('')).toContain('Et chez vous ?');
  expect(await measure('')).not.toContain('Qui l’a promise près d’ici');
  const html = await measure('?code=94068');
  expect(html).toContain('Qui l’a promise près d’ici');
  expect(html).toMatch(
    /href="\/communes\/94017-champigny-sur-marne\/mesures\/15">Champigny-sur-Marne<\/a> <small>même intercommunalité/,
  );
});
