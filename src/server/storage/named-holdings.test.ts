import { expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { addFictionalMunicipality, FICTIONAL_MUNICIPALITY } from './fictional-municipality.ts';
import { namedHoldings } from './named-holdings.ts';

const database = withTestDatabase();

test('a collective that one coordinates is told once; a place that is no more is not told', async () => {
  const { db } = database;
  await addFictionalMunicipality(db);
  const { id } = await db
    .insertInto('collective')
    .values({ name: 'Ici ensemble', slug: 'ici', state: 'requested', charterVersion: '1', requestedAt: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const holds = [
    { role: 'collective-member', collective: id },
    { role: 'collective-coordinator', collective: id },
    { role: 'municipal-agent', place: { kind: 'municipality', code: FICTIONAL_MUNICIPALITY.code } },
    { role: 'elected-official', place: { kind: 'municipality', code: '99999' } },
    { role: 'national-team' },
  ] as const;
  const named = await namedHoldings(db, holds);
  expect(named).toMatchObject([
    { role: 'collective-coordinator', id, name: 'Ici ensemble' },
    { role: 'municipal-agent', place: { name: FICTIONAL_MUNICIPALITY.name } },
    { role: 'national-team' },
  ]);
  expect(await namedHoldings(db, [])).toEqual([]);
});
