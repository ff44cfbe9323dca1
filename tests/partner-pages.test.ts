/** Partners from the request to support, sheets and committees, asked as a browser asks: who sees what, and when. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Asked, Browser } from '#server/accounts/testing/request.ts';
import { keepEditionsMade } from '#server/charters.ts';
import { readConfig } from '#server/config.ts';
import { refreshEditions } from '#server/editions-kept.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { FOOT_LINKS } from '#ui/messages/site.fr.ts';
import { giveRole } from '#use-cases/campaign/give-role.ts';
import { withTestDatabase } from './database.ts';
import { publishNextEdition, NEXT_EDITION } from './next-edition.ts';
import { partnerSomewhere, type PartnerWorld } from './partner-somewhere.ts';
import { addressOf, newPerson } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { signedIn } from './signed-in.ts';
import { EDITION, OPERATOR, THEN } from './world.ts';

const database = withTestDatabase();
const pages = withPageRenderer();
let world: PartnerWorld;
let claire: Browser;
let pilot: Browser;
let partner: Browser;
let passer: Browser;

beforeAll(async () => {
  const { db } = database;
  provideRuntime({ config: readConfig({}), db });
  world = await partnerSomewhere(db);
  const person = await newPerson(db, 'claire');
  await giveRole(storesOn(db), OPERATOR, { email: addressOf('claire'), role: { role: 'national-team' } }, THEN);
  claire = await signedIn(person);
  pilot = await signedIn('p-pilote');
  partner = await signedIn('p-partenaire');
  passer = await signedIn(await newPerson(db, 'passante'));
});

// Other files share the process, not the database.
afterAll(() => {
  keepEditionsMade([]);
});

type Sent = { readonly act: string; readonly form: Readonly<Record<string, string>>; readonly by: Browser };

async function send(route: string, { act, form, by }: Sent, params = {}, query = ''): Promise<unknown> {
  const { actions } = (await import(
    /* @vite-ignore */ pathToFileURL(resolve(`src/routes${route}/+page.server.ts`)).href
  )) as { actions: Readonly<Record<string, (event: Asked) => Promise<unknown>>> };
  return await actions[act]?.(by.ask(`${route}?/${act}${query}`, 'POST', { form: { envoi: act, ...form }, params }));
}

/** As typed: the spaces of French typography are the page's. */
const plain = (html: string): string =>
  html
    .replaceAll(/[\u00a0\u202f]/gu, ' ')
    .replaceAll(/<!--.*?-->/gu, '')
    .replaceAll(/\s+/gu, ' ');
const see = async (route: string, path: string, params = {}, who?: Browser, form?: object) =>
  plain(await pages.render(route, path, params, who, form));
const publicPage = async (organisation: number) =>
  await see('/partenaires/[organisation]', `/partenaires/${organisation}`, { organisation: String(organisation) });
const measure = async (edition: string, number: number) =>
  await see('/chartes/[edition]/mesures/[measure]', `/chartes/${edition}/mesures/${number}`, {
    edition,
    measure: String(number),
  });
const fiche = async (edition: string, number: number, sheet: number) =>
  await see(
    '/chartes/[edition]/mesures/[measure]/fiches/[sheet]',
    `/chartes/${edition}/mesures/${number}/fiches/${sheet}`,
    {
      ...{ edition, measure: String(number), sheet: String(sheet) },
    },
  );

test('the list counts partners among all requests that were decided, and names the refused and those who left', async () => {
  const shown = await see('/partenaires', '/partenaires');
  expect(shown).toContain('1 partenaire aujourd’hui, sur 3 demandes décidées');
  expect(shown).toContain('Vélo pour tous (exemple)');
  expect(shown).toContain('demande refusée');
  expect(shown).toContain('n’est plus partenaire');
});

test('the page of an organisation tells the decision with its votes and reasons, and names nobody who did not agree', async () => {
  const shown = await publicPage(world.joined);
  expect(shown).toContain('1 pour, 0 contre');
  expect(shown).toContain('Connue du comité');
  expect(shown).toContain('un·e membre du comité');
  expect(shown).toContain('Nom non montré, bénévole');
  expect(shown).toContain('retiré : Par erreur');
  expect(shown).not.toContain('partenaire@example.fr');
  expect(await publicPage(world.refused)).toContain('Refusée le');
  expect(await publicPage(world.left)).toContain('Motif : Dissoute');
});

