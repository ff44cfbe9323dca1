/** What a town clerk takes away: the notice and the sheets of a plan, in the three formats. */
import { beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '#reading/extract/testing/text-of.ts';
import { readConfig } from '#server/config.ts';
import { adoptVersion } from '#server/storage/plan-versions.ts';
import { provideRuntime } from '#server/runtime.ts';
import { largePlan, planAxis, planRow, service } from '#ui/plan/testing/plan-rows.ts';
import { withTestDatabase } from './database.ts';
import { writePublishedPlan } from './published-plan.ts';
import { withPageRenderer } from './render-page.ts';
import { routeModule, visit } from './route-module.ts';
import { buildWorld } from './world.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const plans = { small: 0, empty: 0, read: 0, large: 0 };

beforeAll(async () => {
  const { db } = database;
  plans.read = (await buildWorld(db)).plan;
  provideRuntime({ config: readConfig({}), db });
  const small = {
    axes: [planAxis({ id: 1, title: 'Bouger' }), planAxis({ id: 2, number: '1.1', title: 'À vélo', parent: 1 })],
    rows: [
      planRow({
        id: 1,
        number: '1.1',
        title: 'Piste =1+1 <b>& « haie »</b>',
        axis: 2,
        status: 'blocked',
        blocked: { why: 'Le foncier', unblocks: 'Un accord' },
        startsOn: '2026-01-01',
        endsOn: '2027-12-31',
        leads: [service('Voirie')],
        amounts: [
          { direction: 'spending', stage: 'forecast', nature: 'investment', year: 2027, euros: 1200.5, words: '' },
          { direction: 'spending', stage: 'forecast', nature: null, year: null, euros: null, words: '10 000 à 15 000' },
        ],
      }),
    ],
    texts: { context: 'Une rue\u202e sans trottoir.\nUne autre.' },
  };
  plans.small = await writePublishedPlan(db, { ...small, municipality: '94017', title: 'Petit plan (exemple)' });
  plans.empty = await writePublishedPlan(db, { axes: [], rows: [], municipality: '94017', title: 'Vide (exemple)' });
  plans.large = await writePublishedPlan(db, {
    ...largePlan(1000),
    municipality: '94017',
    title: 'Grand (exemple)',
    texts: { context: 'Contexte de la fiche. '.repeat(20), method: 'Méthode. '.repeat(30) },
  });
});

const asked = (plan: number, more: Record<string, string>) => visit('/', { plan: String(plan), ...more });
const { GET: notice } = await routeModule('/plans/[plan]/notice.[format]/+server.ts');
const { GET: fiche } = await routeModule('/plans/[plan]/actions/[number]/fiche.[format]/+server.ts');
const spaced = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ');

async function wordsOf(answer: Response, format: string): Promise<string> {
  return spaced(await textOf(new Uint8Array(await answer.arrayBuffer()), `f.${format}`));
}

describe.each(['docx', 'odt', 'pdf'])('the notice as %s', (format) => {
  test('holds what the council reads, then every sheet, with what its totals leave out', async () => {
    const answer = await notice(asked(plans.small, { format }));
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="plan-${plans.small}-notice.${format}"`,
    );
    const words = await wordsOf(answer, format);
    for (const said of [
      'Notice explicative : Petit plan (exemple)',
      'Ce plan suit le pacte signé.',
      '1 action, en 1 axe',
      'Piste =1+1 <b>& « haie »</b>',
      '1 200,50 €',
      'Le foncier',
      'Un accord',
      'Une rue[U+202E] sans trottoir.',
      'Voirie',
      '10 000 à 15 000',
      'Bloqué',
    ]) {
      expect(words).toContain(said);
    }
    expect(words.replaceAll(' ', '')).toContain('sans1lignedontlasommen’estpasunchiffreexact');
  });

  test('of a plan without actions says so; of one read in a document, guesses nothing', async () => {
    expect(await wordsOf(await notice(asked(plans.empty, { format })), format)).toContain('Rien encore');
    const read = await wordsOf(await notice(asked(plans.read, { format })), format);
    expect(read).toContain('rien n’en a été deviné');
    expect(read).not.toContain('Statut non dit');
  });
});

test('the vote of the council is on the page and in the notice, also once a later version is shown', async () => {
  const { db } = database;
  const page = async () =>
    spaced(await render('/plans/[plan]', `/plans/${plans.empty}-vide-exemple`, { plan: String(plans.empty) }));
  const paper = async () => await wordsOf(await notice(asked(plans.empty, { format: 'odt' })), 'odt');
  expect(await page()).not.toContain('délibération');
  await adoptVersion(db, plans.empty, 1, { adoptedOn: '2028-01-20', deliberation: '2028-03', document: null });
  const vote = 'Adopté par le conseil le 20 janvier 2028, délibération 2028-03.';
  expect(await page()).toContain(vote);
  expect(await paper()).toContain(vote);

  const first = await db
    .selectFrom('planVersion')
    .selectAll()
    .where('planId', '=', plans.empty)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('planVersion')
    .values({ ...first, number: 2, content: '{}', adoptedOn: null, deliberation: null })
    .execute();
  const later = { version: 2, adoptedOn: null, deliberation: null };
  await db.updateTable('plan').set(later).where('id', '=', plans.empty).execute();
  const since = 'Le conseil a adopté la version 1 le 20 janvier 2028, délibération 2028-03. La version 2, montrée ici';
  expect(await page()).toContain(since);
  expect(await page()).toContain(`/versions/1">Lire la version adoptée`);
  expect(await paper()).toContain(since);
});

test('one sheet is a file by itself, found through its plan', async () => {
  const words = await wordsOf(await fiche(asked(plans.small, { format: 'odt', number: '1.1' })), 'odt');
  expect(words).toContain('Fiche action 1.1 : Piste');
  await expect(fiche(asked(plans.small, { format: 'odt', number: '9.9' }))).rejects.toMatchObject({ status: 404 });
  await expect(fiche(asked(plans.small, { format: 'exe', number: '1.1' }))).rejects.toMatchObject({ status: 404 });
  await expect(notice(asked(99_999, { format: 'pdf' }))).rejects.toMatchObject({ status: 404 });
});

test('a thousand sheets are one file still, that an office reads', async () => {
  for (const format of ['docx', 'odt']) {
    const answer = await notice(asked(plans.large, { format }));
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(50_000);
  }
});

test('the page of a plan answers with figures that have their denominator, and offers its files', async () => {
  const at = (id: number, slug: string) => render('/plans/[plan]', `/plans/${id}-${slug}`, { plan: String(id) });
  const small = await at(plans.small, 'petit-plan-exemple');
  expect(small).toContain('0 sur 1');
  expect(small).toContain('notice.docx');
  expect(small).toContain('Version 1, publiée ici');
  const large = await at(plans.large, 'grand-exemple');
  expect(large).toContain('Voir ces actions dans le tableau');
  expect(large.length).toBeLessThan(60_000);
  const empty = await at(plans.empty, 'vide-exemple');
  expect(empty).toContain('Rien encore');
  expect(empty).not.toContain('NaN');
});

test('the page of a published action says its status, what blocks it and its files; one read in a document, its words', async () => {
  const action = async (id: number, slug: string, number: string) =>
    await render('/plans/[plan]/actions/[number]', `/plans/${id}-${slug}/actions/${number}`, {
      plan: String(id),
      number,
    });
  const typed = await action(plans.small, 'petit-plan-exemple', '1.1');
  for (const said of ['Bloqué', 'Le foncier', 'Un accord', 'Voirie', '10 000 à 15 000', 'fiche.odt']) {
    expect(typed).toContain(said);
  }
  expect(typed).not.toContain('<b>&');
  expect(await action(plans.read, 'plan-velo-exemple', '1.2')).toContain('Ce qui a été fait : inconnu');
});
