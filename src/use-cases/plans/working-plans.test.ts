import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { versionText, type PlanVersionContent } from '#domain/plan/plan-version.ts';
import { emptySheet } from '#domain/plan/working-sheet.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { versionText as keptText } from '#server/storage/plan-versions.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor } from '#tests/people.ts';
import { ofTownHall } from '#tests/town-hall.ts';
import { BRY, buildWorld, CHAMPIGNY, EDITION, OPERATOR, SAINT_MAUR } from '#tests/world.ts';
import { addAction } from './add-action.ts';
import { addDocument, changeDocument, removeDocument } from './action-documents.ts';
import { addAxis, changeAxis, moveAxis, removeAxis } from './axes.ts';
import { changeAction } from './change-action.ts';
import { changePlan, putPlanAway } from './change-plan.ts';
import { createPlan } from './create-plan.ts';
import { keepEntry } from './keep-entry.ts';
import { moveAction, renumberActions } from './move-action.ts';
import { publishPlan } from './publish-plan.ts';
import { recordAdoption } from './record-adoption.ts';
import { removeAction } from './remove-action.ts';
import { seeNextVersion } from './prepare-version.ts';
import { takeUpPlan } from './take-up-plan.ts';

const NOW = new Date('2027-03-02T09:00:00Z');
const database = withTestDatabase();
const stores = () => storesOn(database.db);
const actors: { agent: Actor; other: Actor; elsewhere: Actor } = {
  agent: OPERATOR,
  other: OPERATOR,
  elsewhere: OPERATOR,
};
let readPlan = 0;

beforeAll(async () => {
  readPlan = (await buildWorld(database.db)).plan;
  const signIn = async (name: string, place: typeof CHAMPIGNY): Promise<Actor> =>
    await actorFor(database.db, await ofTownHall(database.db, { name, place }));
  actors.agent = await signIn('agent', CHAMPIGNY);
  actors.other = await signIn('autre', CHAMPIGNY);
  actors.elsewhere = await signIn('ailleurs', BRY);
});

