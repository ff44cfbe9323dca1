/** Correspondences from the first comparison to a frozen version, asked as a browser asks: who sees what, and when. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { readCharter } from '#reading/charter/read-charter.ts';
import { browser, type Asked, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { giveRole } from '#use-cases/campaign/give-role.ts';
import { withTestDatabase } from './database.ts';
import { newPerson, addressOf } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { signedIn } from './signed-in.ts';
import { BRY, buildWorld, CHAMPIGNY, OPERATOR, publish, THEN } from './world.ts';
import { writePact } from './world-readings.ts';

const database = withTestDatabase();
const pages = withPageRenderer();
const TEAM = '/equipe/correspondances';
let claire: Browser;

beforeAll(async () => {
  const { db } = database;
  await buildWorld(db);
  provideRuntime({ config: readConfig({}), db });
  const person = await newPerson(db, 'claire');
  await giveRole(storesOn(db), OPERATOR, { email: addressOf('claire'), role: { role: 'national-team' } }, THEN);
  claire = await signedIn(person);
  const promised = (list: string) =>
    writePact({
      list,
      charter: 'coorace-2020',
      commitments: [{ measure: 8, words: '8', levels: { 1: 'accepted' } }],
    });
  await publish(db, CHAMPIGNY, promised('Champigny solidaire (exemple)'));
  await publish(db, BRY, promised('Bry solidaire (exemple)'));
});

async function send(route: string, act: string, form: Readonly<Record<string, string>>, params = {}): Promise<unknown> {
  const { actions } = (await import(
    /* @vite-ignore */ pathToFileURL(resolve(`src/routes${route}/+page.server.ts`)).href
  )) as { actions: Readonly<Record<string, (event: Asked) => Promise<unknown>>> };
  return await actions[act]?.(claire.ask(`${route}?/${act}`, 'POST', { form: { envoi: act, ...form }, params }));
}

async function fileAt(route: string, params = {}): Promise<Response> {
  const { GET } = (await import(/* @vite-ignore */ pathToFileURL(resolve(`src/routes${route}/+server.ts`)).href)) as {
    GET: (event: object) => Promise<Response>;
  };
  return await GET({ params });
}

const measure = async () =>
  await pages.render('/chartes/[edition]/mesures/[measure]', '/chartes/pacte-transition-2020/mesures/7', {
    edition: 'pacte-transition-2020',
    measure: '7',
  });
const everything = async () => await pages.render('/correspondances', '/correspondances', {});
/** As typed: the spaces of French typography are the page's. */
const plain = (html: string): string => html.replaceAll(/[\u00a0\u202f]/gu, ' ');
const queue = async (query = '') => plain(await pages.render(TEAM, `${TEAM}${query}`, {}, claire));

test('what is compared waits for the team, page by page; nobody else learns of it', async () => {
  await expect(send(TEAM, 'comparer', { une: 'coorace-2020', autre: 'pacte-transition-2020' })).rejects.toMatchObject({
    status: 303,
    location: `${TEAM}?comparees=17-0-0`,
  });
  const shown = await queue('?comparees=17-0-0');
  expect(shown).toContain('17 propositions nouvelles');
  expect(shown).toContain('« cantines » / « restauration collective »');
  const all = plain(await everything());
  expect(all).toContain('0 sur 35 promesses ont une parente');
  expect(all).toContain('Personne ne s’est encore prononcé sur ces 17 objectifs');
  expect(await measure()).toContain('Personne n’a encore dit');
  const told = (await fileAt('/correspondances.json')).json() as Promise<unknown>;
  expect(await told).toEqual([]);
});

/** The line of the school meals, from the queue. */
async function mealsIn(shown: string): Promise<string> {
  for (const [, id] of shown.matchAll(/href="\/equipe\/correspondances\/(\d+)"/g)) {
    const page = await pages.render(`${TEAM}/[link]`, `${TEAM}/${id}`, { link: id ?? '' }, claire);
    if (page.includes('cantines scolaires')) return id ?? '';
  }
  throw new Error('the meals are not in the queue');
}

test('the line shows both texts whole, asks for the relation, and answers whoever forgets it with what to do', async () => {
  const link = await mealsIn(await queue());
  const page = await pages.render(`${TEAM}/[link]`, `${TEAM}/${link}`, { link }, claire);
  expect(page).toContain('3 repas végétariens par semaine');
  const refused = await send(`${TEAM}/[link]`, 'confirmer', { version: '1', motif: '' }, { link });
  expect(refused).toMatchObject({ status: 400, data: { problem: expect.stringContaining('Choisissez') as string } });
});

