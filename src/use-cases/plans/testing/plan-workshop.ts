/** A town hall at work on its plans, in the small world of the tests: two agents of Champigny, and one of another commune. */
import { beforeAll } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor } from '#tests/people.ts';
import { ofTownHall } from '#tests/town-hall.ts';
import { BRY, buildWorld, CHAMPIGNY, OPERATOR } from '#tests/world.ts';
import { addAction, type AddAction } from '../add-action.ts';
import { changeAction, type ChangeAction } from '../change-action.ts';
import { createPlan } from '../create-plan.ts';

export const NOW = new Date('2027-03-02T09:00:00Z');

/** Call at the top of a file. `actors` and `world` are there from `beforeAll` on. */
export function planWorkshop() {
  const database = withTestDatabase();
  const stores = () => storesOn(database.db);
  const actors: { agent: Actor; other: Actor; elsewhere: Actor } = {
    agent: OPERATOR,
    other: OPERATOR,
    elsewhere: OPERATOR,
  };
  const world = { readPlan: 0 };
  beforeAll(async () => {
    world.readPlan = (await buildWorld(database.db)).plan;
    const signIn = async (name: string, place: typeof CHAMPIGNY): Promise<Actor> =>
      await actorFor(database.db, await ofTownHall(database.db, { name, place }));
    actors.agent = await signIn('agent', CHAMPIGNY);
    actors.other = await signIn('autre', CHAMPIGNY);
    actors.elsewhere = await signIn('ailleurs', BRY);
  });
  return {
    database,
    stores,
    actors,
    world,
    newPlan: async (title = 'Plan de transition'): Promise<number> =>
      (await kept(createPlan(stores(), actors.agent, { place: CHAMPIGNY, title, introduction: '' }, NOW))).plan,
    newAction: async (plan: number, title: string, patch: AddAction['patch'] = {}) =>
      await kept(addAction(stores(), actors.agent, { plan, title, patch, lead: null }, NOW)),
    change: (plan: number, action: number, version: number, patch: ChangeAction['patch']) =>
      changeAction(stores(), actors.agent, { plan, action, version, patch }, NOW),
    sheetOf: async (plan: number, action: number) => {
      const found = await stores().workingPlans.action({ plan, action });
      if (found === null) throw new Error('no such action');
      return found;
    },
  };
}

/** What an act answers when it is not refused. */
export async function kept<Value>(
  taken: Promise<{ ok: true; value: Value } | { ok: false; refusal: unknown }>,
): Promise<Value> {
  const result = await taken;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
