/** The views where a town hall works on its plan: who gets in, how many actions change at once, what is never lost. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { textOf } from '#reading/extract/testing/text-of.ts';
import { browser, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { workingPrintedSheet } from '#server/printed-plans.ts';
import { provideRuntime } from '#server/runtime.ts';
import { placeRef } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import { addAction } from '#use-cases/plans/add-action.ts';
import { changeAction } from '#use-cases/plans/change-action.ts';
import { createPlan } from '#use-cases/plans/create-plan.ts';
import { publishPlan } from '#use-cases/plans/publish-plan.ts';
import { withTestDatabase } from './database.ts';
import { actorFor } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { routeModule, type RouteEvent } from './route-module.ts';
import { signedIn } from './signed-in.ts';
import { ofTownHall } from './town-hall.ts';
import { BRY, CHAMPIGNY, settle } from './world.ts';

const NOW = new Date('2027-03-02T09:00:00Z');
const database = withTestDatabase();
const { render } = withPageRenderer();
const stores = () => storesOn(database.db);
let plan = 0;
let agent: Actor;
let ids: readonly number[] = [];
const { actions } = await routeModule('/plans/[plan]/travail/modifier/+page.server.ts');
const { GET: notice } = await routeModule('/plans/[plan]/travail/notice.[format]/+server.ts');
const { GET: internal } = await routeModule('/plans/[plan]/travail/document-interne.[format]/+server.ts');
const { GET: sheet } = await routeModule('/plans/[plan]/travail/actions/[action]/fiche.[format]/+server.ts');
const visitors: { agent: Browser; elsewhere: Browser; nobody: Browser } = {
  agent: browser(),
  elsewhere: browser(),
  nobody: browser(),
};

beforeAll(async () => {
  const { db } = database;
  await settle(db);
  provideRuntime({ config: readConfig({}), db });
  const here = await ofTownHall(db, { name: 'agent', place: CHAMPIGNY });
  agent = await actorFor(db, here);
  visitors.agent = await signedIn(here);
  visitors.elsewhere = await signedIn(await ofTownHall(db, { name: 'ailleurs', place: BRY }));
  plan = (await kept(createPlan(stores(), agent, { place: CHAMPIGNY, title: 'Plan', introduction: '' }, NOW))).plan;
  const lead = { kind: 'person', name: 'Jeanne Petit', isElected: false } as const;
  const made: number[] = [];
  for (const title of ['Un <b>piège</b>', 'Deux', 'Trois']) {
    const patch = title === 'Trois' ? ({ visibility: 'private' } as const) : {};
    made.push((await kept(addAction(stores(), agent, { plan, title, patch, lead }, NOW))).action);
  }
  ids = made;
});

async function kept<Value>(
  taken: Promise<{ ok: true; value: Value } | { ok: false; refusal: unknown }>,
): Promise<Value> {
  const result = await taken;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

const at = (view: string) => `/plans/${plan}/travail${view}`;
const page = async (view: string, who: Browser = visitors.agent, query = '') =>
  await render(`/plans/[plan]/travail${view}`, at(view) + query, { plan: String(plan) }, who);
const rows = async () => (await stores().workingPlans.overview(plan)).rows;
const ticked = async () => (await rows()).map(({ id, version }) => `${id}:${version}`);

async function wordsIn(answer: Response): Promise<string> {
  const words = await textOf(new Uint8Array(await answer.arrayBuffer()), 'f.odt');
  return words.replace(/[\s\u00a0\u202f]+/g, ' ');
}

type Said = Readonly<Record<string, string | readonly string[]>>;

async function post(act: 'voir' | 'confirmer', said: Said, who: Browser = visitors.agent): Promise<unknown> {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(said)) for (const value of [values].flat()) body.append(name, value);
  const asked = who.ask(at('/modifier'), 'POST', { params: { plan: String(plan) } });
  const request = new Request(asked.url, { method: 'POST', headers: asked.request.headers, body });
  const action = actions[act];
  if (action === undefined) throw new Error(`no act ${act}`);
  return await action({ ...asked, request });
}

describe('the views of the workshop', () => {
  test.each(['/tableau', '/calendrier', '/colonnes', '/budget'])(
    'are for the people of the place alone: %s',
    async (view) => {
      const html = await page(view);
      expect(html).not.toContain('<b>piège');
      expect(html).not.toMatch(/NaN|undefined/);
      await expect(page(view, visitors.elsewhere)).rejects.toMatchObject({ status: 404 });
      await expect(page(view, visitors.nobody)).rejects.toMatchObject({ status: 303 });
    },
  );

  test('show private actions and every name, and tick boxes whose words say which action', async () => {
    const html = await page('/tableau');
    expect(html).toContain('privée');
    expect(html).toContain('Jeanne Petit');
    expect(html).toContain('Choisir 2 Deux');
    expect(await page('/colonnes')).toContain('Mettre ici : Réalisé');
    expect(await page('/tableau', visitors.agent, '?fait=2')).toContain('2 actions changées.');
  });

  const paper = async (get: typeof notice, name: string, who = visitors.agent): Promise<string> => {
    const event = who.ask(at(`/${name}.odt`), 'GET', { params: { plan: String(plan), format: 'odt' } });
    return await wordsIn(await get(event));
  };

  test('the internal paper says first that it is one, names everybody, and is not for others', async () => {
    const words = await paper(internal, 'document-interne');
    expect(words).toContain('Document de travail interne : Plan');
    expect(words).toContain('Document interne à la mairie');
    expect(words).toContain('Fiche privée');
    expect(words).toContain('Jeanne Petit');
    await expect(paper(internal, 'document-interne', visitors.elsewhere)).rejects.toMatchObject({ status: 404 });
  });

  test('the notice for the council shows what a publication would, and leads to the public page', async () => {
    const words = await paper(notice, 'notice');
    expect(words).toContain('Notice explicative : Plan');
    expect(words).toContain('Projet de version, pas encore publié');
    expect(words).toContain('Deux');
    expect(words).not.toContain('Trois');
    expect(words).not.toContain('Jeanne Petit');
    expect(words).not.toContain('interne');
    expect(words).toContain(`/plans/${plan}-plan`);
    expect(words).not.toContain('/travail');
    await expect(paper(notice, 'notice', visitors.elsewhere)).rejects.toMatchObject({ status: 404 });
    const told = await page('/publier');
    expect(told).toContain('Notice pour le conseil (PDF)');
    expect(told).toContain('Document de travail interne (PDF)');
  });

  test('one working sheet names everybody too, and is made at the cost of one', async () => {
    const event = (action: number, who = visitors.agent): RouteEvent => {
      const params = { plan: String(plan), action: String(action), format: 'odt' };
      return who.ask(at(`/actions/${action}/fiche.odt`), 'GET', { params });
    };
    const secret = ids[2] ?? 0;
    const answer = await sheet(event(secret));
    const words = await wordsIn(answer);
    expect(words).toContain('Trois');
    expect(words).toContain('Document interne à la mairie');
    expect(words).toContain('Fiche privée');
    expect(words).toContain('Jeanne Petit');
    expect(words).not.toContain('Deux');
    await expect(sheet(event(999_999))).rejects.toMatchObject({ status: 404 });
    await expect(sheet(event(secret, visitors.elsewhere))).rejects.toMatchObject({ status: 404 });

    const { workingPlans } = stores();
    const whole = () => Promise.reject(new Error('the whole plan was read'));
    const place = await placeRef(database.db, CHAMPIGNY);
    const stored = await workingPlans.find(plan);
    if (place === null || stored === null) throw new Error('the world lost its plan');
    const alone = { ...stores(), workingPlans: { ...workingPlans, actions: whole, overview: whole } };
    const work = { db: database.db, stores: alone, plan: stored, place, now: NOW, today: '2027-03-02' };
    const made = await workingPrintedSheet(work, { action: secret, origin: 'https://exemple.test' });
    expect(made?.printed.sheet.title).toBe('Trois');
  });
});

describe('changing many', () => {
  test('first asks what, then shows what, then does it and comes back where one was', async () => {
    const retour = at('/tableau?retard=oui');
    const empty = await post('voir', { choisi: await ticked(), retour });
    expect(empty).toMatchObject({ lines: null, problem: null, chosen: [{}, {}, {}] });
    const said = { choisi: await ticked(), retour, statut: 'en-cours', priorite: 'elevee', fin: '2028-06-30' };
    expect(await post('voir', said)).toMatchObject({
      lines: [
        {
          title: 'Un <b>piège</b>',
          changes: [
            { label: 'Statut', before: 'Statut non dit', after: 'En cours' },
            { label: 'Priorité', before: 'rien', after: 'Élevée' },
            { label: 'Fin', before: 'rien', after: '30 juin 2028' },
          ],
        },
        {},
        {},
      ],
    });
    expect((await rows()).map(({ status }) => status)).toEqual([null, null, null]);
    await expect(post('confirmer', said)).rejects.toMatchObject({ status: 303, location: `${retour}&fait=3` });
    expect((await rows()).map(({ status }) => status)).toEqual(['ongoing', 'ongoing', 'ongoing']);
  });

  test('takes all that a view finds, and leads nowhere but into the plan', async () => {
    const seen = await post('voir', { toutes: 'oui', demande: '?q=deux', retour: 'https://ailleurs.example/' });
    expect(seen).toMatchObject({ chosen: [{ id: ids[1] }], back: at('/tableau') });
  });

  test('keeps what was typed when it is refused: nothing chosen, a wrong day, no reason for a block', async () => {
    expect(await post('voir', { statut: 'realise' })).toMatchObject({
      status: 400,
      data: { typed: { statut: 'realise' } },
    });
    const choisi = await ticked();
    expect(await post('confirmer', { choisi, fin: '30/06/2028' })).toMatchObject({
      status: 400,
      data: { field: 'fin', typed: { fin: '30/06/2028' } },
    });
    const blocked = await post('confirmer', { choisi, statut: 'bloque' });
    expect(blocked).toMatchObject({
      status: 409,
      data: { lines: [{ faults: [expect.any(String), expect.any(String)] }, {}, {}] },
    });
    expect((await rows()).map(({ status }) => status)).toEqual(['ongoing', 'ongoing', 'ongoing']);
  });

  test('somebody else was there first: nothing is done, the new words are shown, one confirms again', async () => {
    const choisi = await ticked();
    const [first] = await rows();
    const change = { plan, action: first?.id ?? 0, version: first?.version ?? 0, patch: { priority: 'low' } as const };
    await kept(changeAction(stores(), agent, change, NOW));
    const refused = await post('confirmer', { choisi, priorite: 'moyenne' });
    expect(refused).toMatchObject({
      status: 409,
      data: { lines: [{ changes: [{ before: 'Basse', after: 'Moyenne' }] }, {}, {}] },
    });
    expect((await rows()).map(({ priority }) => priority)).toEqual(['low', 'high', 'high']);
    await expect(post('confirmer', { choisi: await ticked(), priorite: 'moyenne' })).rejects.toMatchObject({
      status: 303,
    });
    expect((await rows()).map(({ priority }) => priority)).toEqual(['medium', 'medium', 'medium']);
  });

  test('is for nobody else', async () => {
    const said = { choisi: await ticked(), statut: 'realise' };
    await expect(post('confirmer', said, visitors.elsewhere)).rejects.toMatchObject({ status: 404 });
    await expect(post('confirmer', said, visitors.nobody)).rejects.toMatchObject({ status: 303 });
    expect((await rows()).map(({ status }) => status)).toEqual(['ongoing', 'ongoing', 'ongoing']);
  });
});

test('once it is published and nothing more is to show, the council reads what everybody does', async () => {
  await kept(publishPlan(stores(), agent, { plan, note: '', seen: null }, NOW));
  const first = (await rows())[2];
  const change = { plan, action: first?.id ?? 0, version: first?.version ?? 0, patch: { title: 'Trois bis' } } as const;
  await kept(changeAction(stores(), agent, change, NOW));
  const event = visitors.agent.ask(at('/notice.odt'), 'GET', { params: { plan: String(plan), format: 'odt' } });
  const words = await wordsIn(await notice(event));
  expect(words).toContain('Notice explicative : Plan');
  expect(words).not.toContain('Projet de version');
});