test('once confirmed it stands on both measures, with who took it there, and in the commune', async () => {
  const link = await mealsIn(await queue());
  const sent = { version: '1', relation: 'overlaps', motif: 'Les cantines <b>bio</b>' };
  await expect(send(`${TEAM}/[link]`, 'confirmer', sent, { link })).rejects.toMatchObject({ status: 303 });
  const shown = await measure();
  expect(shown).toContain('une promesse qui la recoupe');
  expect(shown).toContain('Les cantines &lt;b>bio&lt;/b>. Confirmé le ');
  expect(shown).toMatch(/prise par 2 pactes sur 2, au/);
  const there = { commune: '94017', measure: '7' };
  const thread = await pages.render(
    '/communes/[commune]/mesures/[measure]',
    '/communes/94017-champigny-sur-marne/mesures/7?charte=pacte-transition-2020',
    { ...there, commune: '94017-champigny-sur-marne' },
  );
  expect(thread).toContain('La même promesse dans…');
  expect(thread).toContain('Ici, Champigny solidaire (exemple) : pris');
  expect(plain(await everything())).toContain('1 sur 35 promesses ont une parente');
  const list = await pages.render('/correspondances', '/correspondances?charte=coorace-2020', {});
  expect(list).toContain('Agriculture et alimentation');
  const one = await pages.render('/correspondances', '/correspondances?charte=pacte-transition-2020&promesse=m7', {});
  expect(one).toContain('href="/chartes/pacte-transition-2020/mesures/7"');
  expect(one).toContain('Agriculture et alimentation');
  await expect(
    pages.render('/correspondances', '/correspondances?charte=pacte-transition-2020&promesse=m99', {}),
  ).rejects.toMatchObject({ status: 404 });
});

test('a second person who decides of what is decided is told so, and nothing is lost', async () => {
  const shown = await queue('?etat=confirmees');
  const link = await mealsIn(shown);
  const late = await send(`${TEAM}/[link]`, 'refuser', { version: '1', motif: 'Non' }, { link });
  expect(late).toMatchObject({ status: 409, data: { problem: expect.stringContaining('entre-temps') as string } });
});

test('a line is added by hand, and one that exists is said where', async () => {
  const form = {
    une: 'pacte-transition-2020',
    autre: 'goals',
    promesse: 'm7',
    'autre-promesse': '2',
    motif: 'Bien manger',
  };
  await expect(send(`${TEAM}/ajouter`, 'default', form)).rejects.toMatchObject({ status: 303 });
  const again = await send(`${TEAM}/ajouter`, 'default', { ...form, envoi: 'autre' });
  expect(again).toMatchObject({ status: 409, data: { known: expect.any(Number) as number } });
  const page = await pages.render(
    `${TEAM}/ajouter`,
    `${TEAM}/ajouter?une=pacte-transition-2020&autre=goals`,
    {},
    claire,
  );
  expect(plain(page)).toContain('2. Faim « zéro »');
  expect(plain(await measure())).toContain('Objectif 2, Faim « zéro »');
  const goal = await pages.render('/correspondances', '/correspondances?objectif=2', {});
  expect(goal).toContain('Éliminer la faim');
  const [told, folded] = plain(await everything()).split('Personne ne s’est encore prononcé sur 16 des 17 objectifs');
  expect(told).toMatch(/2\. Faim « zéro »<\/a> <small>1 promesse</);
  expect(folded).toContain('1. Pas de pauvreté');
  expect(told).not.toContain('1. Pas de pauvreté');
});

test('a principle has its relatives too, in the commune where both charters were signed', async () => {
  const charters = { une: 'pacte-transition-2020', autre: 'coorace-2020', relation: 'overlaps', motif: 'Former' };
  const form = { ...charters, promesse: 'pA', 'autre-promesse': 'm2', envoi: 'principe' };
  await expect(send(`${TEAM}/ajouter`, 'default', form)).rejects.toMatchObject({ status: 303 });
  const [route, commune] = ['/communes/[commune]/principes/[letter]', '94017-champigny-sur-marne'];
  const path = `/communes/${commune}/principes/A?charte=pacte-transition-2020`;
  const thread = plain(await pages.render(route, path, { commune, letter: 'A' }));
  expect(thread).toContain('La même promesse dans…');
  expect(thread).toContain('Aucun pacte connu ici');
});

test('a version is published, cited by its hash, and says what changed since', async () => {
  await expect(send(TEAM, 'publier', { envoi: 'un' })).rejects.toMatchObject({
    location: '/correspondances/versions/1',
  });
  expect(await send(TEAM, 'publier', { envoi: 'deux' })).toMatchObject({
    status: 409,
    data: { problem: 'Rien n’a changé depuis la version 1 : elle reste la dernière.' },
  });
  const form = {
    une: 'pacte-transition-2020',
    autre: 'goals',
    promesse: 'm1',
    'autre-promesse': '12',
    motif: 'Achats',
  };
  await expect(send(`${TEAM}/ajouter`, 'default', form)).rejects.toMatchObject({ status: 303 });
  await expect(send(TEAM, 'publier', { envoi: 'trois' })).rejects.toMatchObject({ status: 303 });
  const page = await pages.render('/correspondances/versions/[number]', '/correspondances/versions/2', { number: '2' });
  expect(page).toMatch(/1 correspondance ajoutée, 0 correspondance retirée/);
  const file = await fileAt('/correspondances/versions/[number].json', { number: '2' });
  const hash = createHash('sha256')
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest('hex');
  expect(page).toContain(hash);
  await expect(fileAt('/correspondances/versions/[number].csv', { number: '3' })).rejects.toMatchObject({
    status: 404,
  });
});

