/** The pages where a town hall works on its plans, asked as a browser asks them: who gets in, what a form keeps. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isHttpError, isRedirect } from '@sveltejs/kit';
import { beforeAll, describe, expect, test } from 'vitest';
import { browser, type Asked, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { addDocument, removeDocument } from '#use-cases/plans/action-documents.ts';
import { addAction } from '#use-cases/plans/add-action.ts';
import { createPlan } from '#use-cases/plans/create-plan.ts';
import { publishPlan } from '#use-cases/plans/publish-plan.ts';
import { recordAdoption } from '#use-cases/plans/record-adoption.ts';
import { withTestDatabase } from './database.ts';
import { actorFor } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { routeModule, visit } from './route-module.ts';
import { signedIn as sessionOf } from './signed-in.ts';
import { ofTownHall } from './town-hall.ts';
import { BRY, CHAMPIGNY, settle } from './world.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const NOW = new Date('2027-03-02T09:00:00Z');
const ROOT = '/plans/[plan]/travail';
const stores = () => storesOn(database.db);
let plan = 0;
let action = 0;

beforeAll(async () => {
  provideRuntime({ config: readConfig({}), db: database.db });
  await settle(database.db);
  const agent = await actorFor(database.db, await ofTownHall(database.db, { name: 'agent', place: CHAMPIGNY }));
  await ofTownHall(database.db, { name: 'ailleurs', place: BRY });
  const created = await createPlan(stores(), agent, { place: CHAMPIGNY, title: 'Plan climat', introduction: '' }, NOW);
  plan = created.ok ? created.value.plan : 0;
  const added = await addAction(
    stores(),
    agent,
    { plan, title: 'Isoler <b>l’école</b>', patch: { texts: { context: 'Le contexte.' } }, lead: null },
    NOW,
  );
  action = added.ok ? added.value.action : 0;
});

const signedIn = async (name: string): Promise<Browser> => await sessionOf(`p-${name}`);

type Module = {
  readonly load: (event: Asked) => Promise<unknown>;
  readonly actions?: Readonly<Record<string, (event: Asked) => Promise<unknown>>>;
};
const moduleOf = async (route: string) =>
  (await import(/* @vite-ignore */ pathToFileURL(resolve(`src/routes${route}/+page.server.ts`)).href)) as Module;

async function see(who: Browser, page: string) {
  const { load } = await moduleOf(`${ROOT}${page}`);
  return await load(
    who.ask(`/plans/${plan}/travail${page}`, 'GET', { params: { plan: String(plan), action: String(action) } }),
  );
}

async function send(who: Browser, page: string, act: string, form: Readonly<Record<string, string>>) {
  const { actions = {} } = await moduleOf(`${ROOT}${page}`);
  const params = { plan: String(plan), action: String(action) };
  return await actions[act]?.(who.ask(`/plans/${plan}/travail${page}`, 'POST', { form, params }));
}

async function statusOf(answer: Promise<unknown>): Promise<number> {
  try {
    return ((await answer) as { readonly status?: number }).status ?? 200;
  } catch (thrown) {
    if (isHttpError(thrown) || isRedirect(thrown)) return thrown.status;
    throw thrown;
  }
}

/** Those that need nothing but a plan and an action. */
const PAGES = readdirSync(resolve(`src/routes${ROOT}`), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('+page.server.ts'))
  .map((path) => `/${path.slice(0, -'+page.server.ts'.length)}`.replace(/\/$/, ''))
  .filter((page) => !/\[(?!action\])/.test(page));
const SHEET = '/actions/[action]';

test('there are pages to ask for', () => {
  expect(PAGES.length).toBeGreaterThanOrEqual(6);
});

describe.each(PAGES)('the page %s', (page) => {
  test('sends whoever is not signed in to sign in', async () => {
    expect(await statusOf(see(browser(), page))).toBe(303);
  });

  test('is not there for the agent of another town hall', async () => {
    expect(await statusOf(see(await signedIn('ailleurs'), page))).toBe(404);
  });
});

