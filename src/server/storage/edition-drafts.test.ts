import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { editionDrafts } from './edition-drafts.ts';

const database = withTestDatabase();

test('however many editions collectives write, those of the country are there, and each of theirs is on one page', async () => {
  const { db } = database;
  await sql`insert into collective (name, slug, state, charter_version, requested_at, confirmed_at, confirmed_by)
    values ('Rivemont', 'rivemont', 'active', '1', now(), now(), 'operator')`.execute(db);
  await sql`insert into edition_draft (edition_id, charter, title, year, head, created_at)
    values ('pacte-2032', 'pacte', 'Pacte', 2032, '{}', now())`.execute(db);
  await sql`insert into edition_draft (edition_id, charter, collective_id, title, year, head, created_at)
    select 'local-' || n, 'local', c.id, 'Local', 2032, '{}', now() from collective c, generate_series(1, 205) n`.execute(
    db,
  );
  expect((await editionDrafts(db, { of: 'country' })).drafts.map(({ editionId }) => editionId)).toEqual(['pacte-2032']);
  const first = await editionDrafts(db, { of: 'collectives' });
  const rest = await editionDrafts(db, { of: 'collectives', before: first.next });
  expect([first.drafts.length, rest.drafts.length, rest.next]).toEqual([200, 5, null]);
});
