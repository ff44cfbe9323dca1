import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor } from '#tests/people.ts';
import { ofTownHall } from '#tests/town-hall.ts';
import { BRY, CHAMPIGNY, OPERATOR, settle } from '#tests/world.ts';
import { addAction } from './add-action.ts';
import { addAxis } from './axes.ts';
import { changeAction } from './change-action.ts';
import { changeManyActions, seeManyChanges, type ManyChange } from './change-many-actions.ts';
import { createPlan } from './create-plan.ts';
import { removeAction } from './remove-action.ts';

const NOW = new Date('2027-03-02T09:00:00Z');
const database = withTestDatabase();
const stores = () => storesOn(database.db);
const actors: { agent: Actor; elsewhere: Actor } = { agent: OPERATOR, elsewhere: OPERATOR };
let plan = 0;
let axis = 0;
let ids: readonly number[] = [];

beforeAll(async () => {
  const { db } = database;
  await settle(db);
  actors.agent = await actorFor(db, await ofTownHall(db, { name: 'agent', place: CHAMPIGNY }));
  actors.elsewhere = await actorFor(db, await ofTownHall(db, { name: 'ailleurs', place: BRY }));
  plan = (await kept(createPlan(stores(), actors.agent, { place: CHAMPIGNY, title: 'Plan', introduction: '' }, NOW)))
    .plan;
  axis = (
    await kept(
      addAxis(stores(), actors.agent, { plan, parent: null, number: '1', title: 'Bouger', description: '' }, NOW),
    )
  ).axis;
  const made: number[] = [];
  for (const title of ['Un', 'Deux', 'Trois']) {
    made.push((await kept(addAction(stores(), actors.agent, { plan, title, patch: {}, lead: null }, NOW))).action);
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

const rows = async () => (await stores().workingPlans.overview(plan)).rows;
const versions = async () => new Map((await rows()).map(({ id, version }) => [id, version]));

async function request(patch: ManyChange['patch'], more: Partial<ManyChange> = {}): Promise<ManyChange> {
  const now = await versions();
  const actions = ids.map((action) => ({ action, version: now.get(action) ?? 1 }));
  return { plan, actions, patch, lead: null, ...more };
}

const change = (asked: ManyChange, actor = actors.agent) => changeManyActions(stores(), actor, asked, NOW);

describe('one change of many actions', () => {
  test('is seen first, line by line, and changes nothing before it is confirmed', async () => {
    await kept(change(await request({ priority: 'low' }, { actions: [{ action: ids[0] ?? 0, version: 1 }] })));
    const asked = await request({ priority: 'low', startsOn: '2027-05-01' });
    const lines = await kept(seeManyChanges(stores(), actors.agent, asked));
    expect(lines.map(({ fields }) => fields)).toEqual([
      ['startsOn'],
      ['priority', 'startsOn'],
      ['priority', 'startsOn'],
    ]);
    expect((await rows()).map(({ startsOn }) => startsOn)).toEqual([null, null, null]);
  });

  test('is made at once, with an event for each action in a journal that verifies', async () => {
    const lead = { kind: 'service', name: 'Voirie', isElected: false } as const;
    const asked = await request({ status: { status: 'ongoing', blocked: null }, endsOn: '2028-01-01', axis }, { lead });
    expect(await kept(change(asked))).toEqual({ changed: 3 });
    for (const row of await rows()) {
      expect(row).toMatchObject({ status: 'ongoing', endsOn: '2028-01-01', axis, leads: [{ name: 'Voirie' }] });
    }
    expect((await rows()).map(({ title }) => title)).toEqual(['Un', 'Deux', 'Trois']);
    for (const id of ids) {
      const history = await stores().workingPlans.history(id);
      expect(history.flatMap(({ changes }) => Object.keys(changes))).toEqual(
        expect.arrayContaining(['status', 'endsOn', 'role.lead', 'axis']),
      );
    }
    expect(await verifyJournal(database.db)).toMatchObject({ faults: [] });
    // Again: nothing is left to do, and nothing is written.
    const before = await versions();
    expect(await kept(change(await request({ endsOn: '2028-01-01', axis }, { lead })))).toEqual({ changed: 0 });
    expect(await versions()).toEqual(before);
  });

  test('says which actions cannot be changed so, and refuses the whole when one cannot', async () => {
    const first = { action: ids[0] ?? 0, version: (await versions()).get(ids[0] ?? 0) ?? 0 };
    await kept(change(await request({ startsOn: '2027-12-01' }, { actions: [first] })));
    const asked = await request({ endsOn: '2027-06-01' });
    const lines = await kept(seeManyChanges(stores(), actors.agent, asked));
    expect(lines.map(({ faults }) => faults.map(({ kind }) => kind))).toEqual([['end-before-start'], [], []]);
    expect(await change(asked)).toMatchObject({
      refusal: { kind: 'many-not-written', action: { title: 'Un' }, why: { kind: 'sheet-faults' } },
    });
    expect((await rows()).map(({ endsOn }) => endsOn)).toEqual(['2028-01-01', '2028-01-01', '2028-01-01']);
  });

  test('asks why when it blocks', async () => {
    const blocked = (why: string, unblocks: string) =>
      request({ status: { status: 'blocked', blocked: { why, unblocks } } });
    const lines = await kept(seeManyChanges(stores(), actors.agent, await blocked('', ' ')));
    expect(lines[0]?.faults.map(({ kind }) => kind)).toEqual(['blocked-why-missing', 'blocked-unblocks-missing']);
    await kept(change(await blocked('Le foncier', 'Un accord')));
    expect((await rows())[2]).toMatchObject({
      status: 'blocked',
      blocked: { why: 'Le foncier', unblocks: 'Un accord' },
    });
  });

  test('keeps what somebody else changed meanwhile in other fields; in the same one, nothing is done and it says where', async () => {
    const asked = await request({ priority: 'high' });
    const [one, two] = asked.actions;
    if (one === undefined || two === undefined) throw new Error('no actions');
    await kept(changeAction(stores(), actors.agent, { plan, ...one, patch: { title: 'Un, redit' } }, NOW));
    expect(await kept(change(asked))).toEqual({ changed: 3 });
    expect((await rows())[0]).toMatchObject({ title: 'Un, redit', priority: 'high' });
    const late = await request({ priority: 'medium' });
    await kept(
      changeAction(
        stores(),
        actors.agent,
        { plan, ...two, version: (await versions()).get(two.action) ?? 0, patch: { priority: null } },
        NOW,
      ),
    );
    expect(await change(late)).toMatchObject({
      refusal: { kind: 'many-edited-meanwhile', actions: [{ title: 'Deux' }] },
    });
    expect((await rows()).map(({ priority }) => priority)).toEqual(['high', null, 'high']);
  });

  test('asks the database as often for two as for one, also where somebody else changed them meanwhile', async () => {
    const spent = async (asked: ManyChange) => {
      let queries = 0;
      const counted = database.db.withPlugin({
        transformQuery: ({ node }) => {
          queries += 1;
          return node;
        },
        transformResult: ({ result }) => Promise.resolve(result),
      });
      await kept(changeManyActions(storesOn(counted), actors.agent, asked, NOW));
      return queries;
    };
    const seen = await request({ startsOn: '2027-11-01' });
    await kept(change(await request({ priority: 'low' })));
    const [one, ...others] = seen.actions;
    if (one === undefined) throw new Error('no actions');
    const alone = await spent({ ...seen, actions: [one] });
    expect(await spent({ ...seen, actions: others })).toBe(alone);
    expect((await rows()).map(({ startsOn, priority }) => [startsOn, priority])).toEqual(
      ids.map(() => ['2027-11-01', 'low']),
    );
  });

  test('is refused to anybody else, for another plan, for nothing, and when an action is gone', async () => {
    const asked = await request({ priority: 'low' });
    expect(await change(asked, actors.elsewhere)).toMatchObject({ refusal: { kind: 'unknown-plan' } });
    expect(await change({ ...asked, plan: 999_999 })).toMatchObject({ refusal: { kind: 'unknown-plan' } });
    expect(await change({ ...asked, patch: {} })).toMatchObject({ refusal: { kind: 'nothing-to-change' } });
    expect(await change({ ...asked, actions: [] })).toMatchObject({ refusal: { kind: 'no-action-chosen' } });
    expect(await change({ ...asked, patch: { axis: 999_999 } })).toMatchObject({ refusal: { kind: 'unknown-axis' } });
    await kept(removeAction(stores(), actors.agent, { plan, action: ids[2] ?? 0, reason: '' }, NOW));
    expect(await change(asked)).toMatchObject({ refusal: { kind: 'actions-gone', actions: [ids[2]] } });
  });
});