describe('the sheet', () => {
  const whole = (over: Readonly<Record<string, string>>) => ({
    version: '1',
    numero: '1',
    titre: 'Isoler l’école',
    'texte-context': 'Le contexte.',
    visibilite: 'public',
    ...over,
  });

  test('keeps all that was typed when something is wrong, and says where', async () => {
    const typed = whole({
      statut: 'blocked',
      'texte-method': 'Une longue méthode.',
      montants: '1',
      'montant-1-somme': '10 000 à 15 000',
      financements: '1',
      'financement-1-appel': 'Fonds vert',
      'financement-1-somme': 'beaucoup',
    });
    const refused = await send(await signedIn('agent'), SHEET, 'enregistrer', typed);
    expect(refused).toMatchObject({
      status: 400,
      data: {
        faults: [{ id: 'financement-1' }],
        typed: {
          texts: { method: 'Une longue méthode.' },
          amounts: [{ sum: '10 000 à 15 000' }],
          fundings: [{ call: 'Fonds vert', sum: 'beaucoup' }],
        },
      },
    });
    const blocked = await send(await signedIn('agent'), SHEET, 'enregistrer', whole({ statut: 'blocked' }));
    expect(blocked).toMatchObject({
      status: 400,
      data: { faults: [{ id: 'bloque-pourquoi' }, { id: 'bloque-deblocage' }] },
    });
  });

  test('gives both texts back when two people wrote the same field, and lets the second decide', async () => {
    const agent = await signedIn('agent');
    const save = (form: Readonly<Record<string, string>>) => send(agent, SHEET, 'enregistrer', whole(form));
    expect(await statusOf(save({ 'texte-context': 'De l’une.' }))).toBe(303);
    expect(await save({ 'texte-context': 'De l’autre.' })).toMatchObject({
      status: 409,
      data: { both: [{ theirs: 'De l’une.', yours: 'De l’autre.' }], typed: { version: 2 } },
    });
    expect(await statusOf(save({ version: '2', 'texte-context': 'Des deux.' }))).toBe(303);
    const kept = await stores().workingPlans.action({ plan, action });
    expect(kept?.sheet.texts.context).toBe('Des deux.');
  });

  test('a form that does not ask who may see it leaves that as it is', async () => {
    const agent = await signedIn('agent');
    const before = await stores().workingPlans.action({ plan, action });
    const form = {
      version: String(before?.version),
      titre: 'Isoler l’école',
      numero: '1',
      'texte-context': 'Des deux.',
    };
    expect(await statusOf(send(agent, SHEET, 'enregistrer', { ...form, visibilite: 'private' }))).toBe(303);
    const next = String((before?.version ?? 0) + 1);
    expect(await statusOf(send(agent, SHEET, 'enregistrer', { ...form, version: next, titre: 'Isoler' }))).toBe(303);
    const after = await stores().workingPlans.action({ plan, action });
    expect(after?.sheet).toMatchObject({ title: 'Isoler', visibility: 'private' });
    const last = { ...form, version: String(after?.version), visibilite: 'public', titre: 'Isoler <b>l’école</b>' };
    expect(await statusOf(send(agent, SHEET, 'enregistrer', last))).toBe(303);
  });

  test('lets a document be corrected, keeps what was typed when it cannot be, and tells it in its history', async () => {
    const agent = await signedIn('agent');
    const file = { bytes: Buffer.from('%PDF-1.4 bilan'), filename: 'bilan.pdf', mediaType: 'application/pdf' };
    const asked = { plan, action, title: 'Bilan', visibility: 'private', ...file } as const;
    const added = await addDocument(stores(), await actorFor(database.db, 'p-agent'), asked, NOW);
    const document = String(added.ok ? added.value.id : 0);
    const correct = (form: Readonly<Record<string, string>>) =>
      send(agent, SHEET, 'corriger-document', { document, 'visibilite-document': 'public', ...form });
    const path = `/plans/${plan}/travail/actions/${action}`;
    const shown = (page: string, form?: object) =>
      render(`${ROOT}${page}`, path, { plan: String(plan), action: String(action) }, agent, form);
    const refused = await correct({ 'titre-document': '  ' });
    expect(refused).toMatchObject({ status: 400, data: { correcting: { document: Number(document) } } });
    const again = await shown(SHEET, (refused as { readonly data: object }).data);
    expect(again).toMatch(/<details open[^>]*><summary>Corriger/);
    expect(again).toContain(`href="#titre-document-${document}"`);
    expect(await statusOf(correct({ 'titre-document': 'Bilan de mai' }))).toBe(303);
    const history = await shown(`${SHEET}/historique`);
    for (const said of ['Document changé', 'Bilan de mai', 'Publique']) expect(history).toContain(said);
  });

  test('shows what somebody typed as text, never as markup', async () => {
    const path = `/plans/${plan}/travail/actions/${action}`;
    const html = await render(
      `${ROOT}${SHEET}`,
      path,
      { plan: String(plan), action: String(action) },
      await signedIn('agent'),
    );
    expect(html).toContain('Isoler &lt;b>l’école&lt;/b>');
    expect(html).not.toContain('<b>l’école</b>');
  });
});

