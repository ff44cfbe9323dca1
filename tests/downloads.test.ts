/**
 * Every download of the site, asked as a program asks it, against docs/open-data.md: no column and no key without its
 * line there, and no line about something that no file holds. Routes are found in their folder, so that a new file
 * cannot be forgotten.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { withdrawPublished } from '#use-cases/published/withdraw-published.ts';
import { handle } from '../src/hooks.server.ts';
import { withTestDatabase } from './database.ts';
import { BRY, EDITION, OPERATOR, PARIS_EST_MARNE_ET_BOIS, publish, THEN } from './world.ts';
import { buildOpenDataWorld, type OpenDataWorld } from './open-data-world.ts';
import { writePact, writePlan } from './world-readings.ts';
import { addressesIn, columnsIn, keyPaths, keysIn, shapeOf } from './open-data-page.ts';

const ALIKE = '/[places=places]/[place]';
const PLACES = ['/communes/[commune]', '/intercommunalites/[grouping]'];
const PAGE = readFileSync('docs/open-data.md', 'utf8');
/** What is served to those concerned alone is no open data. */
const PRIVATE = /^(?:lire|compte|equipe|plans\/\[plan\]\/travail)\//u;
const ROUTES = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(csv|json)\/\+server\.ts$/u.test(file) && !PRIVATE.test(file))
  .flatMap((file) => servedAt(`/${file.replace('/+server.ts', '')}`))
  .sort();

const database = withTestDatabase();
let world: OpenDataWorld;

beforeAll(async () => {
  const { db } = database;
  world = await buildOpenDataWorld(db);
  provideRuntime({ config: readConfig({}, resolve('.')), db });
});

/** What stands for each parameter of an address, in turn: enough to meet every key. */
const examples = (): Readonly<Record<string, readonly string[]>> => ({
  commune: ['94017-champigny-sur-marne', '94068', '94015'],
  pact: [world.champigny, world.demain, world.grouping, world.corrected, world.signedHere.pact, world.bry].map(String),
  code: [world.signedHere.code, world.signedHere.addendum],
  plan: [String(world.plan), '2', String(world.correctedPlan), ...world.versions.map(String)],
  edition: [EDITION, 'coorace-2020'],
  measure: ['15', '1'],
  grouping: [PARIS_EST_MARNE_ET_BOIS],
  election: ['municipales-2020'],
  indicator: [String(world.indicator)],
  consultation: [String(world.consultation)],
  review: world.reviews.map(String),
});

/** A version is found through a plan that a town hall published. */
const versionExamples = () => ({ plan: world.versions.map(String), number: ['1'] });

/** The files of communes hold what a search finds. */
const queryOf = (route: string): string => (route.startsWith('/communes.') ? '?q=champigny' : '');

async function ask(route: string, params: Readonly<Record<string, string>>, query = queryOf(route)): Promise<Response> {
  const path = route.replaceAll(/\[(\w+)\]/gu, (_, name: string) => params[name] ?? '');
  const url = new URL(`http://site.test${path}${query}`);
  const [, places = ''] = path.split('/');
  const file = pathToFileURL(fileServing(route)).href;
  const { GET } = (await import(/* @vite-ignore */ file)) as { GET: (event: object) => Response | Promise<Response> };
  const given = { ...params, places, place: params['commune'] ?? params['grouping'] };
  return await GET({ params: given, url, getClientAddress: () => '203.0.113.7', setHeaders: () => undefined });
}

/** A file that communes and groupings have alike is served under both. */
function servedAt(route: string): readonly string[] {
  return route.startsWith(ALIKE) ? PLACES.map((place) => route.replace(ALIKE, place)) : [route];
}

function fileServing(route: string): string {
  const own = resolve(`src/routes${route}/+server.ts`);
  const place = PLACES.find((one) => route.startsWith(one));
  return place === undefined || existsSync(own) ? own : resolve(`src/routes${route.replace(place, ALIKE)}/+server.ts`);
}

