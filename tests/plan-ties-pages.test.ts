/** The pages that tie a plan to promises, figures and news: who gets in, what a link opens and changes, what everybody reads. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { emptySheet } from '#domain/plan/working-sheet.ts';
import { browser, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { enterFigures } from '#use-cases/indicators/enter-figures.ts';
import { addIndicator, changeIndicator, showIndicator, tieIndicator } from '#use-cases/indicators/write-indicator.ts';
import { tieCommitment, untieCommitment } from '#use-cases/plan-links/tie-commitment.ts';
import { askNews } from '#use-cases/plan-news/ask-news.ts';
import { sayNews } from '#use-cases/plan-news/say-news.ts';
import { setNewsRhythm } from '#use-cases/plan-news/show-news.ts';
import { publishPlan } from '#use-cases/plans/publish-plan.ts';
import { prepareScan } from '#server/scans/prepare-scan.ts';
import { withTestDatabase } from './database.ts';
import { actorFor, mailsTo } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { routeModule, visit } from './route-module.ts';
import { signedIn } from './signed-in.ts';
import { ofTownHall } from './town-hall.ts';
import { BRY, CHAMPIGNY, EDITION, publish, settle } from './world.ts';
import { writePact } from './world-readings.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const stores = () => storesOn(database.db);
const NOW = new Date();
const EMAIL = 'nadia@example.fr';
const WORKSHOP = '/plans/[plan]/travail';
let plan = 0;
let bikes = 0;
let indicator = 0;
let token = '';
let agent: Actor;
const visitors: { agent: Browser; elsewhere: Browser; nobody: Browser } = {
  agent: browser(),
  elsewhere: browser(),
  nobody: browser(),
};
const { actions: saying } = await routeModule('/actualiser/[token]/+page.server.ts');

beforeAll(async () => {
  const { db } = database;
  await settle(db);
  provideRuntime({ config: readConfig({}), db });
  const here = await ofTownHall(db, { name: 'agent', place: BRY });
  agent = await actorFor(db, here);
  visitors.agent = await signedIn(here);
  visitors.elsewhere = await signedIn(await ofTownHall(db, { name: 'ailleurs', place: CHAMPIGNY }));
  await publish(
    db,
    BRY,
    writePact({
      list: 'Bry en transition (exemple)',
      commitments: [
        { measure: 14, words: '14 – Transports en commun', levels: { 1: 'accepted' } },
        { measure: 15, words: '15 – Mobilités actives', levels: { 1: 'accepted', 2: 'refused' } },
      ],
      locals: [{ text: 'Planter une haie le long du stade', relatedMeasures: [] }],
    }),
  );
  const title = 'Plan de Bry (exemple)';
  plan = await stores().workingPlans.create({ place: BRY, title, introduction: '', by: 'x', at: NOW });
  const entry = { kind: 'person', name: 'Nadia Secrète', isElected: false, isPublic: false, email: EMAIL } as const;
  const lead = await stores().directory.add(BRY, { ...entry, at: NOW });
  const add = async (number: string, words: string) => {
    const sheet = emptySheet(words);
    const filled = { ...sheet, roles: { ...sheet.roles, lead: [lead] } };
    return await stores().workingPlans.addAction({ plan, axis: null, number, sheet: filled, asWritten: null, at: NOW });
  };
  bikes = await add('1', 'Des <b>pistes</b> cyclables');
  await add('2', 'Repeindre le gymnase');
  await kept(askNews(stores(), agent, { plan, entry: null, actions: null, words: '' }, NOW));
  token = String((await mailsTo(db, EMAIL)).at(-1)?.['link']).replace('/actualiser/', '');
  const words = { title: 'Pistes tracées', unit: 'km', source: '', description: '', goal: 'at-least' } as const;
  indicator = (await kept(addIndicator(stores(), agent, { plan, words, offered: null }, NOW))).indicator;
  const pasted = 'Date\tRésultat\tObjectif\n2025\t3,5\t\n2026\tn.d.\t10\n2027\t4\t';
  await kept(enterFigures(stores(), agent, { plan, indicator, pasted }, NOW));
});

async function kept<Value>(
  taken: Promise<{ ok: true; value: Value } | { ok: false; refusal: unknown }>,
): Promise<Value> {
  const result = await taken;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

const workshop = async (page: string, who: Browser = visitors.agent, params: Readonly<Record<string, string>> = {}) =>
  await render(
    `${WORKSHOP}${page}`,
    `/plans/${plan}/travail${page.replace('[indicator]', String(indicator))}`,
    { plan: String(plan), ...params },
    who,
  );
const phone = async (opened = token, query = '') =>
  await render('/actualiser/[token]', `/actualiser/${opened}${query}`, { token: opened }, visitors.nobody);

async function say(act: 'dire' | 'rien' | 'rendre', form: Readonly<Record<string, string>>, opened = token) {
  const asked = visitors.nobody.ask(`/actualiser/${opened}`, 'POST', { form, params: { token: opened } });
  const action = saying[act];
  if (action === undefined) throw new Error(`no act ${act}`);
  return await action(asked);
}

/** Every row of every table, but what an open page itself never touches either way. */
async function everything(): Promise<string> {
  const { db } = database;
  const tables = [
    'workingAction',
    'actionNews',
    'newsRequest',
    'newsRequestAction',
    'newsLink',
    'mail',
    'journalEvent',
  ] as const;
  const rows = await Promise.all(tables.map(async (table) => await db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}

describe('the link of a mail', () => {
  test('opened by a mail scanner, by GET or HEAD, as often as it likes, changes nothing', async () => {
    const before = await everything();
    const html = await phone();
    await phone(token, `?action=${bikes}&fait=dit&pour=${bikes}`);
    const { load } = await routeLoad('/actualiser/[token]');
    await load(visitors.nobody.ask(`/actualiser/${token}`, 'HEAD', { params: { token } }));
    expect(await everything()).toBe(before);
    expect(html).toContain('Nadia Secrète');
    expect(html).toContain('Rien de neuf');
    expect(html).toContain('Ce n’est plus moi');
    expect(html).not.toContain('<b>pistes');
    // What is answered is posted, with a form of its own each time.
    const sendings = [html, await phone()].map((page) => /name="envoi" value="([^"]+)"/.exec(page)?.[1]);
    expect(new Set(sendings).size).toBe(2);
  });

  test('that is unknown or over says so, each with what to do', async () => {
    await expect(phone('nothing')).rejects.toMatchObject({ status: 404 });
    const lead = { kind: 'person', name: 'Parti', isElected: false, isPublic: false, email: 'p@example.fr' } as const;
    const gone = await stores().directory.add(BRY, { ...lead, at: NOW });
    const expiresAt = new Date(NOW.getTime() - 1000);
    const over = await stores().news.makeLink({ entry: gone, email: lead.email, at: NOW, expiresAt });
    await expect(phone(over)).rejects.toMatchObject({ status: 410 });
    await expect(say('rien', { action: String(bikes) }, over)).rejects.toMatchObject({ status: 410 });
  });

  test('keeps what was typed when it is refused, and says the same form sent twice once', async () => {
    const form = {
      action: String(bikes),
      version: '1',
      envoi: 'e1',
      statut: 'blocked',
      mots: 'Terrain non acquis',
      bloque: '',
    };
    expect(await say('dire', form)).toMatchObject({
      status: 400,
      data: { kind: 'blocked-without-why', typed: { words: 'Terrain non acquis', status: 'blocked' } },
    });
    const whole = { ...form, statut: 'ongoing' };
    await expect(say('dire', whole)).rejects.toMatchObject({ status: 303 });
    await expect(say('dire', whole)).rejects.toMatchObject({ status: 303 });
    expect(await stores().news.ofAction(bikes)).toHaveLength(1);
    // The next one that waits is shown, with thanks for the first.
    const next = await phone(token, `?fait=dit&pour=${bikes}`);
    expect(next).toContain('Repeindre le gymnase');
    expect(next).toContain('Merci');
  });
});

async function routeLoad(route: string) {
  const module: unknown = await import(/* @vite-ignore */ `../src/routes${route}/+page.server.ts`);
  return module as { readonly load: (event: ReturnType<Browser['ask']>) => Promise<unknown> };
}

describe('the pages of the workshop', () => {
  test.each([
    '/engagements',
    '/nouvelles',
    '/indicateurs',
    '/indicateurs/[indicator]',
    '/indicateurs/[indicator]/historique',
  ])('are for the people of the place alone: %s', async (page) => {
    const params = { indicator: String(indicator) };
    const html = await workshop(page, visitors.agent, params);
    expect(html).not.toContain('<b>pistes');
    expect(html).not.toMatch(/NaN|undefined/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    await expect(workshop(page, visitors.elsewhere, params)).rejects.toMatchObject({ status: 404 });
    await expect(workshop(page, visitors.nobody, params)).rejects.toMatchObject({ status: 303 });
  });

  test('an indicator leads to its history: each field and each figure, with what it was before', async () => {
    const params = { indicator: String(indicator) };
    expect(await workshop('/indicateurs/[indicator]', visitors.agent, params)).toContain('/historique"');
    const promise = { edition: EDITION, item: 'm15' };
    const words = { title: 'Pistes à compter', unit: 'km', source: '', description: '', goal: null } as const;
    const { indicator: id } = await kept(addIndicator(stores(), agent, { plan, words, offered: null }, NOW));
    const of = { plan, indicator: id };
    const changed = { ...words, goal: 'at-least' } as const;
    await kept(changeIndicator(stores(), agent, { ...of, version: 1, words: changed }, NOW));
    await kept(tieIndicator(stores(), agent, { ...of, actions: [bikes], commitments: [promise] }, NOW));
    const cells = (value: string) => `Date\tRésultat\n2025\t${value}`;
    await kept(enterFigures(stores(), agent, { ...of, pasted: cells('3,5') }, NOW));
    await kept(enterFigures(stores(), agent, { ...of, pasted: cells('4') }, NOW));
    const past = async () =>
      (await workshop('/indicateurs/[indicator]/historique', visitors.agent, { indicator: String(id) })).replace(
        /<!--.*?-->/g,
        '',
      );
    const html = await past();
    const facts = [...html.matchAll(/<h3>(.*?)<\/h3>\s*<dl.*?<dd>(.*?)<\/dd>.*?<dd>(.*?)<\/dd>/gs)];
    const told = facts.map(([, ...said]) => said.map((one) => one.replace(/[\u00a0\u202f]/g, ' ')));
    expect(told).toContainEqual(['Résultat, Tout le territoire, 2025', '3,5', '4']);
    expect(told).toContainEqual(['Résultat, Tout le territoire, 2025', '(rien)', '3,5']);
    expect(told).toContainEqual(['Actions', '(rien)', '1. Des &lt;b>pistes&lt;/b> cyclables']);
    expect(told).toContainEqual(['Engagements', '(rien)', expect.stringContaining('15')]);
    expect(told).toContainEqual(['Un objectif est atteint quand le résultat est', '(rien)', 'au moins']);
    // Newest first; removed, it keeps its history.
    expect(html.indexOf('Chiffres enregistrés')).toBeLessThan(html.indexOf('Indicateur créé'));
    await kept(showIndicator(stores(), agent, { ...of, what: 'remove' }, NOW));
    expect(await past()).toContain('Indicateur retiré');
    const none = workshop('/indicateurs/[indicator]/historique', visitors.agent, { indicator: '99999' });
    await expect(none).rejects.toMatchObject({ status: 404 });
  });

  test('a likeness is shown with its reason and two buttons; nothing is tied by looking', async () => {
    const html = await workshop('/engagements');
    expect(html).toContain('Mots communs');
    expect(html).toContain('Pas le même sujet');
    expect(html).toMatch(/0 sur \d+/);
    expect((await stores().workingPlans.action({ plan, action: bikes }))?.links).toEqual([]);
  });

  test('who leads nothing that goes on is not among those to ask, and when all is over it is said', async () => {
    const { db } = database;
    const asked = async () => (await workshop('/nouvelles')).split('id="recues"')[0] ?? '';
    expect(await asked()).toContain('Nadia Secrète, 2 actions');
    const entry = { kind: 'service', name: 'Bâtiments', isElected: false, isPublic: true, email: '' } as const;
    const buildings = await stores().directory.add(BRY, { ...entry, at: NOW });
    const sheet = emptySheet('Isoler la mairie');
    const over = { ...sheet, status: 'done' as const, roles: { ...sheet.roles, lead: [buildings] } };
    const added = { plan, axis: null, number: '3', sheet: over, asWritten: null, at: NOW };
    const action = await stores().workingPlans.addAction(added);
    expect(await asked()).not.toContain('Bâtiments');
    await stores().workingPlans.removeAction({ plan, action }, NOW);
    const statuses = await db.selectFrom('workingAction').select(['id', 'status']).where('planId', '=', plan).execute();
    await db.updateTable('workingAction').set({ status: 'done' }).where('planId', '=', plan).execute();
    expect(await asked()).toContain('Rien à demander');
    for (const { id, status } of statuses) {
      await db.updateTable('workingAction').set({ status }).where('id', '=', id).execute();
    }
  });

  test('an action says the words of the local commitment that it carries out', async () => {
    const { item } = (await stores().planLinks.promises(BRY)).find((one) => one.item.startsWith('l')) ?? { item: '' };
    const tie = { plan, action: bikes, edition: EDITION, item };
    await kept(tieCommitment(stores(), agent, tie, NOW));
    const html = await workshop('/actions/[action]', visitors.agent, { action: String(bikes) });
    await kept(untieCommitment(stores(), agent, tie, NOW));
    expect(html).toContain('Planter une haie le long du stade');
  });

  test('the planner of a promise is for the town hall that made it', async () => {
    const planner = async (who: Browser, item = 'm15') =>
      await render(
        '/[places=places]/[place]/planifier/[item]',
        `/communes/94015/planifier/${item}?charte=${EDITION}`,
        { places: 'communes', place: '94015', item },
        who,
      );
    const html = await planner(visitors.agent);
    expect(html).toContain('Plan de Bry (exemple)');
    // N1 was taken, N2 refused.
    expect(html).toContain('<b>N1</b>');
    expect(html).not.toContain('<b>N2</b>');
    await expect(planner(visitors.elsewhere)).rejects.toMatchObject({ status: 404 });
    await expect(planner(visitors.agent, 'm3')).rejects.toMatchObject({ status: 404 });
  });
});

describe('what everybody reads', () => {
  const carried = async () =>
    await render(
      '/[places=places]/[place]/engagements-et-actions',
      '/communes/94015-bry-sur-marne/engagements-et-actions',
      { places: 'communes', place: '94015-bry-sur-marne' },
    );

  test('a commune without a pact is told so, and how one begins', async () => {
    const html = await render(
      '/[places=places]/[place]/engagements-et-actions',
      '/communes/94017-champigny-sur-marne/engagements-et-actions',
      { places: 'communes', place: '94017-champigny-sur-marne' },
    );
    expect(html).toContain('Aucun pacte publié n’engage la municipalité de Champigny-sur-Marne.');
    expect(html).toContain('href="/communes/94017-champigny-sur-marne"');
    expect(html).toContain('Que faire ici ?');
    expect(html).toContain('href="/chartes"');
  });

  test('promises without a plan say that nothing is known, never zero of zero', async () => {
    const html = await carried();
    expect(html).toContain('0 sur 6');
    expect(html).toContain('Inconnu');
    expect(html).toContain('aucun plan d’action publié');
  });

  test('once published: who carries what, both ways, the news without a private name, and the figures that were shown', async () => {
    await kept(tieCommitment(stores(), agent, { plan, action: bikes, edition: EDITION, item: 'm15' }, NOW));
    await kept(publishPlan(stores(), agent, { plan, note: '', seen: null }, NOW));
    const html = await carried();
    expect(html).toContain('1 sur 6');
    expect(html).toContain('Promis par Bry en transition (exemple)');
    expect(html).toContain('Repeindre le gymnase');
    const action = async () =>
      await render('/plans/[plan]/actions/[number]', `/plans/${plan}-plan-de-bry-exemple/actions/1`, {
        plan: `${plan}-plan-de-bry-exemple`,
        number: '1',
      });
    const sheet = await action();
    expect(sheet).toContain('Terrain non acquis');
    expect(sheet).not.toContain('Nadia');
    expect(sheet).not.toContain('Pistes tracées');

    const ties = { plan, indicator, actions: [bikes], commitments: [] };
    await stores().indicators.tie(indicator, ties);
    await kept(showIndicator(stores(), agent, { plan, indicator, what: 'show' }, NOW));
    expect(await action()).toContain('Pistes tracées');
    await kept(setNewsRhythm(stores(), agent, { plan, everyMonths: 0, atOnce: true }, NOW));
    const version = (await stores().workingPlans.action({ plan, action: bikes }))?.version ?? 0;
    const said = { action: bikes, version, status: 'done', blocked: null, words: 'Inaugurée', file: null } as const;
    const lead: Actor = { kind: 'lead', token };
    const context = { now: NOW, prepare: prepareScan };
    await kept(sayNews(stores(), lead, { ...said, nothingNew: false, sending: 'e9' }, context));
    expect(await action()).toContain('Inaugurée');
  });

  test('an indicator has its picture and its table, what is unknown says so, and a private one is not found', async () => {
    const page = async (id: number) =>
      await render('/indicateurs/[indicator]', `/indicateurs/${id}-pistes-tracees`, {
        indicator: `${id}-pistes-tracees`,
      });
    const html = await page(indicator);
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="graphique-titre"/);
    expect(html).toMatch(/<th scope="row">2027<\/th>/);
    expect(html).toContain('inconnu');
    expect(html).toContain('3,5');
    expect(html).not.toMatch(/NaN|undefined/);
    const words = { title: 'Pistes tracées', unit: 'km', source: '', description: '', goal: null } as const;
    const hidden = await kept(addIndicator(stores(), agent, { plan, words, offered: null }, NOW));
    await expect(page(hidden.indicator)).rejects.toMatchObject({ status: 404 });
  });

  test('the same as files: dates with their precision, a promise without an action on a line of its own', async () => {
    const figures = await routeModule('/indicateurs/[indicator]/chiffres.csv/+server.ts');
    const csv = await (await figures.GET(visit('/x', { indicator: String(indicator) }))).text();
    expect(csv).toContain(`${indicator},Pistes tracées,km,,result,,2025-12-31,year,3.5`);
    const pairs = await routeModule('/[places=places]/[place]/engagements-et-actions.csv/+server.ts');
    const lines = (await (await pairs.GET(visit('/x', { places: 'communes', place: '94015' }))).text()).split('\r\n');
    expect(lines.find((line) => line.includes(',m15,'))).toContain(`,${plan},Plan de Bry (exemple),1,`);
    expect(lines.find((line) => line.includes(',m14,'))).toMatch(/,,,,$/);
  });
});