describe('versions', () => {
  test('lists the news that one would show, and lets each be kept inside before it is published', async () => {
    const said = { entry: null, at: NOW, kind: 'news', status: null, document: null, photo: false } as const;
    const news = await stores().news.say({ ...said, action, words: 'Rue <i>barrée</i>.', sending: 'form-1' });
    const agent = await signedIn('agent');
    const page = async () =>
      await render(`${ROOT}/publier`, `/plans/${plan}/travail/publier`, { plan: String(plan) }, agent);
    expect(await page()).toContain('Rue &lt;i>barrée&lt;/i>.');
    expect(await statusOf(send(agent, '/publier', 'garder', { nouvelle: String(news) }))).toBe(303);
    expect(await page()).not.toContain('barrée');
    expect(await statusOf(send(agent, '/publier', 'garder', { nouvelle: '999999' }))).toBe(404);
  });

  test('one published is read by everybody, character for character, and names no account', async () => {
    const agent = await actorFor(database.db, 'p-agent');
    const published = await publishPlan(stores(), agent, { plan, note: 'Une première.', seen: null }, NOW);
    expect(published.ok).toBe(true);
    const params = { plan: `${plan}-plan-climat`, number: '1' };
    const html = await render('/plans/[plan]/versions/[number]', `/plans/${params.plan}/versions/1`, params);
    expect(html).toContain('Une première.');
    expect(html).toContain(published.ok ? published.value.sha256 : '');
    expect(html).not.toContain('p-agent');
    const list = await render('/plans/[plan]/versions', `/plans/${params.plan}/versions`, params);
    expect(list).not.toContain('p-agent');
  });

  test('another is shown with its own day, beside the day the plan was first published', async () => {
    const params = { plan: `${plan}-plan-climat` };
    const shown = async () =>
      (await render('/plans/[plan]', `/plans/${params.plan}`, params)).replace(/<!--.*?-->/g, '').replace(/\s+/g, ' ');
    expect(await shown()).toContain('version 1 du 2 mars 2027.');
    const agent = await actorFor(database.db, 'p-agent');
    const later = new Date('2028-09-15T09:00:00Z');
    const added = await addAction(
      stores(),
      agent,
      { plan, title: 'Planter', patch: { visibility: 'public' }, lead: null },
      later,
    );
    expect(added.ok).toBe(true);
    expect((await publishPlan(stores(), agent, { plan, note: '', seen: null }, later)).ok).toBe(true);
    const html = await shown();
    expect(html).toContain('version 2 du 15 septembre 2028, première publication le 2 mars 2027.');
    expect(html).toContain('Version 2, publiée ici par la mairie le 15 septembre 2028.');
    expect(html).toContain('Le plan est en ligne depuis le 2 mars 2027.');
  });
});

