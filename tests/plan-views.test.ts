/** The public views of a plan, as a reader gets them: a thousand actions, none at all, hostile words, no dates. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { planAddress } from '#ui/addresses.ts';
import { slugOf } from '#domain/shared/slug.ts';
import { largePlan, planAxis, planRow, service } from '#ui/plan/testing/plan-rows.ts';
import { withTestDatabase } from './database.ts';
import { writePublishedPlan } from './published-plan.ts';
import { withPageRenderer } from './render-page.ts';
import { routeModule, visit } from './route-module.ts';
import { buildWorld } from './world.ts';

const database = withTestDatabase();
const { render, renderHead } = withPageRenderer();
const plans = { large: 0, empty: 0, small: 0, read: 0 };
const TITLES = { large: 'Grand plan (exemple)', empty: 'Plan vide (exemple)', small: 'Petit plan (exemple)' };
const addressOf = (plan: keyof typeof TITLES) => planAddress({ id: plans[plan], slug: slugOf(TITLES[plan]) });

beforeAll(async () => {
  const { db } = database;
  plans.read = (await buildWorld(db)).plan;
  provideRuntime({ config: readConfig({}), db });
  plans.large = await writePublishedPlan(db, { ...largePlan(1000), municipality: '94017', title: TITLES.large });
  plans.empty = await writePublishedPlan(db, { axes: [], rows: [], municipality: '94017', title: TITLES.empty });
  plans.small = await writePublishedPlan(db, {
    axes: [planAxis({ id: 1, title: 'Bouger' }), planAxis({ id: 2, number: '1.1', title: 'À vélo', parent: 1 })],
    rows: [
      planRow({
        id: 1,
        number: '1.1',
        title: '<img src=x onerror=alert(1)> « piste »',
        axis: 2,
        status: 'ongoing',
        startsOn: '2020-01-01',
        endsOn: '2021-12-31',
        leads: [{ kind: 'someone' }],
        services: [service('Voirie')],
        amounts: [
          { direction: 'spending', stage: 'forecast', nature: 'investment', year: 2020, euros: 1200.5, words: '' },
          { direction: 'spending', stage: 'forecast', nature: null, year: null, euros: null, words: '10 000 à 15 000' },
        ],
      }),
      planRow({
        id: 2,
        number: '1.2',
        title: 'Sans date',
        axis: 1,
        status: 'blocked',
        blocked: { why: 'Le foncier', unblocks: 'Un accord' },
      }),
    ],
    municipality: '94017',
    title: TITLES.small,
  });
});

const page = async (plan: keyof typeof TITLES, view: string, query = '') =>
  await render(`/plans/[plan]/${view}`, `${addressOf(plan)}/${view}${query}`, { plan: String(plans[plan]) });
const rowsOf = (html: string) => html.split('<tbody>')[1]?.match(/<tr[ >]/g)?.length ?? 0;

describe('a plan of a thousand actions', () => {
  test('is a table of a hundred lines a page, with how many there are', async () => {
    const html = await page('large', 'tableau');
    expect(rowsOf(html)).toBe(100);
    expect(html).toMatch(/1\s000 actions/);
    expect(html).toContain('page 1 sur 10');
    expect(html.length).toBeLessThan(200_000);
  });

  test('is found by what the address says, page by page, and a page too far is the last one', async () => {
    const done = await page('large', 'tableau', '?statut=realise&tri=numero&page=2');
    expect(rowsOf(done)).toBe(67);
    expect(done).toContain('aria-sort="ascending"');
    expect(done.split('<tbody>')[1]).not.toContain('À venir');
    expect(await page('large', 'tableau', '?page=900')).toContain('page 10 sur 10');
    expect(rowsOf(await page('large', 'tableau', '?page=toutes'))).toBe(1000);
  });

  test('is a calendar of a hundred bars a page on one scale, and a light board that leads to the table', async () => {
    const calendar = await page('large', 'calendrier');
    expect(calendar.match(/<rect/g)?.length).toBeGreaterThan(50);
    expect(calendar.length).toBeLessThan(200_000);
    expect(calendar).toMatch(/\d+ actions n’ont ni date de début ni date de fin/);
    const board = await page('large', 'colonnes');
    expect(board.match(/<section aria-labelledby="col-/g)).toHaveLength(7);
    expect(board).toContain('autres actions, dans le tableau');
    expect(board.length).toBeLessThan(120_000);
  });

  test('has totals that say what they leave out', async () => {
    const html = await page('large', 'budget');
    expect(html.replace(/[\u00a0\u202f]/g, ' ')).toContain('1 499 500 €');
    expect(html).toMatch(/sans 1\s000 lignes dont la somme n’est pas un chiffre exact/);
  });
});

describe('a plan without any action', () => {
  test.each(['tableau', 'calendrier', 'colonnes', 'budget'])(
    'says so, and never a number that is none: %s',
    async (view) => {
      const html = await page('empty', view);
      expect(html).toContain('Rien encore');
      expect(html).not.toMatch(/NaN|undefined|null|Infinity/);
    },
  );
});

describe('what people wrote', () => {
  test.each(['tableau', 'calendrier', 'colonnes', 'budget'])('is never markup: %s', async (view) => {
    const html = await page('small', view);
    expect(html).not.toContain('<img');
    expect(html).toContain('onerror=alert(1)');
  });

  test('is text in the picture of the calendar too, which is always saved', async () => {
    const { GET: svg } = await routeModule('/plans/[plan]/calendrier.svg/+server.ts');
    const answer = await svg(visit(`${addressOf('small')}/calendrier.svg`, { plan: String(plans.small) }));
    const picture = await answer.text();
    expect(picture).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(picture).not.toContain('<img');
    expect(picture).toContain('1 action n’a ni date de début ni date de fin');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
  });
});

test('an action without dates is listed apart from the drawing; a late one says so; a private person is nobody by name', async () => {
  const html = await page('small', 'calendrier');
  // The drawing is the first file named: no comma before it.
  expect(html.replace(/<!--.*?-->/g, '')).toMatch(/cette liste : <a [^>]*>Dessin SVG</);
  expect(html).toContain('Sans date');
  expect(html).toContain('1 action n’a ni date de début ni date de fin : elle ne peut pas être dessinée.');
  expect(html).toContain('en retard de');
  // Today is outside of these years: nothing is said of a line that is not drawn.
  expect(html).not.toContain('trait vertical');
  const table = await page('small', 'tableau');
  // Wider than a phone: it scrolls by itself, and the keyboard reaches it.
  expect(table.replace(/<!--.*?-->/g, '')).toMatch(/<section class="wide" aria-label="[^"]+" tabindex="0"><table/);
  expect(table).toContain('une personne de la mairie');
  expect(table).toContain('Bouger › À vélo');
  expect(await page('small', 'tableau', '?axe=1-bouger&retard=oui')).toContain('1 action sur 2');
  expect(await page('small', 'tableau', '?q=inconnu')).toContain('Aucune action ne répond à cette demande.');
});

test('a board says what blocks; a filtered view is not for search engines', async () => {
  expect(await page('small', 'colonnes')).toContain('Ce qui bloque : Le foncier');
  const address = `${addressOf('small')}/tableau`;
  const head = async (query: string) =>
    await renderHead('/plans/[plan]/tableau', address + query, { plan: String(plans.small) });
  expect(await head('')).toContain(`<link rel="canonical" href="http://site.test${address}"`);
  expect(await head('?retard=oui')).toContain('noindex');
});

test('a plan that was only read in a document says that nothing was guessed', async () => {
  const address = planAddress({ id: plans.read, slug: slugOf('Plan vélo (exemple)') });
  for (const view of ['tableau', 'calendrier', 'colonnes', 'budget']) {
    const html = await render(`/plans/[plan]/${view}`, `${address}/${view}`, { plan: String(plans.read) });
    expect(html).toContain('rien n’en a été deviné');
  }
});

test('an address with an old title is sent on with its filters; a plan that is not there is not found', async () => {
  const old = render('/plans/[plan]/tableau', `/plans/${plans.small}-ancien/tableau?retard=oui`, {
    plan: `${plans.small}-ancien`,
  });
  await expect(old).rejects.toMatchObject({ status: 308, location: `${addressOf('small')}/tableau?retard=oui` });
  await expect(render('/plans/[plan]/budget', '/plans/99999/budget', { plan: '99999' })).rejects.toMatchObject({
    status: 404,
  });
});