/** The answers for each example of the parameters. */
async function answersOf(route: string): Promise<readonly Response[]> {
  const names = [...route.matchAll(/\[(\w+)\]/gu)].map(([, name]) => name ?? '');
  const given: ReturnType<typeof examples> = route.includes('/versions/') ? versionExamples() : examples();
  const turns = Math.max(1, ...names.map((name) => given[name]?.length ?? 0));
  const answers: Response[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const params = names.map((name): [string, string] => [name, given[name]?.[turn] ?? given[name]?.[0] ?? '']);
    answers.push(await ask(route, Object.fromEntries(params)));
  }
  return answers;
}

test('every download has its address in the page, and every address is a download', () => {
  expect(
    addressesIn(PAGE)
      .map(({ address }) => shapeOf(address))
      .sort(),
  ).toEqual(ROUTES.map(shapeOf).sort());
});

const sectionOf = (route: string): string =>
  addressesIn(PAGE).find(({ address }) => shapeOf(address) === shapeOf(route))?.section ?? '';

describe.each(ROUTES.filter((route) => route.endsWith('.csv')))('%s', (route) => {
  test('has the columns of its section, in that order, at least one line, and is saved as a file', async () => {
    const columns = columnsIn(PAGE, sectionOf(route));
    const lines: number[] = [];
    for (const answer of await answersOf(route)) {
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.csv"$/);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const [header, ...rest] = new TextDecoder().decode(bytes).split('\r\n');
      expect(header?.split(',')).toEqual(columns);
      lines.push(rest.length - 1);
    }
    // An empty file would say nothing of its columns.
    expect(Math.max(...lines)).not.toBe(0);
  });
});

describe('the JSON files', () => {
  const met = new Set<string>();

  test.each(ROUTES.filter((route) => route.endsWith('.json')))(
    '%s has only keys that its section says',
    async (route) => {
      const section = sectionOf(route);
      const told = keysIn(PAGE, section);
      const found = new Set<string>();
      for (const answer of await answersOf(route)) {
        expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
        for (const key of keyPaths(await answer.json())) found.add(key);
      }
      for (const { path, row } of told) if (found.has(path)) met.add(row);
      const paths = new Set(told.map(({ path }) => path));
      expect([...found].filter((path) => !paths.has(path)).sort()).toEqual([]);
    },
  );

  test('every key of the page is in some file', () => {
    const sections = new Set(
      addressesIn(PAGE).flatMap(({ address, section }) => (address.endsWith('.json') ? [section] : [])),
    );
    const told = [...sections].flatMap((section) => keysIn(PAGE, section));
    expect([...new Set(told.map(({ row }) => row))].filter((row) => !met.has(row)).sort()).toEqual([]);
  });
});

test('a plan that a town hall published says its version with its day, its sheets, and what presents its axes', async () => {
  const id = String(world.versions[0]);
  const whole = (await (await ask('/plans/[plan]/plan.json', { plan: id })).json()) as {
    version: { number: number; publishedAt: string };
    actions: { sheet: { amounts: unknown[]; steps: unknown[] } }[];
  };
  expect(whole.version).toEqual({ number: 1, publishedAt: '2026-06-02T08:00:00.000Z' });
  expect(whole.actions.some(({ sheet }) => sheet.amounts.length > 0 && sheet.steps.length > 0)).toBe(true);
  const read = await ask('/plans/[plan]/plan.json', { plan: String(world.plan) });
  expect(await read.json()).toMatchObject({ version: null, actions: [{ sheet: null }, {}, {}] });
  const csv = await (await ask('/plans/[plan]/echange.csv', { plan: id })).text();
  expect(csv).toContain('Ce qui présente l’axe');
});

/** Everything that is served to everybody under a pact or a plan. */
const UNDER = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(?:pactes|plans)\/\[.*\/\+server\.ts$/u.test(file) && !PRIVATE.test(file))
  .map((file) => `/${file.replace('/+server.ts', '')}`);

test.each(['/communes.csv', '/communes.json'])('%s needs a question, and says so', async (route) => {
  const refused = { status: 400, body: { message: expect.stringContaining('?q=') as string } };
  await expect(ask(route, {}, '')).rejects.toMatchObject(refused);
  await expect(ask(route, {}, '?q=%20')).rejects.toMatchObject(refused);
});