describe('a file that everybody may save', () => {
  const TYPE = { mediaType: 'application/pdf' } as const;
  const nameOf = async (path: string, more: Readonly<Record<string, string>>) => {
    const { GET } = await routeModule(`/plans/[plan]${path}/+server.ts`);
    const answer = await GET(visit('/', { plan: String(plan), ...more }));
    return answer.headers.get('content-disposition');
  };

  test('bears its title, never the name that it was sent under', async () => {
    const agent = await actorFor(database.db, 'p-agent');
    const bytes = Buffer.from('%PDF-1.4 rapport');
    const sent = { bytes, filename: 'paul-secret-rapport.PDF', ...TYPE };
    const asked = { plan, action, title: 'Rapport 1.2', visibility: 'public', ...sent } as const;
    expect((await addDocument(stores(), agent, asked, NOW)).ok).toBe(true);
    const published = await publishPlan(stores(), agent, { plan, note: '', seen: null }, NOW);
    const number = published.ok ? published.value.number : 0;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await nameOf('/documents/[sha256]', { sha256 })).toBe('attachment; filename="rapport-1-2.pdf"');
    const vote = { bytes: Buffer.from('%PDF-1.4 vote'), filename: 'paul-secret.pdf', ...TYPE };
    const adopted = { plan, number, adoptedOn: '2027-03-01', deliberation: 'N° 2027-14', file: vote };
    expect((await recordAdoption(stores(), agent, adopted, NOW)).ok).toBe(true);
    expect(await nameOf('/versions/[number]/deliberation', { number: String(number) })).toBe(
      'attachment; filename="deliberation-n-2027-14.pdf"',
    );
  });
});

test('a frozen version keeps its files once the plan shows them no more, until the town hall makes one private', async () => {
  const agent = await actorFor(database.db, 'p-agent');
  const bytes = Buffer.from('%PDF-1.4 gel');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sent = { bytes, filename: 'gel.pdf', mediaType: 'application/pdf' };
  const asked = { plan, action, title: 'Rapport gelé', visibility: 'public', ...sent } as const;
  const publishNow = async () => {
    const published = await publishPlan(stores(), agent, { plan, note: '', seen: null }, NOW);
    if (!published.ok) throw new Error(published.refusal.kind);
    return String(published.value.number);
  };
  const { GET: file } = await routeModule('/plans/[plan]/documents/[sha256]/+server.ts');
  const fetched = async () => await statusOf(file(visit('/', { plan: String(plan), sha256 })));
  expect((await addDocument(stores(), agent, asked, NOW)).ok).toBe(true);
  const number = await publishNow();
  const held = async () => {
    const { documents = [] } = (await stores().workingPlans.action({ plan, action })) ?? {};
    return documents.find((one) => one.sha256 === sha256)?.id ?? 0;
  };
  const gone = await removeDocument(stores(), agent, { plan, action, document: await held() }, NOW);
  expect(gone.ok).toBe(true);
  await publishNow();
  expect(await fetched()).toBe(200);
  const page = async () =>
    await render('/plans/[plan]/versions/[number]', `/plans/${plan}-plan-climat/versions/${number}`, {
      plan: `${plan}-plan-climat`,
      number,
    });
  expect(await page()).toContain(`/documents/${sha256}">Rapport gelé</a>`);
  expect((await addDocument(stores(), agent, { ...asked, visibility: 'private' }, NOW)).ok).toBe(true);
  expect(await fetched()).toBe(404);
  expect(await page()).toContain('la mairie ne rend plus ce document public');
});

