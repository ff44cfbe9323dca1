import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { buildWorld, THEN } from '#tests/world.ts';
import { communePage } from './commune-page.ts';
import { communeShown } from './commune-shown.ts';
import { followedPact } from './followed-pacts.ts';
import { promisesAt } from './place-promises.ts';
import { answeringFor } from './thread-follow-up.ts';

const database = withTestDatabase();

beforeAll(async () => {
  await buildWorld(database.db);
});

test('what the page shows is what the whole commune says, without its clauses', async () => {
  const [shown, whole] = await Promise.all([
    communeShown(database.db, { code: '94017' }),
    communePage(database.db, { code: '94017' }),
  ]);
  expect(shown?.department).toBe('Val-de-Marne');
  expect(shown?.place).toEqual(whole?.place);
  expect(shown?.groupings).toEqual(whole?.groupings);
  expect(shown?.pacts.map(({ id, slug, term }) => ({ id, slug, term }))).toEqual(
    whole?.pacts.map(({ pact: { id, slug, term } }) => ({ id, slug, term })),
  );
  expect(shown?.pacts[0]?.publishedAt).toEqual(THEN);
  expect(shown?.pacts[0]?.commitments).toEqual(
    whole?.pacts[0]?.commitments.map(({ measure, stance, amended, levels }) => ({ measure, stance, amended, levels })),
  );
  expect(shown?.pacts[0]?.document.sha256).toBe(whole?.pacts[0]?.document.sha256);
  expect(shown?.pacts[0]?.localCommitments).toMatchObject([{ relatedMeasures: [26] }]);
  expect(shown?.pacts[0]?.principles.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
});

test('plans stand beside pacts; where nothing was signed the page is there, and empty; an unknown code is nothing', async () => {
  const [whole, shown] = await Promise.all([
    communePage(database.db, { code: '94068' }),
    communeShown(database.db, { code: '94068' }),
  ]);
  expect(shown?.plans.map(({ id, slug, axes, actions }) => ({ id, slug, axes, actions }))).toEqual(
    whole?.plans.map(({ id, slug, axes, actions }) => ({ id, slug, axes, actions })),
  );
  expect(shown?.plans).toHaveLength(1);
  expect(await communeShown(database.db, { code: '94052' })).toMatchObject({ pacts: [], plans: [] });
  expect(await communeShown(database.db, { code: '00000' })).toBeNull();
});

test('it is prepared on its connection, and answers many at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, turn) => communeShown(database.db, { code: turn % 2 === 0 ? '94017' : '94068' })),
  );
  expect(answers.map((answer) => answer?.place.code)).toEqual(
    Array.from({ length: 40 }, (_, turn) => (turn % 2 === 0 ? '94017' : '94068')),
  );
  const prepared = await database.db.connection().execute(async (db) => {
    await communeShown(db, { code: '94017' });
    await communeShown(db, { code: '94017' });
    return (await sql`select 1 from pg_prepared_statements where statement like '/* prepared */%'`.execute(db)).rows;
  });
  expect(prepared).toHaveLength(1);
});

test('it is read once while it says the same, and anew as soon as the database says otherwise', async () => {
  const before = await communeShown(database.db, { code: '94068' });
  expect(await communeShown(database.db, { code: '94068' })).toBe(before);
  await database.db.updateTable('municipality').set({ population: 7 }).where('code', '=', '94068').execute();
  expect((await communeShown(database.db, { code: '94068' }))?.place.population).toBe(7);
});

test('a commune that merged names who answers for its promises, and the commune that holds it names it', async () => {
  await sql`insert into municipality_former_name (code, municipality_code, name, kind, postcodes)
    values ('94015', '94017', 'Bry-sur-Marne', 'delegated', '{}')`.execute(database.db);
  await sql`update municipality set merged_into = '94017', current = false where code = '94015'`.execute(database.db);
  expect(await communeShown(database.db, { code: '94015' })).toMatchObject({ heldBy: { code: '94017' } });
  expect(await communeShown(database.db, { code: '94017' })).toMatchObject({
    heldBy: null,
    formerCommunes: [{ code: '94015' }],
  });
  await sql`update municipality set merged_into = null, current = true where code = '94015'`.execute(database.db);
  await sql`delete from municipality_former_name`.execute(database.db);
});

test('a pact answers for itself as the list into which its own merged became, on every page alike', async () => {
  const { db } = database;
  const pact = (await communeShown(db, { code: '94017' }))?.pacts[0]?.id ?? 0;
  const list = async (name: string, into: number | null, outcome: 'majority' | 'opposition' | null) =>
    (
      await sql<{ id: number }>`insert into candidate_list
          (election_id, municipality_code, name, name_key, source, entered_as, entered_at, changed_at, merged_into, merged_on, outcome)
        values ('municipales-2020', '94017', ${name}, ${name}, 'test', 'operator', ${THEN}, ${THEN}, ${into},
          ${into === null ? null : '2020-06-01'}, ${outcome}) returning id`.execute(db)
    ).rows[0]?.id ?? 0;
  const last = await list('fusion', null, 'opposition');
  const signed = await list('premier tour', await list('second tour', last, null), 'majority');
  const said = async () => [
    (await communeShown(db, { code: '94017' }))?.pacts[0]?.state,
    (await followedPact(db, pact, { lock: false }))?.state,
    (await answeringFor(db, [pact])).get(pact) ?? 'in-office',
    (await promisesAt(db, { kind: 'municipality', code: '94017' }))
      .flatMap((promise) => promise.signed)
      .find((one) => one.pact === pact)?.inOffice,
  ];
  expect(await said()).toEqual(['in-office', 'in-office', 'in-office', true]);
  await db
    .insertInto('pactList')
    .values({ pactId: pact, candidateListId: signed, linkedBy: 'test', linkedAt: THEN })
    .execute();
  expect(await said()).toEqual(['in-opposition', 'in-opposition', 'in-opposition', false]);
  await db.updateTable('candidateList').set({ outcome: 'majority' }).where('id', '=', last).execute();
  expect(await said()).toEqual(['in-office', 'in-office', 'in-office', true]);
  await db.deleteFrom('pactList').where('pactId', '=', pact).execute();
});
