import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { fetchDocument, keepDocument } from './documents.ts';

const database = withTestDatabase();
const NOW = new Date('2026-06-01T08:00:00Z');
const SOURCE = { url: null, description: null, publishedOn: null };
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

async function known(text: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into document (sha256, byte_count, filename, media_type, kept_at)
    values (${hashOf(text)}, ${text.length}, 'pacte.txt', 'text/plain', ${NOW}) returning id`.execute(database.db);
  return rows[0]?.id ?? 0;
}

test('a file that another site keeps is known and not given, until somebody brings it', async () => {
  const id = await known('le pacte');
  expect(await fetchDocument(database.db, id)).toBeNull();
  const file = { filename: 'autre-nom.txt', mediaType: 'text/plain', source: SOURCE, receivedAt: NOW };
  const brought = await keepDocument(database.db, { ...file, bytes: Buffer.from('le pacte') });
  expect(brought.id).toBe(id);
  expect(await fetchDocument(database.db, id)).toMatchObject({ bytes: Buffer.from('le pacte'), filename: 'pacte.txt' });
});

test('nothing else of it changes, and no other file takes its place', async () => {
  const id = await known('un plan');
  for (const change of [
    sql`bytes = ${Buffer.from('un faux')}`,
    sql`filename = 'x', bytes = ${Buffer.from('un plan')}`,
    sql`filename = 'x'`,
  ]) {
    await expect(sql`update document set ${change} where id = ${id}`.execute(database.db)).rejects.toThrow(
      'never changes',
    );
  }
});
