import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor } from '#tests/people.ts';
import { ofTownHall } from '#tests/town-hall.ts';
import { BRY, CHAMPIGNY, OPERATOR, settle } from '#tests/world.ts';
import { addAction } from './add-action.ts';
import { createPlan } from './create-plan.ts';
import { keepEntry, mergeEntries } from './keep-entry.ts';

const NOW = new Date('2027-03-02T09:00:00Z');
const database = withTestDatabase();
const stores = () => storesOn(database.db);
const actors: { agent: Actor; elsewhere: Actor } = { agent: OPERATOR, elsewhere: OPERATOR };

beforeAll(async () => {
  await settle(database.db);
  actors.agent = await actorFor(database.db, await ofTownHall(database.db, { name: 'agent', place: CHAMPIGNY }));
  actors.elsewhere = await actorFor(database.db, await ofTownHall(database.db, { name: 'ailleurs', place: BRY }));
});

async function kept<Value>(
  taken: Promise<{ ok: true; value: Value } | { ok: false; refusal: unknown }>,
): Promise<Value> {
  const result = await taken;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

const newPlan = async (): Promise<number> =>
  (await kept(createPlan(stores(), actors.agent, { place: CHAMPIGNY, title: 'Plan', introduction: '' }, NOW))).plan;

describe('the directory', () => {
  const entry = { kind: 'person', isElected: false, isPublic: false, email: '', leftOn: '' } as const;

  test('an entry is renamed once for all, and one that is there twice is merged', async () => {
    const place = BRY;
    const keep = (name: string, old: { id: number; version: number } | null = null) =>
      keepEntry(stores(), actors.elsewhere, { place, entry: old, ...entry, name }, NOW);
    const one = await kept(keep('P. Martin'));
    const two = await kept(keep('Paul Martin'));
    expect(await keep('paul martin')).toMatchObject({ refusal: { kind: 'entry-already-there', id: two.id } });
    await kept(keep('Pierre Martin', { id: one.id, version: 1 }));
    expect(await keep('Autre', { id: one.id, version: 1 })).toMatchObject({
      refusal: { kind: 'entry-edited-meanwhile', theirs: { name: 'Pierre Martin' } },
    });
    const { plan } = await kept(
      createPlan(stores(), actors.elsewhere, { place, title: 'Plan', introduction: '' }, NOW),
    );
    const patch = { roles: { lead: [one.id, two.id], partner: [one.id] } };
    await kept(addAction(stores(), actors.elsewhere, { plan, title: 'A', patch, lead: null }, NOW));
    await kept(mergeEntries(stores(), actors.elsewhere, { place, from: one.id, into: two.id }, NOW));
    const [action] = await stores().workingPlans.actions(plan);
    expect(action?.sheet.roles).toMatchObject({ lead: [two.id], partner: [two.id] });
    expect(await stores().directory.find(place, one.id)).toBeNull();
    expect(await keepEntry(stores(), actors.agent, { place, entry: null, ...entry, name: 'X' }, NOW)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
  });

  test('an agent who left stays named where they were, is told apart, and their address is forgotten', async () => {
    const plan = await newPlan();
    const lead = { kind: 'person', name: 'Luc Départ', isElected: false } as const;
    await kept(addAction(stores(), actors.agent, { plan, title: 'A', patch: {}, lead }, NOW));
    const found = await stores().directory.named(CHAMPIGNY, lead);
    const id = found?.id ?? 0;
    const here = { ...entry, name: lead.name, email: 'luc@example.fr' };
    const keep = (version: number, words: Omit<typeof here, 'leftOn'> & { readonly leftOn: string }) =>
      kept(keepEntry(stores(), actors.agent, { place: CHAMPIGNY, entry: { id, version }, ...words }, NOW));
    await keep(1, here);
    expect(await stores().directory.find(CHAMPIGNY, id)).toMatchObject({ email: 'luc@example.fr' });
    await keep(2, { ...here, leftOn: '2027-03-01' });
    expect(await stores().directory.find(CHAMPIGNY, id)).toMatchObject({ email: null, leftOn: '2027-03-01' });
    const { rows } = await stores().workingPlans.overview(plan);
    expect(rows[0]?.leads).toMatchObject([{ name: 'Luc Départ', left: true }]);
  });

  test('the journal holds no name of a person', async () => {
    const events = await database.db.selectFrom('journalContent').select('says').execute();
    expect(events.length).toBeGreaterThan(5);
    expect(events.map(({ says }) => says).join('\n')).not.toMatch(/Martin|Départ/);
  });
});