test('a request that waits is nobody’s business: its page is not there, the committee and the team alone see it', async () => {
  const form = { organisation: '<b>Haie</b>', site: 'haie.example', activite: 'Des haies', qualite: 'x', nom: '' };
  const route = '/partenaires/demander';
  const asked = send(route, { act: 'default', form, by: passer });
  await expect(asked).rejects.toMatchObject({ status: 303 });
  const id = (await database.db.selectFrom('organisation').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow())
    .id;
  await expect(publicPage(id)).rejects.toMatchObject({ status: 404 });
  const again = await send(route, { act: 'default', form: { ...form, envoi: 'b' }, by: partner });
  expect(again).toMatchObject({ status: 409, data: { name: '<b>Haie</b>' } });
  expect(await see(route, route, {}, partner, (again as { data: object }).data)).toContain('déjà demandé à rejoindre');
  const requests = '/partenaires/demandes';
  await expect(see(requests, requests, {}, passer)).rejects.toMatchObject({ status: 404 });
  expect(await see(requests, requests, {}, claire)).not.toContain('type="radio"');
  const shown = await see(requests, requests, {}, pilot);
  expect(shown).toContain('&lt;b>Haie&lt;/b>');
  expect(shown).toContain('n’est pas au nom de domaine du site');
  expect(await see('/equipe', '/equipe', {}, claire)).toContain('1 demande attend le comité');
  const missing = await send(requests, {
    act: 'default',
    form: { demande: String(id), version: '1', voix: '', motif: 'Oui' },
    by: pilot,
  });
  expect(missing).toMatchObject({ status: 400, data: { reason: 'Oui' } });
  const vote = { demande: String(id), version: '1', voix: 'for', motif: 'Utile' };
  await expect(send(requests, { act: 'default', form: vote, by: pilot })).rejects.toMatchObject({
    location: '/partenaires/demandes?fait=partner-accepted',
  });
  expect(await publicPage(id)).toContain('Utile');
});

test('the space of an organisation is for those who speak for it', async () => {
  const route = '/partenaires/[organisation]/espace';
  const params = { organisation: String(world.joined) };
  const path = `/partenaires/${world.joined}/espace`;
  await expect(see(route, path, params, claire)).rejects.toMatchObject({ status: 404 });
  expect(await see(route, path, params, partner)).toContain('Retirer ce soutien');
  const form = { charte: EDITION, mesure: '99' };
  const refused = await send(route, { act: 'soutenir', form, by: partner }, params);
  expect(refused).toMatchObject({ status: 400, data: { typed: { measure: '99' } } });
  await expect(send(route, { act: 'soutenir', form, by: claire }, params)).rejects.toMatchObject({ status: 404 });
});

test('a form that is refused has the focus above it, with a way to its field, and keeps what was typed in what was folded', async () => {
  const route = '/partenaires/[organisation]/espace';
  const params = { organisation: String(world.joined) };
  const path = `/partenaires/${world.joined}/espace`;
  const [, endorsed = ''] = /name="soutien" value="(\d+)"/.exec(await see(route, path, params, partner)) ?? [];
  const long = 'a'.repeat(1001);
  const refused = await send(
    route,
    { act: 'ne-plus-soutenir', form: { soutien: endorsed, motif: long }, by: partner },
    params,
  );
  const again = await see(route, path, params, partner, (refused as { data: object }).data);
  expect(again).toContain('role="alert" tabindex="-1" autofocus');
  expect(again).toContain(`href="#motif${endorsed}"`);
  expect(again).toContain(`id="motif${endorsed}"`);
  expect(again).toMatch(new RegExp(`<details open="">.{0,400}value="${long}"`, 'u'));
  const desk = '/equipe/partenaires';
  const typed = { organisation: String(world.joined), adresse: 'inconnue@example.fr', qualite: 'trésorière' };
  const unknown = await send(desk, { act: 'nommer', form: typed, by: claire });
  const shown = await see(desk, desk, {}, claire, (unknown as { data: object }).data);
  expect(shown).toContain(`href="#adresse${world.joined}"`);
  expect(shown).toContain('value="inconnue@example.fr"');
  const committees = '/equipe/comites';
  const rule = await send(committees, { act: 'regle', form: { jour: '2031-01-01', voix: '0' }, by: claire });
  const desks = await see(committees, committees, {}, claire, (rule as { data: object }).data);
  expect(desks).toContain('href="#voix-regle"');
  expect(desks).toContain('id="voix-regle"');
});

test('support is told on the edition and on the measure, with its count', async () => {
  const edition = await see('/chartes/[edition]', `/chartes/${EDITION}`, { edition: EDITION });
  expect(edition).toContain('1 organisation partenaire soutient cette édition dans son entier.');
  expect(await measure(EDITION, 15)).toContain('1 organisation partenaire soutient cette mesure.');
  expect(await measure(EDITION, 7)).toContain('Aucune organisation partenaire ne soutient cette mesure à ce jour.');
});

