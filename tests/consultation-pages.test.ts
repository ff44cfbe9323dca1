/** A consultation as somebody walks through it: led there, confirmed, voting, writing, reading. */
import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { partCode } from '#domain/consultation/head-part.ts';
import { browser, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { hideContribution } from '#use-cases/consultation/moderate-consultation.ts';
import { ANNOUNCED, confirmed, consulted, CONSULTED, RUNNING, send } from './consultation-visit.ts';
import { consulting, type TestDraft } from './consulting.ts';
import { withTestDatabase } from './database.ts';
import { MADE, publishMadeEdition } from './made-edition.ts';
import { withPageRenderer } from './render-page.ts';
import { buildWorld, EDITION, OPERATOR } from './world.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const stores = () => storesOn(database.db);
const ROOT = CONSULTED;
const of = consulted;
const take = async (email: string, id = open.id) => await confirmed({ db: database.db, render }, { email, id });

let open: TestDraft & { readonly id: number };

const measure = (id: number, row: number) => ({
  path: `/consultations/${id}/mesures/${row}`,
  params: of(id, { measure: String(row) }),
});

beforeAll(async () => {
  await buildWorld(database.db);
  provideRuntime({ config: readConfig({}), db: database.db });
  await publishMadeEdition(database.db);
  open = await consulting(database.db, { address: 'exemple-pages', range: RUNNING, announcedAt: ANNOUNCED });
});

test('every page of a consultation says whose it is', () => {
  const pages = globSync('src/routes/consultations/[[]consultation[]]/**/+page.svelte');
  expect(pages.length).toBeGreaterThan(9);
  const silent = pages.filter((page) => !/<(ConsultationHead|ConsultedBy) /.test(readFileSync(page, 'utf8')));
  expect(silent).toEqual([]);
});

describe('somebody who comes', () => {
  test('reads what is asked, until when, and what each measure becomes, without being asked anything', async () => {
    const list = await render('/consultations', '/consultations', {});
    expect(list).toContain('Le pacte de 2032 (exemple)');
    const html = await render(ROOT, `/consultations/${open.id}`, of(open.id), browser());
    expect(html).toContain('Dites ce que vous en pensez.');
    expect(html).toContain('heure de Paris');
    expect(html).toContain('retirée');
    expect(html).not.toContain('Voter sur toutes');
    const { path, params } = measure(open.id, open.changed);
    const page = await render(`${ROOT}/mesures/[measure]`, path, params, browser());
    expect(page).toContain('<ins>');
    expect(page).toContain('avec les habitant·es');
    expect(page).toContain('Demandé par les collectifs');
    // The evidence beside it, with its denominator.
    expect(page).toMatch(/Prise, en tout ou en partie, dans [^.]* pactes? signés? sur/);
    expect(page).not.toContain('Enregistrer mon vote');
  });

  test('confirms an address once, votes on everything at once, then finds the votes again', async () => {
    const who = await take('ava@exemple.fr');
    const form = { [`vote-m${open.kept}`]: 'for', [`vote-m${open.removed}`]: 'against', [`vote-m${open.added}`]: '' };
    const path = `/consultations/${open.id}/voter`;
    const voted = await send(who, `${ROOT}/voter`, { path, params: of(open.id), form });
    expect(voted).toMatchObject({ status: 303, location: `${path}?vote` });
    const again = await render(`${ROOT}/voter`, `${path}?vote`, of(open.id), who);
    expect(again.match(/checked/g)).toHaveLength(9);
    expect(again).toContain('Votre vote est enregistré');
    const back = await send(who, `${ROOT}/voter`, {
      path,
      params: of(open.id),
      form: { [`vote-m${open.kept}`]: 'retirer' },
    });
    expect(back.status).toBe(303);
    const votes = await database.db.selectFrom('consultationVote').select('object').execute();
    expect(votes).toEqual([{ object: `m${open.removed}` }]);
    const garbled = { [`vote-m${open.removed}`]: 'contre' };
    const refused = await send(who, `${ROOT}/voter`, { path, params: of(open.id), form: garbled });
    expect(refused).toMatchObject({ status: 400, data: { chosen: { [`m${open.removed}`]: 'contre' } } });
    expect(await database.db.selectFrom('consultationVote').select('object').execute()).toEqual(votes);
  });

  test('without having confirmed, is told what to do and loses nothing', async () => {
    const { path, params } = measure(open.id, open.changed);
    const form = { partie: 'title', texte: 'Mes mots à moi', pourquoi: 'Pour rien' };
    const outcome = await send(browser(), `${ROOT}/mesures/[measure]`, { act: 'amender', path, params, form });
    expect(outcome).toMatchObject({ status: 403, data: { words: 'Mes mots à moi' } });
    expect(outcome.data?.problem).toContain('Confirmez d’abord votre adresse');
    // The pass of the browser may be lost between the page and the press: the choices stand in the form that comes back.
    const object = `m${open.changed}`;
    const voting = [
      [`${ROOT}/voter`, `/consultations/${open.id}/voter`, of(open.id), 'default'],
      [`${ROOT}/mesures/[measure]`, path, params, 'voter'],
    ] as const;
    for (const [route, at, asked, act] of voting) {
      const vote = { act, path: at, params: asked, form: { [`vote-${object}`]: 'against' } };
      const refused = await send(browser(), route, vote);
      expect(refused).toMatchObject({ status: 403, data: { chosen: { [object]: 'against' } } });
      const html = await render(route, at, asked, browser(), refused.data);
      expect(html).toMatch(new RegExp(`name="vote-${object}" value="against" checked`));
      expect(html).toContain('Vos choix ne sont pas enregistrés');
    }
  });

  test('proposes other words, shown as a difference, and they are taken for words', async () => {
    const who = await take('bea@exemple.fr');
    const { path, params } = measure(open.id, open.changed);
    const begun = await render(`${ROOT}/mesures/[measure]`, `${path}?partie=title`, params, who);
    expect(begun).toMatch(/<textarea id="a-texte"[^>]*>[^<]+, avec les habitant·es<\/textarea/);
    const form = {
      partie: 'title',
      texte: 'Un <b>autre</b> titre',
      pourquoi: 'Plus clair',
      signature: 'Béa',
      envoi: 'x1',
    };
    const written = await send(who, `${ROOT}/mesures/[measure]`, { act: 'amender', path, params, form });
    const again = await send(who, `${ROOT}/mesures/[measure]`, { act: 'amender', path, params, form });
    expect(written.status).toBe(303);
    expect(again.location).toBe(written.location);
    const contribution = /contributions\/(\d+)/.exec(written.location ?? '')?.[1] ?? '';
    const page = await render(
      `${ROOT}/contributions/[contribution]`,
      written.location ?? '',
      of(open.id, { contribution }),
      who,
    );
    expect(page).toContain('<del>');
    expect(page).toContain('&lt;b>');
    expect(page).toContain('Béa');
    expect(page).toContain('Retirer ma contribution');
    const other = await render(`${ROOT}/contributions/[contribution]`, path, of(open.id, { contribution }), browser());
    expect(other).not.toContain('Retirer ma contribution');
  });

  test('what is hidden shows its reason to everybody, and its words to whoever wrote it', async () => {
    const who = await take('cyd@exemple.fr');
    const form = { titre: 'Un titre gênant', texte: 'Des mots gênants', pourquoi: 'Ainsi', envoi: 'x2' };
    const path = `/consultations/${open.id}/proposer`;
    const written = await send(who, `${ROOT}/proposer`, { path, params: of(open.id), form });
    const contribution = /contributions\/(\d+)/.exec(written.location ?? '')?.[1] ?? '';
    const request = { consultation: open.id, contribution: Number(contribution), reason: 'Nom d’une voisine' };
    expect((await hideContribution(stores(), OPERATOR, request, new Date())).ok).toBe(true);
    const shown = async (to: Browser) =>
      await render(`${ROOT}/contributions/[contribution]`, path, of(open.id, { contribution }), to);
    const everybody = await shown(browser());
    expect(everybody).toContain('Nom d’une voisine');
    expect(everybody).not.toContain('gênant');
    expect(await shown(who)).toContain('Des mots gênants');
    const list = await render(`${ROOT}/contributions`, path, of(open.id), browser());
    expect(list).not.toContain('gênant');
  });

  test('is told when the workbench changed the words since: the contribution is about those it had', async () => {
    const moved = await consulting(database.db, {
      address: 'exemple-deplacee',
      range: RUNNING,
      announcedAt: ANNOUNCED,
    });
    const who = await take('dot@exemple.fr', moved.id);
    const { path, params } = measure(moved.id, moved.added);
    const form = { partie: 'l1.1', texte: 'Ouvrir deux halles.', pourquoi: 'Une ne suffit pas', envoi: 'x3' };
    const written = await send(who, `${ROOT}/mesures/[measure]`, { act: 'amender', path, params, form });
    const words = { title: 'Une halle', introduction: [], levels: [{ level: 1, clauses: ['Ouvrir trois halles.'] }] };
    await database.db
      .updateTable('draftMeasure')
      .set({ words: JSON.stringify(words) })
      .where('id', '=', moved.added)
      .execute();
    const contribution = /contributions\/(\d+)/.exec(written.location ?? '')?.[1] ?? '';
    const page = await render(`${ROOT}/contributions/[contribution]`, path, of(moved.id, { contribution }), browser());
    expect(page).toContain('L’atelier a changé ces mots depuis');
    const html = await render(`${ROOT}/mesures/[measure]`, path, params, browser());
    expect(html).toContain('L’atelier a changé ces mots depuis');
    expect(html).toContain('trois halles');
  });
});

describe('the head of the draft', () => {
  const TITLE = 'Principe A : ';
  const row = async (code: string) => {
    const all = await stores().consultations.measures(open.id);
    const found = all.find(({ part }) => part !== null && partCode(part) === code);
    const address = { path: `/consultations/${open.id}/entete/${found?.id ?? 0}`, id: found?.id ?? 0 };
    return { ...address, params: of(open.id, { part: String(address.id) }) };
  };
  const ROUTE = `${ROOT}/entete/[part]`;

  test('is read, voted on and said otherwise like a measure; its rules and themes are commented', async () => {
    const list = await render(ROOT, `/consultations/${open.id}`, of(open.id), browser());
    const [principle, rules] = [await row('principle-A'), await row('rules')];
    for (const { path } of [principle, rules]) expect(list).toContain(`href="${path}"`);
    const who = await take('fay@exemple.fr');
    const page = await render(ROUTE, principle.path, principle.params, who);
    expect(page).toContain(TITLE);
    expect(page).toContain('<ins>');
    expect(page).toContain('Dit plus simplement');
    expect(page).toContain('Proposer d’autres mots');
    const vote = { act: 'voter', ...principle, form: { [`vote-m${principle.id}`]: 'for' } };
    expect((await send(who, ROUTE, vote)).status).toBe(303);
    expect(await render(ROUTE, principle.path, principle.params, who)).toMatch(/value="for" checked/);
    const form = { partie: 'text', texte: 'Agir sur tout.', pourquoi: 'Plus court', envoi: 'h1' };
    const written = await send(who, ROUTE, { act: 'amender', ...principle, form });
    const contribution = /contributions\/(\d+)/.exec(written.location ?? '')?.[1] ?? '';
    const said = of(open.id, { contribution });
    const shown = await render(`${ROOT}/contributions/[contribution]`, written.location ?? '', said, browser());
    expect(shown).toContain('principe A, texte');
    expect(shown).toContain(`href="${principle.path}"`);
    const ruled = await render(ROUTE, rules.path, rules.params, who);
    expect(ruled).toContain('au moins 10 mesures');
    expect(ruled).not.toContain('Proposer d’autres mots');
    const asMeasure = render(`${ROOT}/mesures/[measure]`, rules.path, of(open.id, { measure: String(rules.id) }), who);
    await expect(asMeasure).rejects.toMatchObject({ status: 404 });
  });
});

describe('whoever does not look for it', () => {
  test('the first page, the charters and the page of the one that it would follow lead to an open consultation', async () => {
    const pages = [
      await render('', '/', {}, browser()),
      await render('/chartes', '/chartes', {}, browser()),
      await render('/chartes/[edition]', `/chartes/${EDITION}`, { edition: EDITION }, browser()),
    ];
    for (const html of pages) {
      expect(html).toContain(`href="/consultations/${open.id}"`);
      expect(html).toContain('Consultation ouverte jusqu’au');
    }
  });

  test('a new edition is news, and the edition that it was made from leads to it', async () => {
    const home = await render('', '/', {}, browser());
    expect(home).toContain('nouvelle édition d’une charte');
    const before = await render('/chartes/[edition]', `/chartes/${EDITION}`, { edition: EDITION }, browser());
    expect(before).toContain('Une édition plus récente en est issue');
    for (const html of [home, before]) expect(html).toContain(`href="/chartes/${MADE}"`);
  });
});
