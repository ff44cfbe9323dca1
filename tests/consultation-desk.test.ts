/** The desk of consultations: the national team announces, moderates and answers; a collective does so of its local edition. */
import { beforeAll, describe, expect, test } from 'vitest';
import { dayAfter } from '#domain/shared/local-day.ts';
import { wordsOfMeasure } from '#domain/workbench/draft.ts';
import { browser } from '#server/accounts/testing/request.ts';
import { editionById } from '#server/charters.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { giveRole } from '#use-cases/campaign/give-role.ts';
import { active } from './collectives.ts';
import { ANNOUNCED, confirmed, consulted, CONSULTED, RUNNING, send, TODAY } from './consultation-visit.ts';
import { consulting, draftFor } from './consulting.ts';
import { withTestDatabase } from './database.ts';
import { addressOf, newPerson } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { signedIn } from './signed-in.ts';
import { BRY, EDITION, OPERATOR, settle, THEN } from './world.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const stores = () => storesOn(database.db);
const ROOT = CONSULTED;
const of = consulted;
const take = async (email: string, id: number) => await confirmed({ db: database.db, render }, { email, id });
const DESK = '/equipe/consultations';

let open: { readonly id: number; readonly kept: number };

beforeAll(async () => {
  await settle(database.db);
  provideRuntime({ config: readConfig({}), db: database.db });
  open = await consulting(database.db, { address: 'exemple-pages', range: RUNNING, announcedAt: ANNOUNCED });
});