async function kept<Value>(
  taken: Promise<{ ok: true; value: Value } | { ok: false; refusal: unknown }>,
): Promise<Value> {
  const result = await taken;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

const newPlan = async (title = 'Plan de transition'): Promise<number> =>
  (await kept(createPlan(stores(), actors.agent, { place: CHAMPIGNY, title, introduction: '' }, NOW))).plan;

async function newAction(plan: number, title: string, patch: Parameters<typeof addAction>[2]['patch'] = {}) {
  return await kept(addAction(stores(), actors.agent, { plan, title, patch, lead: null }, NOW));
}

const change = (plan: number, action: number, version: number, patch: Parameters<typeof changeAction>[2]['patch']) =>
  changeAction(stores(), actors.agent, { plan, action, version, patch }, NOW);

const sheetOf = async (plan: number, action: number) => {
  const found = await stores().workingPlans.action({ plan, action });
  if (found === null) throw new Error('no such action');
  return found;
};

describe('beginning', () => {
  test('three fields are enough: a title, a status, a lead who enters the directory as a private name', async () => {
    const plan = await newPlan();
    const lead = { kind: 'person', name: 'Jeanne  Petit', isElected: false } as const;
    const asked = { plan, title: ' Planter 100 arbres ', patch: { status: 'planned' }, lead } as const;
    const { action, number } = await kept(addAction(stores(), actors.agent, asked, NOW));
    expect(number).toBe('1');
    const [row] = (await stores().workingPlans.overview(plan)).rows;
    expect(row).toMatchObject({
      id: action,
      title: 'Planter 100 arbres',
      status: 'planned',
      visibility: 'public',
      leads: [{ name: 'Jeanne Petit', left: false }],
    });
    expect(await stores().directory.of(CHAMPIGNY)).toMatchObject([{ name: 'Jeanne Petit', isPublic: false, leads: 1 }]);
    // The same name again is the same person.
    const again = { ...asked, title: 'Autre', lead: { ...lead, name: 'jeanne petit' } };
    await kept(addAction(stores(), actors.agent, again, NOW));
    expect(await stores().directory.of(CHAMPIGNY)).toHaveLength(1);
  });

  test('a town hall sees nothing of the plan of another, nor whether it is there', async () => {
    const plan = await newPlan();
    const words = { plan, version: 1, title: 'Autre', introduction: '' };
    expect(await changePlan(stores(), actors.elsewhere, words, NOW)).toEqual({
      ok: false,
      refusal: { kind: 'unknown-plan' },
    });
    expect(await changePlan(stores(), actors.elsewhere, { ...words, plan: 999_999 }, NOW)).toEqual({
      ok: false,
      refusal: { kind: 'unknown-plan' },
    });
    const { action } = await newAction(plan, 'Ici');
    const other = await newPlan();
    expect(await change(other, action, 1, { title: 'Volée' })).toMatchObject({ refusal: { kind: 'unknown-action' } });
  });

  test('a plan put away is written in no more, until it is taken out', async () => {
    const plan = await newPlan();
    await kept(putPlanAway(stores(), actors.agent, { plan, away: true }, NOW));
    expect(await addAction(stores(), actors.agent, { plan, title: 'X', patch: {}, lead: null }, NOW)).toMatchObject({
      refusal: { kind: 'plan-not-now', state: 'put-away' },
    });
    await kept(putPlanAway(stores(), actors.agent, { plan, away: false }, NOW));
    await newAction(plan, 'X');
  });
});

describe('two agents on one action', () => {
  test('keep both what they wrote in different fields', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Cantine');
    await kept(change(plan, action, 1, { texts: { context: 'Le contexte.' } }));
    const late = await kept(change(plan, action, 1, { texts: { method: 'La méthode.' }, status: 'ongoing' }));
    expect(late).toEqual({ version: 3, fields: ['status', 'text.method'] });
    const { sheet } = await sheetOf(plan, action);
    expect(sheet.texts).toMatchObject({ context: 'Le contexte.', method: 'La méthode.' });
  });

  test('are given both texts when they changed the same field, and nothing is written', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Cantine', { texts: { context: 'Avant.' } });
    await kept(change(plan, action, 1, { texts: { context: 'De l’une.' }, priority: 'high' }));
    expect(await change(plan, action, 1, { texts: { context: 'De l’autre.' }, priority: 'high' })).toEqual({
      ok: false,
      refusal: {
        kind: 'action-edited-meanwhile',
        version: 2,
        both: [{ field: 'text.context', theirs: 'De l’une.', yours: 'De l’autre.' }],
      },
    });
    // Having seen both, one decides.
    await kept(change(plan, action, 2, { texts: { context: 'Des deux.' } }));
    expect((await sheetOf(plan, action)).sheet.texts.context).toBe('Des deux.');
  });

  test('a form sent whole overwrites nothing that its sender left as it was', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Cantine');
    const before = (await sheetOf(plan, action)).sheet;
    await kept(change(plan, action, 1, { title: 'Cantine bio', endsOn: '2028-12-31' }));
    await kept(change(plan, action, 1, { ...before, priority: 'low' }));
    expect((await sheetOf(plan, action)).sheet).toMatchObject({
      title: 'Cantine bio',
      endsOn: '2028-12-31',
      priority: 'low',
    });
  });

  test('at the very same moment: neither is lost', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Cantine');
    const answers = await Promise.all([
      change(plan, action, 1, { texts: { means: 'Un poste.' } }),
      changeAction(
        stores(),
        actors.other,
        { plan, action, version: 1, patch: { texts: { means: 'Deux postes.' } } },
        NOW,
      ),
      change(plan, action, 1, { startsOn: '2027-01-01' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    const refused = answers.find(({ ok }) => !ok);
    expect(JSON.stringify(refused)).toContain('Un poste.');
    expect(JSON.stringify(refused)).toContain('Deux postes.');
  });
});

describe('a sheet', () => {
  test('a partial update never changes who may see it', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Foncier', { visibility: 'private' });
    await kept(change(plan, action, 1, { title: 'Foncier, suite', status: 'ongoing' }));
    expect((await sheetOf(plan, action)).sheet.visibility).toBe('private');
  });

  test('blocked asks why and what would unblock; leaving it takes the words away', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Piste');
    expect(await change(plan, action, 1, { status: 'blocked', blocked: { why: ' ', unblocks: '' } })).toMatchObject({
      refusal: { faults: [{ kind: 'blocked-why-missing' }, { kind: 'blocked-unblocks-missing' }] },
    });
    const blocked = { why: 'Le département ne répond pas.', unblocks: 'Son accord.' };
    await kept(change(plan, action, 1, { status: 'blocked', blocked }));
    await kept(change(plan, action, 2, { status: 'ongoing' }));
    expect((await sheetOf(plan, action)).sheet).toMatchObject({ status: 'ongoing', blocked: null });
  });

  test('all that is wrong is told at once', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Piste');
    const line = {
      direction: 'spending',
      stage: 'forecast',
      nature: null,
      year: 1789,
      euros: null,
      words: '',
    } as const;
    const wrong = await change(plan, action, 1, {
      title: '',
      startsOn: '2028-01-01',
      endsOn: '2027-01-01',
      amounts: [line, { ...line, year: 2027, euros: 12.345 }],
      steps: [{ title: '', status: null, endsOn: '31/02/2027' }],
    });
    expect(wrong.ok ? [] : 'faults' in wrong.refusal ? wrong.refusal.faults.map(({ kind }) => kind) : []).toEqual([
      'title-missing',
      'end-before-start',
      'amount-says-nothing',
      'year-out-of-bounds',
      'amount-too-precise',
      'step-title-missing',
      'step-not-a-day',
    ]);
    expect((await sheetOf(plan, action)).version).toBe(1);
  });

  test('names nobody of another directory', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Piste');
    const entry = {
      kind: 'person',
      name: 'Ailleurs',
      isElected: false,
      isPublic: false,
      email: '',
      leftOn: '',
    } as const;
    const { id } = await kept(keepEntry(stores(), actors.elsewhere, { place: BRY, entry: null, ...entry }, NOW));
    expect(await change(plan, action, 1, { roles: { lead: [id] } })).toMatchObject({
      refusal: { kind: 'unknown-entries', entries: [id] },
    });
  });

  test('every field has its history, with who, before and after', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Piste');
    await kept(change(plan, action, 1, { title: 'Piste cyclable' }));
    await kept(change(plan, action, 2, { title: 'Piste cyclable nord', status: 'ongoing' }));
    const history = await stores().workingPlans.history(action);
    expect(history.map(({ act, version, changes }) => [act, version, changes['title'] ?? null])).toEqual([
      ['add-action', 1, null],
      ['change-action', 2, { before: 'Piste', after: 'Piste cyclable' }],
      ['change-action', 3, { before: 'Piste cyclable', after: 'Piste cyclable nord' }],
    ]);
    expect(history.at(-1)?.by).toBe('p-agent');
  });

  test('a number is given once in a plan', async () => {
    const plan = await newPlan();
    await newAction(plan, 'Une', { number: '4.4' });
    const { action } = await newAction(plan, 'Deux');
    expect(await change(plan, action, 1, { number: ' 4.4 ' })).toMatchObject({ refusal: { kind: 'number-taken' } });
    expect(await change(plan, action, 1, { number: '../x' })).toMatchObject({ refusal: { kind: 'number-wrong' } });
    await kept(change(plan, action, 1, { number: '4.4-bis' }));
  });

  test('a document is kept with its action, and let go when nothing else uses it', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Piste');
    const bytes = Buffer.from('%PDF-1.4 une étude');
    const file = { bytes, filename: 'etude.pdf', mediaType: 'application/pdf' };
    const asked = { plan, action, title: '', visibility: 'private', ...file } as const;
    const { id, document } = await kept(addDocument(stores(), actors.agent, asked, NOW));
    expect((await sheetOf(plan, action)).documents).toMatchObject([{ title: 'etude.pdf', visibility: 'private' }]);
    const correct = async (title: string, visibility: 'public' | 'private', document = id) =>
      await changeDocument(stores(), actors.agent, { plan, action, document, title, visibility }, NOW);
    expect(await kept(correct('etude.pdf', 'private'))).toEqual({ changed: false });
    expect(await kept(correct(' Étude  de la piste ', 'public'))).toEqual({ changed: true });
    expect(await correct(' ', 'public')).toMatchObject({ refusal: { kind: 'document-title-missing' } });
    expect(await correct('Autre', 'public', id + 1)).toMatchObject({ refusal: { kind: 'unknown-document' } });
    await kept(removeDocument(stores(), actors.agent, { plan, action, document: id }, NOW));
    expect(await stores().documents.fetch(document)).toBeNull();
    const history = (await stores().workingPlans.history(action)).filter(({ act }) => act.endsWith('document'));
    expect(history.map(({ act, changes }) => [act, changes])).toEqual([
      ['add-document', { 'document.title': { before: null, after: 'etude.pdf' } }],
      [
        'change-document',
        {
          'document.title': { before: 'etude.pdf', after: 'Étude de la piste' },
          'document.visibility': { before: 'private', after: 'public' },
        },
      ],
      ['remove-document', { 'document.title': { before: 'Étude de la piste', after: null } }],
    ]);
  });
});