test('an address that is not one of ours is no page, and no error of the site', async () => {
  const wrong = ['?charte=nulle-part', '?objectif=18', '?objectif=abc'];
  for (const query of wrong) {
    await expect(pages.render('/correspondances', `/correspondances${query}`, {})).rejects.toMatchObject({
      status: 404,
    });
  }
  const odd = '?charte=coorace-2020&apres=%27%3B--';
  expect(await pages.render('/correspondances', `/correspondances${odd}`, {})).toContain('Agriculture et alimentation');
  expect(await queue('?etat=partout&apres=1e99_0&charte=%00')).toContain('À regarder');
});

test('a charter read from a document leads to the workbench, for whoever may write there', async () => {
  const route = '/lire/[token]/atelier';
  const token = await readingOf('data/documents/pacte-transition-2020.txt');
  const path = `/lire/${token}/atelier`;
  await expect(pages.render(route, path, { token }, browser())).rejects.toMatchObject({ status: 303 });
  const stranger = await signedIn(await newPerson(database.db, 'passante'));
  expect(plain(await pages.render(route, path, { token }, stranger))).toContain('Seules l’équipe nationale');
  const page = plain(await pages.render(route, path, { token }, claire));
  expect(page).toContain('32 mesures lues. 3 doutes');
  expect(page).toContain('14. Renforcer l’offre');
  const typed = { titre: 'Charte lue', adresse: 'charte-lue-2032', annee: '2032', pour: 'pays' };
  const sent = await send(route, 'default', { ...typed, adresse: 'Pas une adresse' }, { token });
  expect(sent).toMatchObject({ status: 400, data: { problem: expect.stringContaining('minuscules') as string } });
  const opened = await send(route, 'default', typed, { token }).catch((redirected: unknown) => redirected);
  const { location } = opened as { location: string };
  expect(location).toMatch(/^\/atelier\/\d+\/doutes$/);
  const draft = /\d+/.exec(location)?.[0] ?? '';
  const doubts = async () => plain(await pages.render('/atelier/[draft]/doutes', location, { draft }, claire));
  const shown = await doubts();
  expect(shown).toContain('3 doutes à lever sur 3');
  const [doubt = ''] = /(?<=name="doute" value=")\d+/.exec(shown) ?? [];
  const settled = { doute: doubt, note: 'Comparé <i>ligne à ligne</i>' };
  await expect(send('/atelier/[draft]/doutes', 'default', settled, { draft })).rejects.toMatchObject({ status: 303 });
  expect(await doubts()).toContain('Comparé &lt;i>ligne à ligne&lt;/i>');
  expect(await send('/atelier/[draft]/doutes', 'default', settled, { draft })).toMatchObject({ status: 400 });
});

async function readingOf(file: string): Promise<string> {
  const bytes = readFileSync(file);
  const source = { url: null, description: null, publishedOn: null };
  const sent = { bytes, filename: 'charte.txt', mediaType: 'text/plain', source, receivedAt: new Date() };
  const stores = storesOn(database.db);
  const { id } = await stores.documents.keep(sent);
  const { token } = await stores.drafts.open({
    document: id,
    reading: readCharter(bytes.toString('utf8')),
    readerVersion: 'test',
    choices: { edition: null, place: null, signedOn: null, termFrom: null },
    openedBy: 'anyone',
    openedAt: new Date(),
    expiresAt: new Date(Date.now() + 86_400_000),
  });
  return token;
}

test('what was confirmed of words that changed comes filled in: whoever looks at it says it again, or otherwise', async () => {
  const of = { edition: 'pacte-transition-2020', item: 'm7' };
  const likeness = [{ kind: 'said-before', of, relation: 'wider', reason: 'Les cantines de la ville' }];
  const { id } = await database.db
    .insertInto('crosswalkLink')
    .values({
      ...{
        fromEdition: 'coorace-2020',
        fromItem: 'm2',
        toEdition: 'pacte-transition-2020',
        toItem: 'm30',
        toGoal: null,
      },
      ...{ state: 'link-proposed', origin: 'reader', relation: null, reason: '', near: null, score: 1 },
      ...{ wordsSha256: '0'.repeat(64), proposedAt: THEN, decidedAt: null, likeness: JSON.stringify(likeness) },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const link = String(id);
  const page = plain(await pages.render(`${TEAM}/[link]`, `${TEAM}/${link}`, { link }, claire));
  expect(page).toMatch(/value="wider" checked/);
  expect(page).toContain('>Les cantines de la ville</textarea>');
  expect(page).toContain('Mesure 7, Pacte pour la Transition 2020');
});
