/** The public pages of elections and lists, as a reader gets them. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { NewList } from '#domain/campaign/candidate-list.ts';
import { provideRuntime } from '#server/runtime.ts';
import { readConfig } from '#server/config.ts';
import { storesOn } from '#server/stores.ts';
import { mergeList, withdrawList } from '#use-cases/campaign/change-list.ts';
import { enterByElection } from '#use-cases/campaign/enter-by-election.ts';
import { linkPactToList } from '#use-cases/campaign/link-pact.ts';
import { partAddresses, partEntries } from '../src/routes/sitemap/parts.ts';
import { withTestDatabase } from './database.ts';
import { withPageRenderer } from './render-page.ts';
import { buildWorld, OPERATOR, THEN, type World } from './world.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const stores = () => storesOn(database.db);
const TODAY = '2026-05-12';
let world: World;
const ids: Record<string, number> = {};

async function keep(name: string, more: Partial<NewList> = {}): Promise<number> {
  const list: NewList = {
    election: 'municipales-2020',
    municipality: '94017',
    constituency: null,
    name,
    shortName: null,
    nuance: null,
    leader: `Tête ${name}`,
    firstRound: 1,
    source: 'Fichier d’exemple',
    enteredAs: 'import',
    panelNumber: 1,
    ...more,
  };
  return (await stores().campaign.keepList(list, THEN)).id;
}

beforeAll(async () => {
  world = await buildWorld(database.db);
  provideRuntime({ config: readConfig({}), db: database.db });
  ids['signed'] = await keep('Ancienne signataire (exemple)');
  ids['other'] = await keep('Ancienne autre (exemple)');
  ids['union'] = await keep('Union (exemple)', { firstRound: 2 });
  ids['gone'] = await keep('Partie (exemple)', { leader: null, enteredAs: 'collective' });
  await database.db
    .insertInto('candidate')
    .values({ listId: ids['signed'], round: 1, position: 2, familyName: 'JAMAISMONTRE', givenName: 'Lou' })
    .execute();
  await linkPactToList(stores(), OPERATOR, { pact: world.demain, list: ids['signed'] }, THEN);
  for (const list of [ids['signed'], ids['other']]) {
    const merged = await mergeList(
      stores(),
      OPERATOR,
      { list, into: ids['union'], on: '2020-06-01', today: TODAY },
      THEN,
    );
    expect(merged.ok).toBe(true);
  }
  await withdrawList(stores(), OPERATOR, { list: ids['gone'], on: '2020-06-02', today: TODAY }, THEN);
});

const page = async (id: number, slug: string) => {
  const text = await render('/listes/[list]', `/listes/${id}-${slug}`, { list: `${id}-${slug}` });
  return text.replace(/<!--.*?-->/g, '').replace(/\s+/g, ' ');
};

describe('a merged list that contains a signatory', () => {
  test('says which part is bound by which pact, and that the other is not', async () => {
    const html = await page(ids['union'] ?? 0, 'union-exemple');
    const parts = html.split('<li>');
    const signed = parts.find((part) => part.includes('venues') && part.includes('Ancienne signataire')) ?? '';
    const other = parts.find((part) => part.includes('venues') && part.includes('Ancienne autre')) ?? '';
    expect(signed).toContain(`href="/pactes/${world.demain}-`);
    expect(signed).toContain('sont liées par');
    expect(other).toContain('n’ont rien signé');
    expect(other).not.toContain('/pactes/');
  });
  test('is named on the pages of those that made it', async () => {
    expect(await page(ids['other'] ?? 0, 'ancienne-autre-exemple')).toContain(
      `href="/listes/${ids['union']}-union-exemple"`,
    );
  });
});

test('a list that stands is one link away from a negotiation with it; one that withdrew is not', async () => {
  const way = (id: number | undefined) => `href="/negociations/ouvrir?liste=${id}"`;
  expect(await page(ids['union'] ?? 0, 'union-exemple')).toContain(way(ids['union']));
  expect(await page(ids['gone'] ?? 0, 'partie-exemple')).not.toContain('/negociations/ouvrir');
});

test('a list that withdrew says when, and who entered it', async () => {
  const html = await page(ids['gone'] ?? 0, 'partie-exemple');
  expect(html).toContain('retirée le 2 juin 2020');
  expect(html).toContain('saisie par le collectif');
  expect(html).toContain('tête de liste inconnue');
});

test('nobody but heads of list is ever shown', async () => {
  const here = await render('/communes/[commune]/listes', '/communes/94017-champigny-sur-marne/listes', {
    commune: '94017-champigny-sur-marne',
  });
  expect(here).toContain('Tête Ancienne signataire');
  expect(here + (await page(ids['signed'] ?? 0, 'ancienne-signataire-exemple'))).not.toContain('JAMAISMONTRE');
});

test('an election without a day says so, and one without lists says that it knows none', async () => {
  const html = await render('/elections/[election]', '/elections/municipales-2032', { election: 'municipales-2032' });
  expect(html).toContain('ne sont pas encore fixées');
  expect(html).toContain('Inconnu');
});

test('an election counts the lists that signed over those known', async () => {
  const html = await render('/elections/[election]', '/elections/municipales-2020', { election: 'municipales-2020' });
  expect(html.replace(/\s+/g, ' ')).toContain('1 sur 4');
  expect(html).toContain('Ancienne signataire');
  expect(html).not.toContain('Ancienne autre');
});

test('an election of one commune shows its lists, and is known before its days are', async () => {
  const entered = await enterByElection(
    stores(),
    OPERATOR,
    { municipality: '94015', firstRoundOn: null, secondRoundOn: null, year: 2028, source: 'Arrêté', sourceUrl: null },
    THEN,
  );
  expect(entered).toMatchObject({ ok: true, value: { id: 'partielle-94015-2028' } });
  await keep('Bry après (exemple)', { election: 'partielle-94015-2028', municipality: '94015' });
  const html = await render('/elections/[election]', '/elections/partielle-94015-2028', {
    election: 'partielle-94015-2028',
  });
  expect(html).toContain('Élection municipale partielle de Bry-sur-Marne, 2028');
  expect(html).toContain('ne sont pas encore fixées');
  expect(html).toContain('Bry après (exemple)');
});

test('the lists of a commune that merged since are found from the one that holds it, and their people too', async () => {
  await keep('Bry avant la fusion (exemple)', { municipality: '94015', leader: 'Ève Ancienne' });
  await sql`insert into municipality_former_name (code, municipality_code, name, kind) values ('94015', '94052', 'Bry-sur-Marne', 'delegated')`.execute(
    database.db,
  );
  const html = await render('/communes/[commune]/listes', '/communes/94052-nogent-sur-marne/listes', {
    commune: '94052-nogent-sur-marne',
  });
  expect(html).toContain('Bry avant la fusion (exemple)');
  expect(html).toContain('<h3>Bry-sur-Marne</h3>');
  const asked = { name: 'Ève Ancienne', municipality: '94052', today: '2024-01-01' };
  expect(await stores().campaign.isOnAList(asked)).toMatchObject([
    { likeness: 'same', listName: 'Bry avant la fusion (exemple)' },
  ]);
});

test('an old name in the address sends on to the list; an unknown list or election is not found', async () => {
  await expect(
    render('/listes/[list]', `/listes/${ids['gone']}-x`, { list: `${ids['gone']}-x` }),
  ).rejects.toMatchObject({
    status: 308,
    location: `/listes/${ids['gone']}-partie-exemple`,
  });
  await expect(render('/listes/[list]', '/listes/999999', { list: '999999' })).rejects.toMatchObject({ status: 404 });
  await expect(render('/elections/[election]', '/elections/x', { election: 'x' })).rejects.toMatchObject({
    status: 404,
  });
});

test('the sitemap has each list once, the lists of the commune once, and the elections', async () => {
  const addresses = await partAddresses(database.db, { limit: 3, dumps: '' });
  const parts = await Promise.all(
    addresses.map((address) =>
      partEntries(database.db, { name: address.replace('/sitemap/', ''), limit: 3, dumps: '' }),
    ),
  );
  const paths = parts.flatMap((part) => (part ?? []).map(({ path }) => path));
  expect(paths.filter((path) => path.startsWith('/listes/'))).toHaveLength(6);
  expect(paths.filter((path) => path.startsWith('/communes/') && path.endsWith('/listes')).toSorted()).toEqual([
    '/communes/94015-bry-sur-marne/listes',
    '/communes/94017-champigny-sur-marne/listes',
  ]);
  expect(paths).toContain('/elections/partielle-94015-2028');
  expect(paths).toContain('/elections/municipales-2032');
});