describe('order', () => {
  test('axes go three levels down, never into themselves, and are removed empty', async () => {
    const plan = await newPlan();
    const words = { number: '', title: 'Énergie', description: '' };
    const add = (parent: number | null, title: string) =>
      addAxis(stores(), actors.agent, { plan, parent, ...words, title }, NOW);
    const top = await kept(add(null, 'Énergie'));
    const sub = await kept(add(top.axis, 'Bâtiments'));
    const subsub = await kept(add(sub.axis, 'Écoles'));
    expect([top.number, sub.number, subsub.number]).toEqual(['1', '1.1', '1.1.1']);
    expect(await add(subsub.axis, 'Toits')).toMatchObject({ refusal: { kind: 'axis-too-deep' } });
    const into = (axis: number, parent: number | null) =>
      moveAxis(stores(), actors.agent, { plan, axis, to: { kind: 'into', parent, before: null } }, NOW);
    expect(await into(top.axis, subsub.axis)).toMatchObject({ refusal: { kind: 'axis-in-itself' } });
    const second = await kept(add(null, 'Mobilités'));
    await kept(moveAxis(stores(), actors.agent, { plan, axis: second.axis, to: { kind: 'step', by: -1 } }, NOW));
    expect((await stores().workingPlans.axes(plan)).map(({ title }) => title)).toEqual([
      'Mobilités',
      'Énergie',
      'Bâtiments',
      'Écoles',
    ]);
    expect(await removeAxis(stores(), actors.agent, { plan, axis: sub.axis }, NOW)).toMatchObject({
      refusal: { kind: 'axis-holds', axes: 1, actions: 0 },
    });
    await kept(into(subsub.axis, null));
    await kept(removeAxis(stores(), actors.agent, { plan, axis: sub.axis }, NOW));
    const seen = { number: '9', title: 'Vieux', description: '' };
    const renamed = { plan, axis: top.axis, number: '1', title: 'Énergies', description: '', seen };
    expect(await changeAxis(stores(), actors.agent, renamed, NOW)).toMatchObject({
      refusal: { kind: 'axis-edited-meanwhile', theirs: { title: 'Énergie' }, yours: { title: 'Énergies' } },
    });
  });

  test('actions go up and down, over the edge into the axis beside, and take new numbers when asked', async () => {
    const plan = await newPlan();
    const words = { parent: null, number: '', description: '' };
    const one = await kept(addAxis(stores(), actors.agent, { plan, title: 'Un', ...words }, NOW));
    const two = await kept(addAxis(stores(), actors.agent, { plan, title: 'Deux', ...words }, NOW));
    const a = await newAction(plan, 'A', { axis: one.axis });
    const b = await newAction(plan, 'B', { axis: one.axis });
    const c = await newAction(plan, 'C', { axis: two.axis });
    expect([a.number, b.number, c.number]).toEqual(['1.1', '1.2', '2.1']);
    const titles = async () =>
      (await stores().workingPlans.overview(plan)).rows.map(({ title, axisPath }) => `${axisPath.join()} ${title}`);
    const step = (action: number, by: -1 | 1) =>
      kept(moveAction(stores(), actors.agent, { plan, action, to: { kind: 'step', by } }, NOW));
    await step(b.action, -1);
    expect(await titles()).toEqual(['Un B', 'Un A', 'Deux C']);
    await step(a.action, 1);
    expect(await titles()).toEqual(['Un B', 'Deux A', 'Deux C']);
    const to = { kind: 'into', axis: null, before: null } as const;
    await kept(moveAction(stores(), actors.agent, { plan, action: b.action, to }, NOW));
    expect(await titles()).toEqual(['Deux A', 'Deux C', ' B']);
    expect(await step(b.action, 1)).toEqual({ moved: false });
    expect(await kept(renumberActions(stores(), actors.agent, { plan }, NOW))).toEqual({ changed: 3 });
    const { rows } = await stores().workingPlans.overview(plan);
    expect(rows.map(({ number }) => number)).toEqual(['2.1', '2.2', '3']);
  });

  test('a plan of a thousand actions is read in as many queries as one of ten', async () => {
    const plan = await newPlan();
    const actions = Array.from({ length: 1000 }, (_, index) => ({
      plan,
      axis: null,
      number: String(index + 1),
      sheet: emptySheet(`Action ${index + 1}`),
      asWritten: null,
      at: NOW,
    }));
    await stores().together(async (all) => ({ ok: true, value: await all.workingPlans.addActions(actions) }));
    const asked: string[] = [];
    const counted = database.db.withPlugin({
      transformQuery: ({ node }) => (asked.push(node.kind), node),
      transformResult: async ({ result }) => result,
    });
    expect((await storesOn(counted).workingPlans.overview(plan)).rows).toHaveLength(1000);
    expect(asked).toHaveLength(2);
    expect(await stores().workingPlans.actions(plan)).toHaveLength(1000);
  });
});

