import { beforeAll, expect, test } from 'vitest';
import { tendCollectives } from '#server/jobs/tend-collectives.ts';
import { storesOn } from '#server/stores.ts';
import { active, invited, joined, requested } from '#tests/collectives.ts';
import { withTestDatabase } from '#tests/database.ts';
import { addressOf, codeSentTo, mailsTo, newPerson } from '#tests/people.ts';
import { CHAMPIGNY, NOGENT, SAINT_MAUR, settle, THEN } from '#tests/world.ts';
import { keptInCollectives, leaveEveryCollective } from './own-collectives.ts';
import { askWish, confirmWish } from './wish-pact.ts';

const database = withTestDatabase();
const db = () => database.db;
const stores = () => storesOn(database.db);

beforeAll(async () => {
  await settle(database.db);
  const team = await newPerson(database.db, 'team');
  const { id } = await database.db
    .insertInto('roleRequest')
    .values({ personId: team, role: 'national-team', words: '', askedAt: THEN, state: 'confirmed' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await database.db.insertInto('nationalTeamMember').values({ personId: team, requestId: id, since: THEN }).execute();
});

async function wish(name: string): Promise<void> {
  const request = { municipality: '94015', email: addressOf(name), readiness: 'sign' };
  const asked = await askWish(stores(), { kind: 'anyone' }, request, THEN);
  if (!asked.ok) throw new Error(asked.refusal.kind);
  const proved = { municipality: '94015', proof: asked.value.proof, code: await codeSentTo(db(), addressOf(name)) };
  await confirmWish(stores(), { kind: 'anyone' }, proved, THEN);
}

test('everything kept about somebody is given to them, and nothing of another', async () => {
  const { id, founder } = await active(db(), { founder: 'ana', places: [NOGENT], name: 'Nogent en transition' });
  const ben = await joined(db(), { id, by: founder, name: 'ben' });
  await invited(db(), { id, by: founder, name: 'ben' });
  await wish('ben');
  await wish('cyd');
  const kept = await keptInCollectives(stores(), { person: ben, email: addressOf('BEN') });
  expect(kept).toMatchObject({
    membre: [{ collectif: 'Nogent en transition', role: 'member', nom: 'ben Exemple', nomPublic: false }],
    souhaits: [{ commune: '94015', readiness: 'sign' }],
    invitations: [{ collectif: id }],
  });
});

test('an erased account leaves nothing behind, and a collective without coordination is told to the team', async () => {
  const { id, founder } = await active(db(), { founder: 'dot', places: [CHAMPIGNY] });
  await joined(db(), { id, by: founder, name: 'eli' });
  await wish('dot');
  await leaveEveryCollective(stores(), { person: founder, email: addressOf('dot') }, THEN);
  expect((await stores().collectives.members(id)).map(({ name }) => name)).toEqual(['eli Exemple']);
  expect(await keptInCollectives(stores(), { person: founder, email: addressOf('dot') })).toEqual({
    membre: [],
    souhaits: [],
    invitations: [],
  });
  expect((await mailsTo(db(), addressOf('team'))).at(-1)).toMatchObject({
    kind: 'without-coordination',
    collective: { id },
  });
});

test('what only its founder asked for goes with the founder', async () => {
  const { id, founder } = await requested(db(), { founder: 'fay', places: [SAINT_MAUR] });
  await leaveEveryCollective(stores(), { person: founder, email: addressOf('fay') }, THEN);
  expect(await stores().collectives.find(id)).toMatchObject({ state: 'closed' });
});

test('the hourly round forgets the addresses of late invitations, and lets the quiet sleep', async () => {
  const { id, founder } = await active(db(), { founder: 'gus', places: [SAINT_MAUR] });
  await invited(db(), { id, by: founder, name: 'hal' });
  const soon = await tendCollectives(db(), new Date(THEN.getTime() + 13 * 86_400_000));
  expect(soon).toMatchObject({ forgotten: 0, asleep: 0 });
  expect((await tendCollectives(db(), new Date(THEN.getTime() + 15 * 86_400_000))).forgotten).toBeGreaterThan(0);
  expect((await stores().joining.invitations(id)).map(({ email }) => email)).toEqual([null]);
  const late = await tendCollectives(db(), new Date(THEN.getTime() + 366 * 86_400_000));
  expect(late.asleep).toBeGreaterThan(0);
  expect(await stores().collectives.find(id)).toMatchObject({ state: 'dormant' });
});
