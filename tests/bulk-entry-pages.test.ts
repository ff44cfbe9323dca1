/** Many pacts at once as the team meets them on its pages: brought, shown, taken, published, taken away as a file. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import type { Asked, Browser } from '#server/accounts/testing/request.ts';
import { readWaiting } from '#server/bulk-entry/read-entries.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { giveRole } from '#use-cases/campaign/give-role.ts';
import { withTestDatabase } from './database.ts';
import { addressOf, newPerson } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { signedIn } from './signed-in.ts';
import { buildWorld, EDITION, OPERATOR, readAs, THEN } from './world.ts';
import { writePact } from './world-readings.ts';

const database = withTestDatabase();
const pages = withPageRenderer();
const TEAM = '/equipe/saisies';
const ENTRY = `${TEAM}/[entry]`;
const ITEM = `${ENTRY}/[item]`;
let claire: Browser;
let driss: Browser;

beforeAll(async () => {
  const { db } = database;
  await buildWorld(db);
  provideRuntime({ config: readConfig({}), db });
  const member = async (name: string) => {
    const person = await newPerson(db, name);
    await giveRole(storesOn(db), OPERATOR, { email: addressOf(name), role: { role: 'national-team' } }, THEN);
    return await signedIn(person);
  };
  [claire, driss] = [await member('claire'), await member('driss')];
});

const plain = (html: string): string => html.replaceAll(/<!--.*?-->/gu, '').replaceAll(/[\u00a0\u202f]/gu, ' ');

type Module = {
  readonly actions: Readonly<Record<string, (event: Asked) => Promise<unknown>>>;
  readonly GET: (event: Asked & { setHeaders: () => void }) => Promise<Response>;
};
async function moduleAt(route: string, file: string): Promise<Module> {
  return (await import(/* @vite-ignore */ pathToFileURL(resolve(`src/routes${route}/${file}`)).href)) as Module;
}

async function send(who: Browser, act: string, params: Record<string, string>, form: Record<string, string> = {}) {
  const { actions } = await moduleAt(ITEM, '+page.server.ts');
  return await actions[act]?.(who.ask(`${ITEM}?/${act}`, 'POST', { form, params })).catch((thrown: unknown) => thrown);
}

async function bring(bytes: Uint8Array): Promise<unknown> {
  const form = new FormData();
  form.set('fichier', new File([new Uint8Array(bytes)], 'lot.zip'));
  form.set('envoi', String(bytes.length));
  const asked = claire.ask(TEAM, 'POST', { params: {} });
  const request = new Request(asked.url, {
    method: 'POST',
    body: form,
    headers: { cookie: asked.request.headers.get('cookie') ?? '' },
  });
  const { actions } = await moduleAt(TEAM, '+page.server.ts');
  return await actions['default']?.({ ...asked, request }).catch((thrown: unknown) => thrown);
}

async function readAll(): Promise<void> {
  const read = readAs(
    writePact({ list: 'Liste apportée', commitments: [{ measure: 1, words: '1', levels: { 1: 'accepted' } }] }),
  );
  const onFailure = (error: unknown) => {
    throw error;
  };
  await readWaiting(database.db, { read }, { round: { stopped: () => false }, onFailure });
}

const shown = async (who: Browser, params: Record<string, string>, query = '') => {
  const route = 'item' in params ? ITEM : ENTRY;
  const path = `${TEAM}/${params['entry'] ?? ''}${'item' in params ? `/${params['item']}` : ''}${query}`;
  return plain(await pages.render(route, path, params, who));
};

