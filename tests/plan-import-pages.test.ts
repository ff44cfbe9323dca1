/** A plan and its spreadsheets, as pages and commands give and take them: who may, what is asked, what comes back. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRedirect } from '@sveltejs/kit';
import { beforeAll, describe, expect, test } from 'vitest';
import { command as planCommand } from '#cli/plan.ts';
import { readSheet } from '#reading/sheet/read-sheet.ts';
import { proposeColumns } from '#reading/plan-sheet/propose-columns.ts';
import { publishedActions } from '#domain/plan/publish-sheet.ts';
import { browser, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { openDraft } from '#use-cases/drafts/open-draft.ts';
import { withTestDatabase } from './database.ts';
import { withPageRenderer } from './render-page.ts';
import { routeModule, visit } from './route-module.ts';
import { signedIn } from './signed-in.ts';
import { ofTownHall } from './town-hall.ts';
import { BRY, buildWorld, CHAMPIGNY, OPERATOR, readAs } from './world.ts';
import { writePlan } from './world-readings.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const stores = () => storesOn(database.db);
const folder = mkdtempSync(join(tmpdir(), 'parole-tenue-plan-'));
const visitors: { agent: Browser; elsewhere: Browser } = { agent: browser(), elsewhere: browser() };
const bring = await routeModule('/plans/importer/+page.server.ts');
const work = await routeModule('/plans/importer/[id]/+page.server.ts');
let readPlan = 0;

beforeAll(async () => {
  const { db } = database;
  readPlan = (await buildWorld(db)).plan;
  provideRuntime({ config: readConfig({}), db });
  visitors.agent = await signedIn(await ofTownHall(db, { name: 'agent', place: CHAMPIGNY }));
  visitors.elsewhere = await signedIn(await ofTownHall(db, { name: 'ailleurs', place: BRY }));
});

type Said = Readonly<Record<string, string | readonly string[] | File>>;

async function post(
  { actions }: Awaited<ReturnType<typeof routeModule>>,
  act: string,
  {
    path,
    params = {},
    said,
    who = visitors.agent,
  }: { path: string; params?: Record<string, string>; said: Said; who?: Browser },
): Promise<unknown> {
  const body = new FormData();
  for (const [name, value] of Object.entries(said)) {
    if (value instanceof File) body.append(name, value);
    else for (const one of [value].flat()) body.append(name, one);
  }
  const asked = who.ask(path, 'POST', { params });
  const headers = new Headers(asked.request.headers);
  headers.delete('content-type');
  const request = new Request(asked.url, { method: 'POST', headers, body });
  const action = actions[act];
  if (action === undefined) throw new Error(`no act ${act}`);
  try {
    return await action({ ...asked, request });
  } catch (thrown) {
    return thrown;
  }
}

const FILE = 'Titre;Statut;Élu référent\n<b>Piste</b>;Prévu;Anne Martin\n;En cours;\n';

async function broughtBy(who: Browser, text = FILE): Promise<unknown> {
  const fichier = new File([text], 'plan.csv');
  return await post(bring, 'lire', { path: '/plans/importer', said: { lieu: '94017', fichier }, who });
}

const numberIn = (thrown: unknown) =>
  /(\d+)(?:\?note#suite)?$/.exec((thrown as { location?: string }).location ?? '')?.[1] ?? '';
const shown = async (id: string, who = visitors.agent) =>
  await render('/plans/importer/[id]', `/plans/importer/${id}`, { id }, who);
async function say(act: string, id: string, said: Said): Promise<unknown> {
  const version = /name="version" value="(\d+)"/.exec(await shown(id))?.[1] ?? '';
  return await post(work, act, { path: `/plans/importer/${id}`, params: { id }, said: { version, ...said } });
}

describe('the pages of an import', () => {
  test('ask, say what is wrong with its cell, show, then write when all is settled', async () => {
    const id = numberIn(await broughtBy(visitors.agent));
    const first = await shown(id);
    expect(first).toContain('Que veut dire');
    expect(first).toContain('A3');
    expect(first).not.toContain('<b>Piste');
    expect(first).not.toContain('?/confirmer');
    await say('questions', id, { 'mot-status-prevu': 'planned' });
    await say('lignes', id, { laisser: '3' });
    const ready = await shown(id);
    expect(ready).toContain('Confirmer et créer le plan');
    expect(ready).toContain('Anne Martin');
    // The file says no axis.
    expect(ready).toContain('Un plan de 1 action, sans axe.');
    const done = await say('confirmer', id, { changes: '' });
    expect(done).toMatchObject({ status: 303, location: `/plans/importer/${id}` });
    expect(await shown(id)).toContain('1 action ajoutée');
  });

  test('lead back to the plans of the town hall, not to those that everybody reads', async () => {
    const html = await render('/plans/importer', '/plans/importer', {}, visitors.agent);
    expect(html).toMatch(/Fil d’Ariane">[^]*href="\/plans\/mairie"[^]*<\/nav>/);
  });

  test('ask what each name is, keep the answer, and let it be corrected', async () => {
    const id = numberIn(await broughtBy(visitors.agent, 'Titre;Pilote;Partenaires\nTrier;DGS;\nUser;<b>Ana;DGS\n'));
    const html = (await shown(id)).replace(/[\u00a0\u202f]/g, ' ').replace(/<!--.*?-->/g, '');
    expect(html).toContain('Pour 2 noms, le fichier ne dit pas');
    expect(html).toContain('car ce nom commence par « DGS » (B2, C3)');
    expect(html).toMatch(/name="nom-dgs"[^]*?<option value="service" selected/);
    expect(html).not.toContain('<b>Ana');
    expect(html).toContain('?/confirmer');
    expect(await say('noms', id, { 'nom-dgs': 'service', 'nom-b ana': 'nonsense' })).toMatchObject({ status: 303 });
    const kept = async () => (await stores().planImports.find(Number(id)))?.choices.names;
    expect(await kept()).toEqual({ dgs: 'service' });
    expect((await shown(id)).replace(/[\u00a0\u202f]/g, ' ')).toContain('Noms précisés (1)');
    await say('noms', id, { 'nom-dgs': 'organisation' });
    expect(await kept()).toEqual({ dgs: 'organisation' });
  });

  test('are for the people of the place alone', async () => {
    const id = numberIn(await broughtBy(visitors.agent));
    await expect(shown(id, visitors.elsewhere)).rejects.toMatchObject({ status: 404 });
    await expect(shown(id, browser())).rejects.toMatchObject({ status: 303 });
    expect(await broughtBy(visitors.elsewhere)).toMatchObject({ status: 404 });
    const path = `/plans/importer/${id}`;
    expect(await post(work, 'abandonner', { path, params: { id }, said: {}, who: visitors.elsewhere })).toMatchObject({
      status: 404,
    });
    expect((await stores().planImports.find(Number(id)))?.tabs).toHaveLength(1);
  });

  test('keep what was pasted when it is refused, and refuse nothing at all', async () => {
    const said = { lieu: '94017', collage: 'Titre\t"jamais fermé' };
    const refused = await post(bring, 'lire', { path: '/plans/importer', said });
    expect(refused).toMatchObject({
      status: 400,
      data: { paste: said.collage, problem: expect.stringContaining('ligne 1') as string },
    });
    const empty = await post(bring, 'lire', { path: '/plans/importer', said: { lieu: '94017' } });
    expect(empty).toMatchObject({ status: 400 });
  });
});

describe('a reading made a plan', () => {
  const made = (lecture: string) =>
    post(bring, 'lecture', { path: '/plans/importer', said: { lieu: '94017', lecture } }) as Promise<{ data: object }>;
  const page = (form: object) =>
    render('/plans/importer', '/plans/importer', {}, visitors.agent, form).then((html) =>
      html.replace(/<!--.*?-->/g, ''),
    );

  const locationOf = (answer: unknown): string => (isRedirect(answer) ? answer.location : '');
  /** Its token. */
  async function readAlready(title: string, actions: Parameters<typeof writePlan>[1]): Promise<string> {
    const reading = writePlan(title, actions);
    const brought = { bytes: Buffer.from(reading.text), filename: 'plan.txt', place: CHAMPIGNY, read: readAs(reading) };
    const opened = await openDraft(stores(), OPERATOR, brought, new Date());
    if (!opened.ok) throw new Error(`not read: ${opened.refusal.kind}`);
    return opened.value.token;
  }

  test('leads to the reading where a proposal waits, and keeps the address typed', async () => {
    const at = `/lire/${await readAlready('Plan vélo', [{ number: '4.4', printedNumber: '4.3', title: 'Tracer' }])}`;
    const refused = await made(`https://exemple.test${at}/relecture`);
    expect(refused).toMatchObject({ status: 400, data: { readAt: at } });
    const html = await page(refused.data);
    expect(html).toContain('Une proposition attend encore un regard');
    expect(html).toContain(`<a href="${at}">Reprendre la lecture de ce document</a>`);
    expect(html).toContain(`value="https://exemple.test${at}/relecture"`);
    expect(html).not.toContain('href="#fichier"');
  });

  test('is told to whoever imports it a second time, and makes two plans for nobody who presses twice', async () => {
    const token = await readAlready('Plan marche', [{ number: '7.1', printedNumber: '7.1', title: 'Marcher' }]);
    const places = (await Promise.all([made(token), made(token)])).map(locationOf).toSorted();
    expect(places).toEqual([expect.stringMatching(/^\/plans\/\d+\/travail$/), expect.stringMatching(/importer\/\d+$/)]);
    const [plan = '', waiting = ''] = places;
    const id = waiting.split('/').at(-1) ?? '';
    const told = (await shown(id)).replace(/[\u00a0\u202f]/g, ' ');
    expect(told).toContain('Ce même fichier a déjà servi à « Plan marche »');
    expect(told).toContain(`href="${plan}/importer"`);
    expect(await say('confirmer', id, { changes: '' })).toMatchObject({ status: 400 });
    const twice = await Promise.all([1, 2].map(() => say('confirmer', id, { changes: '', encore: 'oui' })));
    expect(twice).toMatchObject([{ status: 303 }, { status: 303 }]);
    const named = (await stores().workingPlans.ofPlace(CHAMPIGNY)).filter(({ title }) => title === 'Plan marche');
    expect(named).toHaveLength(2);
  });

  test('updates a plan that is there, seen action by action before it is written; its new actions carry their passage', async () => {
    const first = [{ number: '8.1', printedNumber: '8.1', title: 'Planter' }] as const;
    const plan = /\d+/.exec(locationOf(await made(await readAlready('Plan haie', first))))?.[0] ?? '';
    const into = await routeModule('/plans/[plan]/travail/importer/+page.server.ts');
    const compare = (lecture: string) =>
      post(into, 'lecture', { path: `/plans/${plan}/travail/importer`, params: { plan }, said: { lecture } });
    expect(await compare('nulle part')).toMatchObject({ status: 400, data: { reading: 'nulle part', readAt: null } });
    const second = [...first, { number: '8.2', printedNumber: '8.2', title: 'Arroser', calendar: 'En 2028' }];
    const id = numberIn(await compare(await readAlready('Plan haie, suite', second)));
    const html = await shown(id);
    for (const said of ['1 action nouvelle', 'Arroser', 'à reporter dans sa fiche']) expect(html).toContain(said);
    const changes = /name="changes" value="(\d+)"/.exec(html)?.[1] ?? '';
    expect(await say('confirmer', id, { changes })).toMatchObject({ status: 303 });
    const actions = await stores().workingPlans.actions(Number(plan));
    expect(actions.map(({ number, asWritten, sheet }) => [number, asWritten?.passage, sheet.texts.calendar])).toEqual([
      ['8.1', 'Fiche 8.1 : Planter', null],
      ['8.2', 'Fiche 8.2 : Arroser', 'En 2028'],
    ]);
  });

  test('brings its words and its passage to the actions that are there, when only the town hall has the words before', async () => {
    const sheet = (amount: string) => [{ number: '9.1', printedNumber: '9.1', title: 'Semer', amount }] as const;
    const plan = /\d+/.exec(locationOf(await made(await readAlready('Plan pré', sheet('12 000 €')))))?.[0] ?? '';
    const into = await routeModule('/plans/[plan]/travail/importer/+page.server.ts');
    const bringInto = async (amount: string) => {
      const said = { lecture: await readAlready(`Plan pré ${amount}`, sheet(amount)) };
      return numberIn(await post(into, 'lecture', { path: `/plans/${plan}/travail/importer`, params: { plan }, said }));
    };
    const words = async () => (await stores().workingPlans.actions(Number(plan)))[0]?.asWritten ?? null;
    expect(await words()).toMatchObject({ amounts: [{ text: '12 000 €' }], passage: 'Fiche 9.1 : Semer' });
    const id = await bringInto('15 000 €');
    const html = await shown(id);
    expect(html).toContain('1 action déjà là recevra');
    const changes = /name="changes" value="(\d+)"/.exec(html)?.[1] ?? '';
    expect(await say('confirmer', id, { changes })).toMatchObject({ status: 303 });
    expect(await words()).toMatchObject({ amounts: [{ text: '15 000 €' }], passage: 'Fiche 9.1 : Semer' });
    expect(await shown(await bringInto('15 000 €'))).toContain('il n’y a rien à changer');

    const [action] = await stores().workingPlans.actions(Number(plan));
    const asWritten = { leads: 'Écrit dans un document public', amounts: [], dates: [] };
    await stores().workingPlans.writeWords(Number(plan), [{ action: action?.id ?? 0, asWritten }]);
    expect(await shown(await bringInto('18 000 €'))).toContain('1 action déjà là garde');
  });

  test('is one link away from the page of the reading, with its address already there', async () => {
    const token = await readAlready('Plan piéton', [{ number: '1', printedNumber: '1', title: 'Élargir' }]);
    const link = `/plans/importer?lecture=${encodeURIComponent(`/lire/${token}`)}`;
    expect(await render('/lire/[token]', `/lire/${token}`, { token })).toContain(`href="${link}#lecture"`);
    expect(await render('/plans/importer', link, {}, visitors.agent)).toContain(`value="/lire/${token}"`);
  });

  test('leads back to its own field when the address opens nothing', async () => {
    const refused = await made('nulle part');
    expect(refused).toMatchObject({ status: 400, data: { readAt: null } });
    const html = await page(refused.data);
    expect(html).toContain('href="#lecture"');
    expect(html).not.toContain('href="#fichier"');
  });
});