describe('publishing', () => {
  test('shows what is public under the same numbers, and keeps each version for ever', async () => {
    const plan = await newPlan('Plan publié');
    const { axis } = await kept(
      addAxis(stores(), actors.agent, { plan, parent: null, number: '', title: 'Axe', description: '' }, NOW),
    );
    const { action } = await newAction(plan, 'Publique', { axis, status: 'ongoing', endsOn: '2029-01-01' });
    const hidden = await newAction(plan, 'Secrète', { axis, visibility: 'private' });
    const first = await kept(publishPlan(stores(), actors.agent, { plan, note: '', seen: null }, NOW));
    expect(first.number).toBe(1);
    const rows = await database.db.selectFrom('action').selectAll().where('planId', '=', plan).execute();
    expect(rows).toMatchObject([{ id: action, number: '1.1', axis: '1', status: 'ongoing', endsOn: '2029-01-01' }]);
    const again = { plan, note: '', seen: null };
    expect(await publishPlan(stores(), actors.agent, again, NOW)).toMatchObject({ refusal: { kind: 'nothing-new' } });
    await kept(change(plan, action, 1, { status: 'done' }));
    const look = await kept(seeNextVersion(stores(), actors.agent, { plan }));
    expect(look).toMatchObject({
      leftOut: 1,
      difference: { added: [], removed: [], changed: [{ number: '1.1', fields: ['status', 'newsAt'] }] },
    });
    await kept(change(plan, hidden.action, 1, { priority: 'low' }));
    expect(await publishPlan(stores(), actors.agent, { ...again, seen: look.plan.changes }, NOW)).toMatchObject({
      refusal: { kind: 'plan-moved-on' },
    });
    await kept(publishPlan(stores(), actors.agent, again, NOW));
    const texts = [await keptText(database.db, plan, 1), await keptText(database.db, plan, 2)];
    expect(texts[0]).toContain('"ongoing"');
    expect(texts.join()).not.toContain('Secrète');
    expect(versionText(JSON.parse(texts[1] ?? '') as PlanVersionContent)).toBe(texts[1]);
    await kept(removeAction(stores(), actors.agent, { plan, action, reason: '' }, NOW));
    await kept(change(plan, hidden.action, 2, { visibility: 'public' }));
    await kept(publishPlan(stores(), actors.agent, again, NOW));
    const after = await database.db.selectFrom('action').select('title').where('planId', '=', plan).execute();
    expect(after).toEqual([{ title: 'Secrète' }]);
  });

  test('refuses words that name somebody who is not public, and says where', async () => {
    const [plan, noted] = [await newPlan(), await newPlan()];
    const lead = { kind: 'person', name: 'Zoé Lenoir-Blanc', isElected: false } as const;
    const text = { texts: { method: 'Voir avec zoe lenoir blanc.' } };
    await kept(addAction(stores(), actors.agent, { plan, title: 'A', patch: text, lead }, NOW));
    expect(await publishPlan(stores(), actors.agent, { plan, note: '', seen: null }, NOW)).toMatchObject({
      refusal: { kind: 'private-names', found: [{ where: { kind: 'action', number: '1' }, name: 'Zoé Lenoir-Blanc' }] },
    });
    await kept(addAction(stores(), actors.agent, { plan: noted, title: 'B', patch: {}, lead: null }, NOW));
    expect(await publishPlan(stores(), actors.agent, { plan: noted, note: lead.name, seen: null }, NOW)).toMatchObject({
      refusal: { kind: 'private-names', found: [{ where: { kind: 'note' }, name: 'Zoé Lenoir-Blanc' }] },
    });
    const found = await stores().directory.named(CHAMPIGNY, lead);
    const agreed = {
      kind: 'person',
      name: lead.name,
      isElected: false,
      isPublic: true,
      email: '',
      leftOn: '',
    } as const;
    const old = { id: found?.id ?? 0, version: 1 };
    await kept(keepEntry(stores(), actors.agent, { place: CHAMPIGNY, entry: old, ...agreed }, NOW));
    await kept(publishPlan(stores(), actors.agent, { plan, note: '', seen: null }, NOW));
  });

  test('the council adopts a version, not the one after', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'A');
    await kept(publishPlan(stores(), actors.agent, { plan, note: '', seen: null }, NOW));
    const adoption = { plan, number: 1, adoptedOn: '2027-03-01', deliberation: '2027-14', file: null };
    expect(await recordAdoption(stores(), actors.agent, { ...adoption, adoptedOn: '2027-03-03' }, NOW)).toMatchObject({
      refusal: { kind: 'adoption-in-future' },
    });
    await kept(recordAdoption(stores(), actors.agent, adoption, NOW));
    const shown = () =>
      database.db.selectFrom('plan').select(['version', 'deliberation']).where('id', '=', plan).executeTakeFirst();
    expect(await shown()).toEqual({ version: 1, deliberation: '2027-14' });
    await kept(change(plan, action, 1, { title: 'B' }));
    await kept(publishPlan(stores(), actors.agent, { plan, note: '', seen: null }, NOW));
    expect(await shown()).toEqual({ version: 2, deliberation: null });
    expect(await stores().planVersions.of(plan)).toMatchObject([
      { number: 2, adoption: null },
      { number: 1, adoption: { adoptedOn: '2027-03-01' } },
    ]);
  });
});