describe('the national team', () => {
  test('announces, reads what is reported, hides with a reason, answers; to anybody else none of it is there', async () => {
    const person = await newPerson(database.db, 'equipe');
    const { db } = database;
    await giveRole(stores(), OPERATOR, { email: addressOf('equipe'), role: { role: 'national-team' } }, THEN);
    const team = await signedIn(person);
    const draft = await draftFor(db, 'exemple-bureau');
    const typed = {
      projet: String(draft.draft),
      titre: 'Annoncée',
      texte: '',
      ouvre: TODAY,
      ferme: dayAfter(TODAY, 20),
    };
    const refused = await send(team, DESK, { path: DESK, params: {}, form: { ...typed, ferme: TODAY } });
    expect(refused).toMatchObject({ status: 400, data: { title: 'Annoncée' } });
    const announced = await send(team, DESK, { path: DESK, params: {}, form: { ...typed, envoi: 'y1' } });
    expect(announced.status).toBe(303);
    const id = Number(announced.location?.split('/').at(-1));
    const other = await signedIn(await newPerson(db, 'quelconque'));
    for (const route of [DESK, `${DESK}/[consultation]`, `${DESK}/[consultation]/contributions/[contribution]`])
      await expect(render(route, DESK, of(id, { contribution: '1' }), other)).rejects.toMatchObject({ status: 404 });

    const work = { draft: String(draft.draft), measure: String(draft.kept) };
    const atWork = `/atelier/${draft.draft}/mesures/${draft.kept}`;
    const said = 'devient public aussitôt';
    expect(await render('/atelier/[draft]/mesures/[measure]', atWork, work, team)).toContain(said);
    expect(await render('/atelier/[draft]', `/atelier/${draft.draft}`, work, team)).toContain(said);
    const alone = await draftFor(db, 'exemple-sans-consultation');
    const unasked = { draft: String(alone.draft), measure: String(alone.kept) };
    const quiet = await render('/atelier/[draft]/mesures/[measure]', atWork, unasked, team);
    expect(quiet).not.toContain(said);

    const idle = await render(`${DESK}/[consultation]`, `${DESK}/${id}`, of(id), team);
    expect(idle).toContain('Personne n’a rien proposé');
    const who = await take('eve@exemple.fr', id);
    const path = `/consultations/${id}/proposer`;
    const form = { titre: 'Un verger', texte: 'Planter <script>', pourquoi: 'Rien', envoi: 'y2' };
    const written = await send(who, `${ROOT}/proposer`, { path, params: of(id), form });
    const contribution = /contributions\/(\d+)/.exec(written.location ?? '')?.[1] ?? '';
    const params = of(id, { contribution });
    const report = { path: `${path}/x`, params, form: { motif: 'À regarder' } };
    const reported = await send(browser(), `${ROOT}/contributions/[contribution]/signaler`, report);
    expect(reported.status).toBe(303);
    const reports = await render('/equipe/signalements', '/equipe/signalements', {}, team);
    expect(reports).toContain('À regarder');
    expect(reports).toContain('Planter &lt;script>');
    expect(await render('/equipe', '/equipe', {}, team)).toContain('1 signalement à regarder');

    const desk = await render(`${DESK}/[consultation]`, `${DESK}/${id}`, of(id), team);
    expect(desk).toContain('à minuit, heure de Paris');
    expect(desk).toContain('Un verger');
    const route = `${DESK}/[consultation]/contributions/[contribution]`;
    expect(await render(route, DESK, params, team)).toContain('Planter &lt;script>');
    const empty = await send(team, route, {
      act: 'repondre',
      path: DESK,
      params,
      form: { reponse: 'taken', texte: '' },
    });
    expect(empty).toMatchObject({ status: 400, data: { answered: { answer: 'taken' } } });
    const added = String(draft.added);
    const answer = { reponse: 'not', texte: 'La loi le fait déjà' };
    expect((await send(team, route, { act: 'repondre', path: DESK, params, form: answer })).status).toBe(303);
    expect(await render(`${DESK}/[consultation]`, `${DESK}/${id}`, of(id), team)).toContain(
      'Chaque proposition a sa réponse',
    );
    const stale = {
      act: 'repondre',
      path: DESK,
      params,
      form: { reponse: 'taken', texte: 'Oui', reponses: '0', mesure: added },
    };
    const late = await send(team, route, stale);
    expect(late).toMatchObject({ status: 409, data: { answered: { words: 'Oui' } } });
    // What was chosen stands in the form again, not what was answered meanwhile.
    const back = await render(route, DESK, params, team, late.data);
    expect(back).toMatch(/value="taken"[^>]* checked/);
    expect(back).toContain(`<option value="${added}" selected`);
    const corrected = { ...stale, form: { ...stale.form, reponses: '1' } };
    expect((await send(team, route, corrected)).status).toBe(303);
    const readers = `${ROOT}/contributions/[contribution]`;
    const former = await render(readers, `/consultations/${id}/contributions/${contribution}`, params, browser());
    expect(former).toContain('Réponse précédente');
    expect(former).toContain('La loi le fait déjà');
    const hide = { act: 'masquer', path: DESK, params, form: { raison: 'Publicité' } };
    const long = { ...hide, form: { raison: 'x'.repeat(1001) } };
    const tooLong = await send(team, route, long);
    expect(await render(route, DESK, params, team, tooLong.data)).toContain(long.form.raison);
    expect((await send(team, route, hide)).status).toBe(303);
    expect(await render(route, DESK, params, team)).toContain('Montrer à nouveau');
    const show = { ...hide, act: 'montrer', form: { raison: 'Masquée par erreur' } };
    expect((await send(team, route, show)).status).toBe(303);
    expect(await render(route, `${DESK}/x?montree`, params, team)).toContain('de nouveau visible');
    expect(await render('/equipe/signalements', '/equipe/signalements', {}, team)).not.toContain('À regarder');

    const domains = await render(`${DESK}/[consultation]/domaines`, `${DESK}/${id}/domaines`, of(id), team);
    expect(domains).toContain(`${DESK}/${id}/domaines/exemple.fr`);
    const one = `${DESK}/[consultation]/domaines/[domain]`;
    const from = { path: `${DESK}/${id}/domaines/exemple.fr`, params: of(id, { domain: 'exemple.fr' }) };
    const shown = await render(one, from.path, from.params, team);
    const participation = /name="participation" value="(\d+)"/.exec(shown)?.[1] ?? '';
    const nobody = await send(team, one, { act: 'retirer', ...from, form: { raison: 'Bourrage' } });
    expect(nobody).toMatchObject({ status: 400, data: { reason: 'Bourrage' } });
    const taken = { act: 'retirer', ...from, form: { participation, raison: 'Bourrage' } };
    expect((await send(team, one, taken)).location).toBe(`${from.path}?retire`);
    await expect(render(one, from.path, from.params, other)).rejects.toMatchObject({ status: 404 });

    const cancel = { act: 'annuler', path: `${DESK}/${id}`, params: of(id), form: { raison: 'Erreur' } };
    expect((await send(team, `${DESK}/[consultation]`, cancel)).status).toBe(303);
    expect(await render(ROOT, `/consultations/${id}`, of(id), browser())).toContain('Raison : Erreur');
  });
});