test('a ZIP goes from the form to a published pact, each item to one person at a time', async () => {
  expect(plain(await pages.render(TEAM, TEAM, {}, claire))).toContain('Au plus 200 documents, 2 000 lignes et 20 Mo');
  const table = `Commune;Département;Liste;Charte;Fichier\nBry-sur-Marne;94;Liste apportée;${EDITION};a.txt\nAtlantis;94;Autre;;b.txt\n`;
  const sent = await bring(zipSync({ 't.csv': strToU8(table), 'a.txt': strToU8('A'), '../b.txt': strToU8('B') }));
  expect(sent).toMatchObject({ status: 303, location: `${TEAM}/1` });
  const entry = '1';
  const before = await shown(claire, { entry });
  expect(before).toContain('rechargez la page');
  expect(before).toContain('../b.txt : nom qui sort du dossier');
  await readAll();
  const queue = await shown(claire, { entry });
  expect(queue).toContain('à relire (1)');
  expect(queue).toContain('sans document (1)');
  expect(queue).toContain('2 points à regarder');
  const [, item = ''] = /href="\/equipe\/saisies\/1\/(\d+)"/.exec(queue) ?? [];

  const here = { entry, item };
  expect(await shown(claire, here)).toContain('Prendre et relire');
  const taken = await send(claire, 'prendre', here);
  expect(taken).toMatchObject({ status: 303 });
  const { location } = taken as { readonly location: string };
  const token = location.split('/').at(-1) ?? '';
  const draft = plain(await pages.render('/lire/[token]', location, { token }));
  expect(draft).toContain(`href="/equipe/saisies/1/${item}"`);
  expect(draft).not.toContain('Jeter');

  const others = await shown(driss, here);
  expect(others).toContain('relu par claire depuis le');
  expect(others).not.toContain('Publier ce pacte');
  expect(await send(driss, 'prendre', here)).toMatchObject({ status: 409 });
  expect(await send(driss, 'publier', here)).toMatchObject({ status: 409 });

  expect(await shown(claire, here)).toContain('Publier ce pacte');
  expect(await send(claire, 'publier', here, { envoi: 'x', liste: 'aucune' })).toMatchObject({
    status: 303,
    location: expect.stringMatching(/^\/equipe\/saisies\/1\?publie=\d+$/) as string,
  });
  const after = await shown(claire, { entry }, '?publie=1');
  expect(after).toContain('publié (1)');
  expect(after).toContain('Voir le pacte');
});

test('what is wrong is told with its line and column; set aside with a reason, it comes back', async () => {
  const { items } = await import('#server/storage/bulk-entry-pages.ts').then(async ({ itemsShown }) =>
    itemsShown(database.db, { entry: 1, state: 'without-document', after: 0, limit: 10, now: new Date() }),
  );
  const here = { entry: '1', item: String(items[0]?.id) };
  const page = await shown(claire, here);
  expect(page).toContain('ligne 3, colonne 1 : « Atlantis » n’est pas une commune que nous connaissons');
  expect(page).toContain('ligne 3, colonne 5 : le ZIP n’a pas de fichier « b.txt »');
  expect(await send(claire, 'ecarter', here, { motif: '' })).toMatchObject({ status: 400 });
  expect(await send(claire, 'ecarter', here, { motif: 'Document perdu' })).toMatchObject({ status: 303 });
  expect(await shown(driss, here)).toContain('Document perdu (claire)');
  expect(await send(driss, 'remettre', here)).toMatchObject({ status: 303 });
  expect(await shown(driss, here)).toContain('sans document');
});

test('what became of each line is a file, for the team alone', async () => {
  const { GET } = await moduleAt(`${ENTRY}/lignes.csv`, '+server.ts');
  const ask = (who: Browser) =>
    GET({ ...who.ask(`${TEAM}/1/lignes.csv`, 'GET', { params: { entry: '1' } }), setHeaders: () => undefined });
  const file = await (await ask(claire)).text();
  expect(file).toContain('Liste apportée');
  expect(file).toContain('ligne 3, colonne 1 : « Atlantis » n’est pas une commune que nous connaissons');
  await expect(ask(await signedIn(await newPerson(database.db, 'zoe')))).rejects.toMatchObject({ status: 404 });
});

test('a file that is no ZIP is refused with what to do', async () => {
  expect(await bring(strToU8('%PDF-1.7'))).toMatchObject({
    status: 400,
    data: { problem: expect.stringContaining('compressez-le en ZIP') as string },
  });
});