describe('a plan read in a document', () => {
  test('is taken up once, by its own town hall, with its actions and links; nothing is guessed of its words', async () => {
    expect(await takeUpPlan(stores(), actors.agent, { plan: readPlan }, NOW)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
    const agent = await actorFor(database.db, await ofTownHall(database.db, { name: 'saint-maur', place: SAINT_MAUR }));
    const before = await database.db.selectFrom('action').selectAll().where('planId', '=', readPlan).execute();
    expect(await kept(takeUpPlan(stores(), agent, { plan: readPlan }, NOW))).toEqual({ plan: readPlan, actions: 3 });
    expect(await takeUpPlan(stores(), agent, { plan: readPlan }, NOW)).toMatchObject({
      refusal: { kind: 'already-taken-up' },
    });
    const actions = await stores().workingPlans.actions(readPlan);
    expect(actions.map(({ id, number }) => [id, number])).toEqual(before.map(({ id, number }) => [id, number]));
    expect(actions[0]).toMatchObject({
      sheet: { status: null, startsOn: null, amounts: [], texts: { calendar: '3ème trimestre 2021' } },
      asWritten: { amounts: [{ text: '650€' }] },
    });
    expect(actions[1]?.links).toEqual([{ edition: EDITION, item: 'm15' }]);
    await kept(publishPlan(stores(), agent, { plan: readPlan, note: '', seen: null }, NOW));
    const after = await database.db.selectFrom('action').selectAll().where('planId', '=', readPlan).execute();
    const said = ({ id, number, title, quotations, labels }: (typeof before)[number]) => ({
      id,
      number,
      title,
      quotations,
      labels,
    });
    expect(after.map(said)).toEqual(before.map(said));
    const links = await database.db.selectFrom('actionCommitment').select(['actionId', 'item']).execute();
    expect(links).toEqual([{ actionId: before[1]?.id, item: 'm15' }]);
  });
});

test('after all this the journal still holds, and every published plan is as it says', async () => {
  expect((await verifyJournal(database.db)).faults).toEqual([]);
});

test('a frozen version rewritten behind the journal’s back is found', async () => {
  const { planId, content } = await database.db
    .selectFrom('planVersion')
    .select('planId')
    .select(sql<string>`content::text`.as('content'))
    .where('number', '=', 1)
    .executeTakeFirstOrThrow();
  const rewrite = (text: string) =>
    sql`update plan_version set content = ${text}::json where plan_id = ${planId} and number = 1`.execute(database.db);
  await rewrite(content.replace('Plan', 'Plus'));
  expect((await verifyJournal(database.db)).faults).toEqual([{ kind: 'version-changed', plan: planId, version: 1 }]);
  await rewrite(content);
  expect((await verifyJournal(database.db)).faults).toEqual([]);
});