test('every line of a tally says when it was counted, and of what', async () => {
  const lines = (await (await ask('/chartes/[edition]/decompte.csv', { edition: EDITION })).text())
    .trimEnd()
    .split('\r\n');
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines.slice(1)) expect(line).toMatch(/,\d{4}-\d\d-\d\dT[\d:.]+Z,fr$/u);
});

test('a filter that a file does not know is refused before anything is read', async () => {
  const event = {
    url: new URL('http://site.test/pactes.csv?departement=94'),
    request: { method: 'GET', headers: new Headers() },
  };
  const resolved = () => Promise.reject(new Error('asked'));
  const answer = await handle({ event: { ...event, route: { id: '/pactes.csv' } }, resolve: resolved } as never);
  expect([answer.status, await answer.json()]).toMatchObject([400, { erreurs: [{ parametre: 'departement' }] }]);
});

test('a pact or plan that does not exist has no file', async () => {
  expect(UNDER).toContain('/pactes/[pact]/original');
  for (const route of UNDER) {
    await expect(ask(route, { pact: '999', plan: '999' }), route).rejects.toMatchObject({ status: 404 });
  }
});

test('a pact or plan that was withdrawn has no file any more, and each address says when and why', async () => {
  const { db } = database;
  const pact = await publish(db, BRY, writePact({ list: 'À retirer', commitments: [{ measure: 1, words: '1' }] }));
  const plan = await publish(db, BRY, writePlan('À retirer', [{ number: '1', title: 'À ne plus montrer' }]));
  for (const [what, id] of [
    ['pact', pact],
    ['plan', plan],
  ] as const) {
    const request = { what, id, reason: 'Document d’une autre commune' };
    expect((await withdrawPublished(storesOn(db), OPERATOR, request, THEN)).ok).toBe(true);
  }
  for (const route of UNDER) {
    await expect(ask(route, { pact: String(pact), plan: String(plan) }), route).rejects.toMatchObject({
      status: 410,
      body: {
        message: expect.stringMatching(/retiré le 12 mai 2026\. Motif : Document d’une autre commune\. /) as string,
      },
    });
  }
});