describe('the directory', () => {
  test('is the town hall’s alone', async () => {
    const { load } = await moduleOf('/annuaire/[place]');
    const ask = async (who: Browser) => load(who.ask('/annuaire/94017', 'GET', { params: { place: '94017' } }));
    expect(await statusOf(ask(browser()))).toBe(303);
    expect(await statusOf(ask(await signedIn('ailleurs')))).toBe(404);
    expect(await statusOf(ask(await signedIn('agent')))).toBe(200);
  });

  test('asks what becomes of the only address of two that are one, and shows it', async () => {
    const { actions = {} } = await moduleOf('/annuaire/[place]');
    const agent = await signedIn('agent');
    const service = { kind: 'service', isElected: false, isPublic: true, at: new Date() } as const;
    const parks = await stores().directory.add(CHAMPIGNY, { ...service, name: 'Parcs', email: 'parcs@example.fr' });
    const gardens = await stores().directory.add(CHAMPIGNY, { ...service, name: 'Jardins', email: null });
    const params = { place: '94017' };
    const merge = async (said: Record<string, string>) => {
      const form = { 'nom-de': String(parks), avec: String(gardens), ...said };
      return await actions['fusionner']?.(agent.ask('/annuaire/94017', 'POST', { params, form }));
    };
    const told = (await merge({})) as { status: number; data: object };
    expect(told.status).toBe(400);
    const html = await render('/annuaire/[place]', '/annuaire/94017', params, agent, told.data);
    for (const said of ['adresse parcs@example.fr', 'value="taken-over"', 'value="forgotten"'])
      expect(html).toContain(said);
    expect(await statusOf(merge({ 'adresse-de': 'taken-over' }))).toBe(303);
    expect(await stores().directory.find(CHAMPIGNY, gardens)).toMatchObject({ email: 'parcs@example.fr' });
  });

  test('erases a person once the box is ticked, and shows the form for persons alone', async () => {
    const { actions = {} } = await moduleOf('/annuaire/[place]');
    const agent = await signedIn('agent');
    const person = { kind: 'person', isElected: false, isPublic: true, email: null, at: new Date() } as const;
    const id = await stores().directory.add(CHAMPIGNY, { ...person, name: 'Nour Effacée' });
    const actor = await actorFor(database.db, 'p-agent');
    const roads = await stores().directory.add(CHAMPIGNY, { ...person, kind: 'service', name: 'Voirie' });
    const patch = { roles: { lead: [roads, id] }, texts: { context: 'EFFACÉE Nour arrose.' } };
    expect((await addAction(stores(), actor, { plan, title: 'Arroser', patch, lead: null }, new Date())).ok).toBe(true);
    expect((await publishPlan(stores(), actor, { plan, note: '', seen: null }, new Date())).ok).toBe(true);
    const params = { place: '94017' };
    const erase = async (form: Record<string, string>) =>
      await statusOf(
        actions['effacer']?.(
          agent.ask('/annuaire/94017', 'POST', { params, form: { 'nom-de': String(id), ...form } }),
        ) ?? Promise.reject(new Error('no act')),
      );
    const html = await render('/annuaire/[place]', '/annuaire/94017', params, agent);
    expect(html).toContain(`id="effacer-${id}"`);
    expect(await erase({})).toBe(400);
    const request = { params, form: { 'nom-de': String(id), confirme: 'oui' } };
    const told = (await actions['effacer']?.(agent.ask('/annuaire/94017', 'POST', request))) as { data: object };
    const listed = await render('/annuaire/[place]', '/annuaire/94017', params, agent, told.data);
    for (const said of [`href="/plans/${plan}/travail"`, 'action 3', 'name="textes-vus"'])
      expect(listed).toContain(said);
    expect(await erase({ confirme: 'oui', 'textes-vus': 'oui' })).toBe(303);
    const after = await render('/annuaire/[place]', '/annuaire/94017', params, agent);
    // Gone from the directory; the published plan that still shows the name is told, with the way to publish it again.
    expect(after).not.toContain(`id="e${id}"`);
    expect(after).toMatch(new RegExp(`Nour Effacée\\.[\\s\\S]{0,40}href="/plans/${plan}/travail/publier"`));
    const toPublish = await render(
      '/plans/[plan]/travail/publier',
      `/plans/${plan}/travail/publier`,
      { plan: String(plan) },
      agent,
    );
    expect(toPublish).toContain('action="?/publier"');
    expect((await publishPlan(stores(), actor, { plan, note: '', seen: null }, new Date())).ok).toBe(true);
    expect(await render('/annuaire/[place]', '/annuaire/94017', params, agent)).not.toContain('Nour Effacée');
    // In the middle of a list, without capital.
    const read = await render('/plans/[plan]', `/plans/${plan}-plan-climat`, { plan: `${plan}-plan-climat` });
    expect(read).toContain('Voirie, une personne de la mairie');
    // Nobody erases « somebody ».
    const somebody = /id="t(\d+)">une personne de la mairie/.exec(after)?.[1] ?? '';
    expect(somebody).not.toBe('');
    expect(after).not.toContain(`id="effacer-${somebody}"`);
  });
});
