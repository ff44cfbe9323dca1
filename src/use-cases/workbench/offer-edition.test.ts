import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { editionWithdrawal } from '#server/storage/edition-withdrawals.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { addressOf, mailsTo, newPerson } from '#tests/people.ts';
import { offerEdition } from './offer-edition.ts';

const database = withTestDatabase();
const NOW = new Date('2032-03-01T09:00:00Z');
const FROM_FILES = 'pacte-transition-2020';
const LOCAL = 'local-rivemont-2032';
const TEAM: Actor = { kind: 'person', id: 'p-team', holds: [{ role: 'national-team' }] };
let collective = 0;
const coordinatorOf = (id: number): Actor => ({
  kind: 'person',
  id: 'p-coordinator',
  holds: [{ role: 'collective-coordinator', collective: id }],
});

beforeAll(async () => {
  const { rows } = await sql<{ id: number }>`
    insert into collective (name, slug, state, charter_version, requested_at, confirmed_at, confirmed_by)
    values ('Rivemont', 'rivemont', 'active', '1', now(), now(), 'operator') returning id`.execute(database.db);
  collective = rows[0]?.id ?? 0;
  await newPerson(database.db, 'lou');
  await sql`insert into collective_member (collective_id, person_id, role, name, name_public, joined_at)
    values (${collective}, 'p-lou', 'coordinator', 'Lou', false, now())`.execute(database.db);
  await sql`insert into edition_draft (edition_id, charter, collective_id, title, year, head, created_at, published_at)
    values (${LOCAL}, 'local', ${collective}, 'Rivemont', 2032, '{}', now(), now())`.execute(database.db);
  await sql`insert into edition (id, content, sha256, published_at, published_as, draft_id)
    select edition_id, jsonb_build_object('id', edition_id, 'title', title, 'local', jsonb_build_object('collective', collective_id)),
      repeat('0', 64), now(), 'collective-coordinator', id from edition_draft`.execute(database.db);
});

beforeEach(async () => {
  await sql`delete from edition_withdrawal`.execute(database.db);
});

const withdraw = async (edition: string, actor: Actor, reason = 'Une autre la remplace') =>
  kindOf(await offerEdition(storesOn(database.db), actor, { edition, offered: false, reason }, NOW));
const offer = async (edition: string, actor: Actor) =>
  kindOf(await offerEdition(storesOn(database.db), actor, { edition, offered: true }, NOW));
const kindOf = (done: { ok: boolean; refusal?: { kind: string } }) => (done.ok ? 'ok' : done.refusal?.kind);
const isWithdrawn = async (edition: string) => await storesOn(database.db).editions.withdrawn(edition);

describe('an edition that came with the program', () => {
  test('is withdrawn by the national team with a reason, and offered again; the journal says both', async () => {
    expect(await withdraw(FROM_FILES, TEAM)).toBe('ok');
    expect(await editionWithdrawal(database.db, FROM_FILES)).toEqual({
      by: 'country',
      at: NOW,
      reason: 'Une autre la remplace',
    });
    expect(await isWithdrawn(FROM_FILES)).toBe(true);
    expect(await withdraw(FROM_FILES, TEAM)).toBe('ok');
    expect(await withdraw(FROM_FILES, TEAM, 'Elle contient une erreur')).toBe('ok');
    expect(await editionWithdrawal(database.db, FROM_FILES)).toMatchObject({ reason: 'Elle contient une erreur' });
    expect(await offer(FROM_FILES, TEAM)).toBe('ok');
    expect(await isWithdrawn(FROM_FILES)).toBe(false);
    const { rows } = await sql<{ act: string }>`
      select act from journal_event where subject_kind = 'edition' and subject_id = ${FROM_FILES}`.execute(database.db);
    expect(rows).toHaveLength(3);
  });

  test('is not withdrawn without a reason, nor by a coordinator; one that nobody knows is told', async () => {
    expect(await withdraw(FROM_FILES, TEAM, '  ')).toBe('withdrawal-reason-missing');
    expect(await withdraw(FROM_FILES, TEAM, 'x'.repeat(2001))).toBe('words-too-long');
    expect(await withdraw(FROM_FILES, coordinatorOf(collective))).toBe('not-allowed');
    expect(await withdraw('inconnue', TEAM)).toBe('unknown-edition');
    expect(await isWithdrawn(FROM_FILES)).toBe(false);
  });
});

describe('the edition of a collective', () => {
  test('is withdrawn and offered again by its own coordinators, and by no others', async () => {
    expect(await withdraw(LOCAL, coordinatorOf(collective + 1))).toBe('not-allowed');
    expect(await withdraw(LOCAL, coordinatorOf(collective))).toBe('ok');
    expect(await offer(LOCAL, TEAM)).toBe('withdrawn-by-others');
    expect(await offer(LOCAL, coordinatorOf(collective))).toBe('ok');
    expect(await isWithdrawn(LOCAL)).toBe(false);
  });

  test('once withdrawn by the national team, even over its own, is not offered again by the collective, which is told', async () => {
    expect(await withdraw(LOCAL, coordinatorOf(collective))).toBe('ok');
    expect(await withdraw(LOCAL, TEAM, 'Elle prend le nom d’une autre')).toBe('ok');
    expect(await offer(LOCAL, coordinatorOf(collective))).toBe('withdrawn-by-others');
    expect(await withdraw(LOCAL, coordinatorOf(collective))).toBe('withdrawn-by-others');
    expect(await editionWithdrawal(database.db, LOCAL)).toMatchObject({
      by: 'country',
      reason: 'Elle prend le nom d’une autre',
    });
    expect(await offer(LOCAL, TEAM)).toBe('ok');
    // What they did themselves is no news.
    expect(await mailsTo(database.db, addressOf('lou'))).toMatchObject([
      { kind: 'edition-withdrawn', title: 'Rivemont', reason: 'Elle prend le nom d’une autre' },
      { kind: 'edition-offered-again', path: `/chartes/${LOCAL}` },
    ]);
  });

  test('that a coordinator withdraws while the national team does stays withdrawn by the national team', async () => {
    const { db } = database;
    const late = await db.transaction().execute(async (first) => {
      const { workbench } = storesOn(first);
      expect(await workbench.lockWithdrawal(LOCAL)).toBeNull();
      const second = withdraw(LOCAL, coordinatorOf(collective));
      await workbench.withdraw(LOCAL, { by: 'country', at: NOW, reason: 'Le nom d’une autre' });
      const waits = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await vi.waitUntil(async () => (await waits.execute(db)).rows.length > 0);
      return { second };
    });
    expect(await late.second).toBe('withdrawn-by-others');
    expect(await editionWithdrawal(db, LOCAL)).toMatchObject({ by: 'country', reason: 'Le nom d’une autre' });
  });
});