/** The file as records, by the name of their columns. Fit for cells without line breaks in quotes. */
async function records(route: string, params: Readonly<Record<string, string>>) {
  const text = (await (await ask(route, params)).text()).replace('\ufeff', '');
  const [header = [], ...lines] = parseCsv(text);
  return lines.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

function parseCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    line.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

describe('what the files of the pact of Champigny say', () => {
  const params = () => ({ pact: String(world.champigny) });

  test('a line for each level, with the title of its measure', async () => {
    const lines = (await records('/pactes/[pact]/mesures.csv', params())).filter(({ mesure }) => mesure === '2');
    expect(lines.map(({ niveau, position_niveau }) => [niveau, position_niveau])).toEqual([
      ['1', 'refused'],
      ['2', 'accepted'],
      ['3', 'accepted'],
    ]);
    expect(lines[0]?.['mesure_titre']).toMatch(/^Financer les projets de la commune prioritairement par des prêts/);
  });

  test('a line for each clause, with the words of both sides and what changed', async () => {
    const lines = await records('/pactes/[pact]/alineas.csv', params());
    const amended = lines.find(({ redaction }) => redaction === 'amended');
    expect(amended).toMatchObject({ charte: EDITION, code_commune: '94017', liste: 'CHAMPIGNY ALTERNANCE' });
    expect(amended?.['texte_charte']).not.toBe('');
    expect(amended?.['texte_signe']).not.toBe(amended?.['texte_charte']);
    expect(amended?.['changements']).toMatch(/^(?:added: .+|removed: .+|replaced: .+ -> .+)$/m);
  });

  test('its principles and its promises beyond the charter', async () => {
    const principles = await records('/pactes/[pact]/principes.csv', params());
    expect(principles.map(({ principe }) => principe)).toEqual(['A', 'B', 'C']);
    expect(principles.map(({ principe_titre }) => principe_titre)).not.toContain('');
    const locals = await records('/pactes/[pact]/engagements.csv', params());
    expect(locals.map(({ mesures_liees }) => mesures_liees)).toEqual(['26', '5', '11', '31', '27']);
    expect(locals.map(({ texte }) => texte)).not.toContain('');
  });

  test('the files of the commune hold all of its pacts', async () => {
    const pacts = (lines: readonly Record<string, string>[]) => [...new Set(lines.map(({ pacte }) => Number(pacte)))];
    const commune = { commune: '94017' };
    const all = [world.demain, world.ensemble, world.champigny, world.signedHere.pact];
    expect(pacts(await records('/communes/[commune]/promesses.csv', commune))).toEqual(all);
    expect(pacts(await records('/communes/[commune]/alineas.csv', commune))).toEqual(all);
    expect(pacts(await records('/communes/[commune]/principes.csv', commune))).toEqual(all);
    expect(pacts(await records('/communes/[commune]/engagements.csv', commune))).toEqual([
      world.demain,
      world.champigny,
      world.signedHere.pact,
    ]);
  });
});

test('a grouping: its communes, what is left to it, and the pacts of its territory', async () => {
  const params = { grouping: PARIS_EST_MARNE_ET_BOIS };
  const members = await records('/intercommunalites/[grouping]/communes.csv', params);
  expect(members.map(({ nom, pactes }) => [nom, pactes])).toEqual([
    ['Champigny-sur-Marne', '4'],
    ['Saint-Maur-des-Fossés', '0'],
    ['Nogent-sur-Marne', '0'],
    ['Bry-sur-Marne', '2'],
  ]);
  const left = await records('/intercommunalites/[grouping]/promesses.csv', params);
  expect(left.filter(({ pacte }) => Number(pacte) === world.demain)).toMatchObject([
    { mesure: '11', niveau: '1', siren_autre_collectivite: PARIS_EST_MARNE_ET_BOIS },
  ]);
  const pacts = await records('/intercommunalites/[grouping]/pactes.csv', params);
  expect(pacts.map(({ pacte }) => Number(pacte))).toEqual([
    world.demain,
    world.ensemble,
    world.bry,
    world.champigny,
    world.grouping,
    world.corrected,
    world.signedHere.pact,
  ]);
});

test('a search is the list of the page; nothing asked is an empty list', async () => {
  expect(await records('/communes.csv', {})).toMatchObject([
    { code_commune: '94017', nom: 'Champigny-sur-Marne', departement: 'Val-de-Marne', ancien_nom: '' },
  ]);
});

test('a measure that is a title alone still has its line among the levels of its charter', async () => {
  const lines = await records('/chartes/[edition]/niveaux.csv', { edition: 'coorace-2020' });
  expect(lines).toHaveLength(10);
  const pacte = await records('/chartes/[edition]/niveaux.csv', { edition: EDITION });
  expect(new Set(pacte.map(({ mesure }) => mesure)).size).toBe(32);
});

test('words of people we do not know never run in a spreadsheet, in any file', async () => {
  const formula = '=HYPERLINK("http://exemple.test")';
  const signed = writePact({
    list: formula,
    commitments: [{ measure: 1, words: formula, levels: { 1: 'accepted' }, observations: [formula] }],
    locals: [{ text: formula, relatedMeasures: [] }],
  });
  const pact = String(await publish(database.db, { kind: 'municipality', code: '94052' }, signed));
  for (const file of ['mesures', 'alineas', 'principes', 'engagements']) {
    const [line] = await records(`/pactes/[pact]/${file}.csv`, { pact });
    expect(line?.['liste'], file).toBe(`'${formula}`);
  }
  expect((await records('/pactes/[pact]/mesures.csv', { pact }))[0]?.['observations']).toBe(`'${formula}`);
  const [local] = await records('/pactes/[pact]/engagements.csv', { pact });
  expect([local?.['texte'], local?.['texte_signe']]).toEqual([`'${formula}`, `'${formula}`]);
});