describe('the coordinator of a collective', () => {
  test('has a desk of the consultations on its local edition, and sees no other', async () => {
    const { db } = database;
    const { id: collective, founder } = await active(db, { founder: 'coordo', places: [BRY] });
    const here = await signedIn(founder);
    const local = await draftFor(db, 'exemple-locale', collective);
    const html = await render(DESK, `${DESK}?projet=${local.draft}`, {}, here);
    expect(html).toContain(`<option value="${local.draft}" selected`);
    expect(html.match(/<option /g)).toHaveLength(1);
    expect(html).not.toContain(`${DESK}/${open.id}`);
    const days = { ouvre: TODAY, ferme: dayAfter(TODAY, 20) };
    const form = { projet: String(local.draft), titre: 'Chez nous', texte: '', ...days, envoi: 'l1' };
    const announced = await send(here, DESK, { path: DESK, params: {}, form });
    expect(announced.status).toBe(303);
    const id = Number(announced.location?.split('/').at(-1));
    expect(await render(`${DESK}/[consultation]`, `${DESK}/${id}`, of(id), here)).toContain('Contributions signalées');
    await expect(render(`${DESK}/[consultation]`, `${DESK}/${open.id}`, of(open.id), here)).rejects.toMatchObject({
      status: 404,
    });
    // The national team reads and moderates it; its forms are not its own to send.
    const helper = await newPerson(db, 'aide');
    await giveRole(stores(), OPERATOR, { email: addressOf('aide'), role: { role: 'national-team' } }, THEN);
    const team = await signedIn(helper);
    const seen = await render(`${DESK}/[consultation]`, `${DESK}/${id}`, of(id), team);
    expect(seen).toContain('L’équipe nationale modère');
    expect(await render(DESK, DESK, {}, team)).not.toContain(`<option value="${local.draft}"`);
    const others = { ...form, envoi: 'l3' };
    expect((await send(team, DESK, { path: DESK, params: {}, form: others })).status).toBe(403);
    const elsewhere = await send(here, DESK, { path: DESK, params: {}, form: { ...form, projet: '1', envoi: 'l2' } });
    expect(elsewhere.status).toBe(403);
    const asked = [
      await render('/consultations', '/consultations', {}),
      await render(ROOT, `/consultations/${id}`, of(id), browser()),
      await render(`${ROOT}/contributions`, `/consultations/${id}/contributions`, of(id), browser()),
    ];
    for (const page of asked) expect(page).toMatch(/Chez nous[^]*locale[^]*\(Bry-sur-Marne\)/);
    expect(await render('/atelier/[draft]', `/atelier/${local.draft}`, { draft: String(local.draft) }, here)).toContain(
      `${DESK}?projet=${local.draft}#annoncer`,
    );
  });
});

test('a measure that unites two names both, and leads to what became of each', async () => {
  const { db } = database;
  const [first, second] = (editionById(EDITION)?.measures ?? []).map((one) => ({
    of: one,
    words: wordsOfMeasure(one),
  }));
  if (first === undefined || second === undefined) throw new Error('no measure');
  const both = { ...first.words, introduction: [...first.words.introduction, second.of.title] };
  await db
    .updateTable('consultationMeasure')
    .set({
      words: JSON.stringify(both),
      origins: JSON.stringify([first, second].map(({ of: { number } }) => ({ edition: EDITION, measure: number }))),
      change: 'merged',
    })
    .where('draftMeasureId', '=', open.kept)
    .execute();
  const params = of(open.id, { measure: String(open.kept) });
  const path = `/consultations/${open.id}/mesures/${open.kept}`;
  const html = await render(`${ROOT}/mesures/[measure]`, path, params, browser());
  for (const { of: measure } of [first, second]) {
    expect(html).toContain(`Ancienne mesure ${measure.number} : `);
    expect(html).toContain(`mesures/${measure.number}/campagne`);
  }
  expect(html).toContain('Campagne passée : ce qu’est devenue la mesure 2');
});