describe('files of a plan', () => {
  test.each(['actions.xlsx', 'actions.ods', 'echange.csv', 'tet.xlsx'])(
    'a published plan leaves as %s and is read back',
    async (name) => {
      const { GET } = await routeModule(`/plans/[plan]/${name}/+server.ts`);
      const answer = await GET(visit(`/plans/${String(readPlan)}/${name}`, { plan: String(readPlan) }));
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
      const read = await readSheet({ bytes: new Uint8Array(await answer.arrayBuffer()), pasted: false });
      const tab = read.ok ? read.value.tabs[0] : undefined;
      if (tab === undefined) throw new Error('not read');
      expect(proposeColumns(tab).layout).toBe(name === 'tet.xlsx' ? 'tet' : 'own');
      expect(tab.rowCount).toBeGreaterThan(2);
    },
  );

  test('the page says what the layout of Territoires en Transitions does not keep', async () => {
    const plan = `${String(readPlan)}-plan-velo-exemple`;
    expect(await render('/plans/[plan]', `/plans/${plan}`, { plan })).toContain('ne garde ni les numéros');
  });

  test('one that is worked on leaves to nobody else', async () => {
    const [plan] = await stores().workingPlans.ofPlace(CHAMPIGNY);
    const params = { plan: String(plan?.id) };
    const { GET } = await routeModule('/plans/[plan]/travail/actions.xlsx/+server.ts');
    const path = `/plans/${params.plan}/travail/actions.xlsx`;
    expect((await GET(visitors.agent.ask(path, 'GET', { params }))).status).toBe(200);
    await expect(GET(visitors.elsewhere.ask(path, 'GET', { params }))).rejects.toMatchObject({ status: 404 });
  });
});

