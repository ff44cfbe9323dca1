import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { versionText, type PlanVersionContent } from '#domain/plan/plan-version.ts';
import { emptySheet } from '#domain/plan/working-sheet.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { versionText as keptText } from '#server/storage/plan-versions.ts';
import { storesOn } from '#server/stores.ts';
import { actorFor } from '#tests/people.ts';
import { ofTownHall } from '#tests/town-hall.ts';
import { CHAMPIGNY, EDITION, SAINT_MAUR } from '#tests/world.ts';
import { addAction } from './add-action.ts';
import { addAxis, changeAxis, moveAxis, removeAxis } from './axes.ts';
import { keepEntry } from './keep-entry.ts';
import { moveAction, renumberActions } from './move-action.ts';
import { publishPlan } from './publish-plan.ts';
import { recordAdoption } from './record-adoption.ts';
import { removeAction } from './remove-action.ts';
import { seeNextVersion } from './prepare-version.ts';
import { takeUpPlan } from './take-up-plan.ts';
import { kept, NOW, planWorkshop } from './testing/plan-workshop.ts';

const { database, stores, actors, world, newPlan, newAction, change } = planWorkshop();

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
    const paul = { kind: 'person', name: 'Paul Delib', isElected: false, isPublic: false, email: null } as const;
    await stores().directory.add(CHAMPIGNY, { ...paul, at: NOW });
    const naming = { ...adoption, deliberation: 'N° 14, présentée par Paul Delib' };
    expect(await recordAdoption(stores(), actors.agent, naming, NOW)).toMatchObject({
      refusal: { kind: 'private-names', found: [{ where: { kind: 'deliberation' }, name: 'Paul Delib' }] },
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
    expect(await takeUpPlan(stores(), actors.agent, { plan: world.readPlan }, NOW)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
    const agent = await actorFor(database.db, await ofTownHall(database.db, { name: 'saint-maur', place: SAINT_MAUR }));
    const before = await database.db.selectFrom('action').selectAll().where('planId', '=', world.readPlan).execute();
    expect(await kept(takeUpPlan(stores(), agent, { plan: world.readPlan }, NOW))).toEqual({
      plan: world.readPlan,
      actions: 3,
    });
    expect(await takeUpPlan(stores(), agent, { plan: world.readPlan }, NOW)).toMatchObject({
      refusal: { kind: 'already-taken-up' },
    });
    const actions = await stores().workingPlans.actions(world.readPlan);
    expect(actions.map(({ id, number }) => [id, number])).toEqual(before.map(({ id, number }) => [id, number]));
    expect(actions[0]).toMatchObject({
      sheet: { status: null, startsOn: null, amounts: [], texts: { calendar: '3ème trimestre 2021' } },
      asWritten: { amounts: [{ text: '650€' }] },
    });
    expect(actions[1]?.links).toEqual([{ edition: EDITION, item: 'm15' }]);
    await kept(publishPlan(stores(), agent, { plan: world.readPlan, note: '', seen: null }, NOW));
    const after = await database.db.selectFrom('action').selectAll().where('planId', '=', world.readPlan).execute();
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
