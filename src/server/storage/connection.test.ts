import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { openDatabase } from './connection.ts';

const database = withTestDatabase({ content: 'empty' });

test('instants are written in UTC, whatever the zone of the server', async () => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db);
  await sql`alter database ${sql.id(rows[0]?.name ?? '')} set timezone to 'Pacific/Noumea'`.execute(database.db);
  const later = openDatabase(database.url);
  try {
    const zone = await sql<{ instant: string }>`
      select to_jsonb(timestamptz '2026-03-22T10:00:00Z') #>> '{}' as instant`.execute(later);
    expect(zone.rows[0]?.instant).toBe('2026-03-22T10:00:00+00:00');
  } finally {
    await later.destroy();
  }
});