describe('the command', () => {
  async function run(...args: string[]) {
    const said: string[] = [];
    const complained: string[] = [];
    const code = await planCommand.run(args, {
      say: (line) => said.push(line),
      complain: (line) => complained.push(line),
      withRuntime: (task) => task({ config: readConfig({}, folder), db: database.db }),
    });
    return { code, said: said.join('\n'), complained: complained.join('\n') };
  }
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  test('says all that is asked and wrong, writes nothing, then imports, exports and changes nothing', async () => {
    const path = file('a.csv', 'Intitulé;État;Fin\nUn;Prévu;01/02/2027\nDeux;En cours;31/02/2027\n');
    const before = await stores().workingPlans.ofPlace(CHAMPIGNY);
    const pending = await stores().planImports.ofPlace(CHAMPIGNY);
    const first = await run('import', path, '--commune', '94017');
    expect(first.code).toBe(1);
    expect(first.complained).toContain('mot-status-prevu=planned|ongoing');
    expect(first.complained).toContain('C3');
    expect(await stores().workingPlans.ofPlace(CHAMPIGNY)).toEqual(before);
    expect(await stores().planImports.ofPlace(CHAMPIGNY)).toEqual(pending);

    const answers = file('a.yaml', 'answers:\n  mot-status-prevu: planned\nskip: [3]\n');
    const done = await run('import', path, '--commune', '94017', '--answers', answers);
    expect([done.code, done.complained]).toEqual([0, '']);
    const plan = /plans\/(\d+)\/travail/.exec(done.said)?.[1] ?? '';
    for (const format of ['csv', 'xlsx', 'ods', 'tet']) {
      const out = join(folder, `sortie.${format}`);
      const left = await run('export', plan, '--format', format, out);
      expect([left.code, left.said.includes('ne garde ni les numéros')]).toEqual([0, format === 'tet']);
      const again = await run('import', out, '--commune', '94017', '--into', plan);
      expect([again.code, again.said]).toEqual([0, expect.stringContaining('rien à changer')]);
      expect(again.said).not.toContain('Plan écrit');
    }
    const axes = file('axes.csv', 'Axe;Titre\n;Un\nSe loger;\n');
    const asked = await run('import', axes, '--commune', '94017', '--into', plan);
    expect([asked.code, asked.said]).toEqual([1, expect.stringContaining('+ axe 1 Se loger')]);
    expect((await run('import', axes, '--commune', '94017', '--into', plan, '--yes')).said).toContain('Plan écrit');
    expect((await stores().workingPlans.overview(Number(plan))).axes).toMatchObject([{ title: 'Se loger' }]);
  });

  test('proposes what each name is, and takes the answers of the file in any spelling', async () => {
    const path = file('noms.csv', 'Titre;Pilote\nRelier;Direction du livre\nPrêter;Mo Sy\n');
    const answers = file('noms.yaml', 'answers:\n  nom-Direction du livre: service\n');
    const wrong = ['--answer', 'nom-mo sy=facteur'];
    await expect(run('import', path, '--commune', '94017', ...wrong)).rejects.toThrow(
      'person, service ou organisation',
    );
    const done = await run('import', path, '--commune', '94017', '--answers', answers);
    expect([done.code, done.complained]).toEqual([0, '']);
    expect(done.said).toContain('--answer "nom-mo sy=person"');
    expect(done.said).not.toContain('nom-direction du livre');
    const entries = await stores().directory.of(CHAMPIGNY);
    expect(entries.find(({ name }) => name === 'Direction du livre')?.kind).toBe('service');
    expect(entries.find(({ name }) => name === 'Mo Sy')).toMatchObject({ kind: 'person', isPublic: false });
  });

  test('shows an update and writes it with --yes alone; a column is named by its letter or its header', async () => {
    const made = await run(
      'import',
      file('b.csv', 'Nom;Où\nUn;Vélo\n'),
      '--commune',
      '94017',
      '--map',
      'A=title',
      '--map',
      'Où=axis',
    );
    expect(made.code).toBe(0);
    const plan = /plans\/(\d+)\/travail/.exec(made.said)?.[1] ?? '';
    const change = file('c.csv', 'Titre;Statut\nUn;Réalisé\n');
    const asked = await run('import', change, '--commune', '94017', '--into', plan);
    expect([asked.code, asked.said]).toEqual([1, expect.stringContaining('Statut : (rien) → Réalisé')]);
    expect((await stores().workingPlans.overview(Number(plan))).rows[0]?.status).toBeNull();
    expect((await run('import', change, '--commune', '94017', '--into', plan, '--yes')).code).toBe(0);
    expect((await stores().workingPlans.overview(Number(plan))).rows[0]).toMatchObject({ status: 'done' });
  });

  test('reads a plan that is a document: its sheets are actions, each with its passage, nothing typed guessed', async () => {
    const seed = readFileSync('data/documents/plan-ess-saint-maur-2021.txt');
    const made = await run(
      'import',
      file('saint-maur.txt', seed.toString('utf8')),
      '--commune',
      '94068',
      '--accept-all',
      '--title',
      'Saint-Maur solidaire',
    );
    expect([made.code, made.complained]).toEqual([0, expect.any(String)]);
    const plan = Number(/plans\/(\d+)\/travail/.exec(made.said)?.[1]);
    const actions = await stores().workingPlans.actions(plan);
    expect((await stores().workingPlans.find(plan))?.title).toBe('Saint-Maur solidaire');
    expect(actions).toHaveLength(30);
    expect(actions.every(({ asWritten }) => (asWritten?.passage ?? '') !== '')).toBe(true);
    // Nobody made this document public: nothing that it writes beside the typed fields leaves with the plan.
    const shownToAll = publishedActions(
      actions.map((action) => ({ ...action, documents: [], links: [] })),
      { axes: [], entries: new Map() },
    );
    expect(shownToAll.map(({ sheet }) => sheet.asWritten)).toEqual(actions.map(() => null));
    expect(actions.every(({ sheet }) => sheet.status === null && sheet.startsOn === null)).toBe(true);
    const { axes, rows } = await stores().workingPlans.overview(plan);
    expect(rows.slice(0, 2).map(({ number }) => number)).toEqual(['1.1', '1.2']);
    expect(axes.filter(({ parent }) => parent === null).length).toBeGreaterThan(1);

    const into = async (text: string, ...more: string[]) =>
      await run('import', file('saint-maur-2.txt', text), '--commune', '94068', '--accept-all', ...more);
    const again = await into(seed.toString('utf8'));
    expect([again.code, again.complained]).toEqual([1, expect.stringContaining(`--into ${String(plan)}`)]);
    expect(await stores().workingPlans.ofPlace({ kind: 'municipality', code: '94068' })).toHaveLength(1);
    const same = await into(seed.toString('utf8'), '--into', String(plan));
    expect([same.code, same.said]).toEqual([0, expect.stringContaining('rien à changer')]);
    const changed = seed.toString('utf8').replace('ENQUETE A DESTINATION DES ASSOCIATIONS', 'GRANDE ENQUETE');
    const asked = await into(changed, '--into', String(plan), '--yes');
    expect([asked.code, asked.complained]).toEqual([1, expect.stringContaining('GRANDE ENQUETE')]);
    const question = /--answer "([^"=]+)=/.exec(asked.complained)?.[1] ?? '';
    const answer = `${question}=${String(actions[0]?.id)}`;
    const done = await into(changed, '--into', String(plan), '--answer', answer, '--yes');
    expect([done.code, done.said]).toEqual([0, expect.stringContaining('→ GRANDE ENQUETE')]);
    expect(done.said).toContain('1 action déjà là recevra');
    const after = await stores().workingPlans.actions(plan);
    expect(after.map(({ id }) => id)).toEqual(actions.map(({ id }) => id));
    expect(after[0]?.sheet.title).toBe('GRANDE ENQUETE');
    expect(after[0]?.asWritten?.passage).toContain('GRANDE ENQUETE');
    expect(after.slice(1).map(({ asWritten }) => asWritten)).toEqual(actions.slice(1).map((one) => one.asWritten));
  });

  test('refuses a place that is none, a plan of another place, and a file that is not there', async () => {
    await expect(run('import', 'x.csv', '--commune', 'nulle-part')).rejects.toThrow('--commune');
    const [plan] = await stores().workingPlans.ofPlace(CHAMPIGNY);
    const path = file('d.csv', 'Titre;Statut\nUn;En cours\n');
    expect((await run('import', path, '--commune', '94015', '--into', String(plan?.id))).code).toBe(1);
    expect((await run('import', join(folder, 'absent.csv'), '--commune', '94017')).code).toBe(1);
    expect((await run('export', '999999', '--format', 'csv', join(folder, 'e.csv'))).code).toBe(1);
  });
});