test('a sheet is on its measure, follows it into the next edition, and says so until it is confirmed', async () => {
  expect(await measure(EDITION, 15)).toContain(`href="/chartes/${EDITION}/mesures/15/fiches/${world.sheet}"`);
  const shown = await fiche(EDITION, 15, world.sheet);
  expect(shown).toContain('Des pistes');
  expect(shown).toContain('CC BY 4.0');
  expect(shown).toContain('href="https://velo.example/pistes"');
  await expect(fiche(EDITION, 1, world.sheet)).rejects.toMatchObject({ status: 404 });
  await publishNextEdition(database.db, { swapped: [15, 22], merged: [9, 8], split: 10, removed: 31 }, THEN);
  await refreshEditions(database.db);
  expect(await measure(NEXT_EDITION, 22)).toContain('Écrite pour la mesure 15 de');
  const writing = '/partenaires/fiches/ecrire';
  const query = `&fiche=${world.sheet}`;
  expect(await see(writing, `${writing}?fiche=${world.sheet}`, {}, partner)).toContain(`value="${NEXT_EDITION}:22"`);
  await expect(see(writing, `${writing}?fiche=${world.sheet}`, {}, passer)).rejects.toMatchObject({ status: 404 });
  const form = { pour: `${NEXT_EDITION}:22` };
  await expect(send(writing, { act: 'confirmer', form, by: partner }, {}, query)).rejects.toMatchObject({
    location: `/chartes/${NEXT_EDITION}/mesures/22/fiches/${world.sheet}`,
  });
  expect(await fiche(NEXT_EDITION, 22, world.sheet)).toContain('confirmée pour celle-ci');
});

test('what is typed of a sheet comes back when it is refused; taken away, its address says when and why', async () => {
  const writing = '/partenaires/fiches/ecrire';
  const typed = { auteur: String(world.joined), charte: EDITION, mesure: '15', titre: 'Garer', how: 'Des arceaux' };
  const refused = await send(writing, { act: 'publier', form: typed, by: partner });
  expect(refused).toMatchObject({ status: 400 });
  const again = await see(writing, writing, {}, partner, (refused as { data: object }).data);
  expect(again).toContain('Choisissez une licence');
  expect(again).toContain('Des arceaux');
  const query = `&fiche=${world.sheet}`;
  await expect(
    send(writing, { act: 'retirer', form: { motif: 'Publicité' }, by: claire }, {}, query),
  ).rejects.toMatchObject({
    status: 303,
  });
  await expect(fiche(EDITION, 15, world.sheet)).rejects.toMatchObject({
    status: 410,
    body: { message: expect.stringContaining('Publicité') as string },
  });
});

test('who names a member for an organisation chooses it by its name, and nothing chosen is lost when it is refused', async () => {
  const team = '/equipe/comites';
  const empty = await see(team, team, {}, claire);
  expect(empty).toContain(`<option value="${world.joined}">Vélo pour tous (exemple)</option>`);
  expect(empty).not.toContain('Béton pour tous');
  const form = {
    ...{ comite: 'monitoring', adresse: 'inconnue@example.fr', qualite: 'membre', depuis: '2026-05-01' },
    organisation: String(world.joined),
  };
  const refused = await send(team, { act: 'nommer', form, by: claire });
  const again = await see(team, team, {}, claire, (refused as { data: object }).data);
  expect(again).toContain('Aucun compte n’a cette adresse');
  expect(again).toContain(`<option value="${world.joined}" selected="">`);
  expect(again).toContain('<option value="monitoring" selected="">');
  const named = { ...form, adresse: addressOf('partenaire') };
  await expect(send(team, { act: 'nommer', form: named, by: claire })).rejects.toMatchObject({ status: 303 });
  expect(await see('/partenaires/comites', '/partenaires/comites')).toContain(
    'membre, Vélo pour tous (exemple), depuis',
  );
});

test('the foot of every page leads to the partners, and a charter to all those that support it', async () => {
  expect(FOOT_LINKS.map(({ href }) => href)).toContain('/partenaires');
  expect(await see('/chartes/[edition]', `/chartes/${EDITION}`, { edition: EDITION })).toContain('href="/partenaires"');
});

test('the committees are public: seats, rule and decisions with what they said before a correction', async () => {
  const team = '/equipe/comites';
  const decision = {
    comite: 'monitoring',
    jour: '2026-05-01',
    decision: 'Aider dix communes',
    pourquoi: '',
    documents: '',
  };
  await expect(send(team, { act: 'inscrire', form: decision, by: claire })).rejects.toMatchObject({ status: 303 });
  await expect(send(team, { act: 'inscrire', form: decision, by: pilot })).rejects.toMatchObject({ status: 404 });
  const { id } = await database.db.selectFrom('nationalDecision').select('id').executeTakeFirstOrThrow();
  const corrected = {
    ...decision,
    corrigee: String(id),
    version: '1',
    decision: 'Aider douze communes',
    motif: 'Erreur',
  };
  await expect(send(team, { act: 'corriger', form: corrected, by: claire })).rejects.toMatchObject({ status: 303 });
  await expect(
    send('/partenaires/comites/mon-siege', { act: 'default', form: { comite: 'steering', nom: 'P. Lote' }, by: pilot }),
  ).rejects.toMatchObject({ status: 303 });
  const shown = await see('/partenaires/comites', '/partenaires/comites');
  expect(shown).toContain('P. Lote, membre');
  expect(shown).toContain('le premier côté qui réunit 1 voix décide');
  expect(shown).toContain('Aider douze communes');
  expect(shown).toContain('Aider dix communes');
  expect(await see(team, team, {}, claire)).toContain('Aider douze communes');
});
