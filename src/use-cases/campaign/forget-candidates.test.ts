import { beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { withTestDatabase } from '#tests/database.ts';
import { buildWorld } from '#tests/world.ts';
import type { Actor } from '#domain/access/gate.ts';
import { storesOn } from '#server/stores.ts';
import { forgetCandidates } from './forget-candidates.ts';

const database = withTestDatabase();
const JOB: Actor = { kind: 'job', name: 'forget' };
const NOW = new Date('2027-03-22T03:00:00Z');
const stores = () => storesOn(database.db);

beforeEach(async () => {
  await sql`delete from candidate_list`.execute(database.db);
  if ((await database.db.selectFrom('municipality').select('code').executeTakeFirst()) === undefined)
    await buildWorld(database.db);
});

async function list(election: string, seats: number | null): Promise<number> {
  const kept = await stores().campaign.keepList(
    {
      election,
      municipality: '94017',
      constituency: null,
      name: `${election} ${seats ?? 'inconnu'} (exemple)`,
      shortName: null,
      nuance: null,
      leader: null,
      firstRound: 1,
      panelNumber: null,
      source: 'x',
      enteredAs: 'import',
    },
    NOW,
  );
  await stores().campaign.changeList(kept.id, { seats }, NOW);
  const people = [1, 2, 3].map((position) => ({
    listId: kept.id,
    round: 1 as const,
    position,
    familyName: 'N',
    givenName: 'P',
  }));
  await database.db.insertInto('candidate').values(people).execute();
  return kept.id;
}
const left = async (id: number) => (await stores().campaign.candidatesOf([id])).length;
const forget = async (today: string) => await forgetCandidates(stores(), JOB, { today }, NOW);

test('a year after the last round the lists without a seat keep their head alone, the others wait for the end of the mandate', async () => {
  const [none, some, unknown] = [
    await list('municipales-2026', 0),
    await list('municipales-2026', 5),
    await list('municipales-2026', null),
  ];
  expect(await forget('2027-03-21')).toEqual({ ok: true, value: { names: 0 } });
  expect(await forget('2027-03-22')).toEqual({ ok: true, value: { names: 2 } });
  expect([await left(none), await left(some), await left(unknown)]).toEqual([1, 3, 3]);
  expect(await forget('2027-03-22')).toEqual({ ok: true, value: { names: 0 } });
});

test('once the next council is elected, only heads of list stay', async () => {
  const some = await list('municipales-2020', 30);
  expect(await forget('2026-03-22')).toEqual({ ok: true, value: { names: 0 } });
  expect(await forget('2026-03-23')).toEqual({ ok: true, value: { names: 2 } });
  expect(await left(some)).toBe(1);
});

test('a visitor makes nobody forget', async () => {
  const asked = await forgetCandidates(stores(), { kind: 'anyone' }, { today: '2100-01-01' }, NOW);
  expect(asked).toEqual({ ok: false, refusal: { kind: 'not-allowed', act: 'forget-candidates' } });
});
