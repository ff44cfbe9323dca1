import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { historyOf } from '#server/storage/journal.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { askToChangeEmail, changeEmail, changeName, endSessions, NAME_LIMIT } from './change-account.ts';
import { eraseAccount, exportAccount } from './own-account.ts';
import { askToSignIn, signInByCode, signInByLink } from './sign-in.ts';

const database = withTestDatabase();
const NOW = new Date('2026-03-01T10:00:00Z');
const ANYONE = { kind: 'anyone' } as const;
const stores = () => storesOn(database.db);
const self = (id: string): Actor => ({ kind: 'person', id, holds: [] });

async function lastMail(to: string): Promise<{ kind: string; code: string; link: string }> {
  const mail = await database.db
    .selectFrom('mail')
    .select('content')
    .where('recipient', '=', to)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return mail.content as { kind: string; code: string; link: string };
}

async function signIn(email: string): Promise<string> {
  const asked = await askToSignIn(stores(), ANYONE, { email, next: '/compte', linkUnder: '/connexion/lien' }, NOW);
  if (!asked.ok) throw new Error(asked.refusal.kind);
  const { code } = await lastMail(email);
  const entered = await signInByCode(stores(), ANYONE, { proof: asked.value.proof, code }, NOW);
  if (!entered.ok) throw new Error(entered.refusal.kind);
  return entered.value.person;
}

async function openSession(person: string, id: string): Promise<void> {
  await database.db
    .insertInto('personSession')
    .values({
      id,
      token: `token of ${id}`,
      personId: person,
      userAgent: null,
      ipAddress: '',
      createdAt: NOW,
      updatedAt: NOW,
      expiresAt: new Date('2026-04-01T10:00:00Z'),
    })
    .execute();
}

test('the first sign-in opens an account, the next ones enter it, whatever the capitals', async () => {
  const id = await signIn('claire@exemple.fr');
  expect(await signIn('Claire@exemple.fr')).toBe(id);
  const opened = await historyOf(database.db, { kind: 'person', id });
  expect(opened.map(({ act, says }) => ({ act, says }))).toEqual([{ act: 'open-account', says: {} }]);
});

test('asking to sign in is answered alike for a known and for an unknown address', async () => {
  await signIn('connue@exemple.fr');
  const ask = async (email: string) => {
    const asked = await askToSignIn(stores(), ANYONE, { email, next: '/compte', linkUnder: '/l' }, NOW);
    const { code, link, ...mail } = await lastMail(email);
    return { keys: asked.ok && Object.keys(asked.value), mail, code: code.length, link: link.length };
  };
  expect(await ask('connue@exemple.fr')).toEqual(await ask('inconnue@exemple.fr'));
});

test('the link of the mail signs in too, once', async () => {
  const email = 'lien@exemple.fr';
  await askToSignIn(stores(), ANYONE, { email, next: '/communes', linkUnder: '/connexion/lien' }, NOW);
  const link = (await lastMail(email)).link.split('/').at(-1) ?? '';
  const first = await signInByLink(stores(), ANYONE, { link }, NOW);
  expect(first.ok && first.value.next).toBe('/communes');
  expect(await signInByLink(stores(), ANYONE, { link }, NOW)).toEqual({ ok: false, refusal: { kind: 'used-link' } });
});

test('two codes of one newcomer used at once open one account', async () => {
  const email = 'deux@exemple.fr';
  const asked = [];
  for (let time = 0; time < 2; time += 1) {
    const outcome = await askToSignIn(stores(), ANYONE, { email, next: '/', linkUnder: '/l' }, NOW);
    asked.push({ proof: outcome.ok ? outcome.value.proof : '', code: (await lastMail(email)).code });
  }
  const entered = await Promise.all(asked.map((code) => signInByCode(stores(), ANYONE, code, NOW)));
  const people = new Set(entered.map((outcome) => (outcome.ok ? outcome.value.person : outcome.refusal.kind)));
  expect(people.size).toBe(1);
});

test('a name is kept as typed, within its bounds, and can be taken back', async () => {
  const person = await signIn('nom@exemple.fr');
  const name = (typed: string) => changeName(stores(), self(person), { person, name: typed }, NOW);
  expect(await name('  Zoé   d’Ornano-Müller ')).toEqual({ ok: true, value: { name: 'Zoé d’Ornano-Müller' } });
  expect((await name('x'.repeat(NAME_LIMIT + 1))).ok).toBe(false);
  expect((await name('Zo\u202eé')).ok).toBe(false);
  expect((await stores().accounts.find(person))?.name).toBe('Zoé d’Ornano-Müller');
  expect((await name('')).ok).toBe(true);
});

test('nobody changes, reads, copies or erases the account of somebody else', async () => {
  const [person, other] = [await signIn('une@exemple.fr'), await signIn('autre@exemple.fr')];
  const actor = self(other);
  const refusals = await Promise.all([
    changeName(stores(), actor, { person, name: 'x' }, NOW),
    askToChangeEmail(stores(), actor, { person, email: 'x@exemple.fr' }, NOW),
    changeEmail(stores(), actor, { person, proof: 'x', code: '000000' }, NOW),
    endSessions(stores(), actor, { person, which: { allBut: null } }),
    exportAccount(stores(), actor, { person }),
    eraseAccount(stores(), actor, { person, typed: 'EFFACER' }, NOW),
  ]);
  for (const outcome of refusals) expect(outcome.ok ? 'done' : outcome.refusal.kind).toBe('not-allowed');
});

test('an address is changed by a code sent to the new one, and the former one is told', async () => {
  const person = await signIn('avant@exemple.fr');
  const asked = await askToChangeEmail(stores(), self(person), { person, email: 'apres@exemple.org' }, NOW);
  const proof = asked.ok ? asked.value.proof : '';
  const { code } = await lastMail('apres@exemple.org');
  expect((await stores().accounts.find(person))?.email).toBe('avant@exemple.fr');
  expect((await changeEmail(stores(), self(person), { person, proof, code }, NOW)).ok).toBe(true);
  expect((await stores().accounts.find(person))?.email).toBe('apres@exemple.org');
  expect(await lastMail('avant@exemple.fr')).toEqual({ kind: 'email-changed', domain: 'exemple.org' });
  expect(await signIn('apres@exemple.org')).toBe(person);
});

test('the code sent to change the address of one account changes no other', async () => {
  const [person, other] = [await signIn('p1@exemple.fr'), await signIn('p2@exemple.fr')];
  const asked = await askToChangeEmail(stores(), self(person), { person, email: 'p3@exemple.fr' }, NOW);
  const { code } = await lastMail('p3@exemple.fr');
  const stolen = { person: other, proof: asked.ok ? asked.value.proof : '', code };
  expect(await changeEmail(stores(), self(other), stolen, NOW)).toEqual({
    ok: false,
    refusal: { kind: 'unknown-proof' },
  });
});

test('the address of another account is refused, and only to somebody who proved it', async () => {
  const [person] = [await signIn('prise@exemple.fr'), await signIn('occupee@exemple.fr')];
  const asked = await askToChangeEmail(stores(), self(person), { person, email: 'occupee@exemple.fr' }, NOW);
  expect(asked.ok).toBe(true);
  const { code } = await lastMail('occupee@exemple.fr');
  const proof = asked.ok ? asked.value.proof : '';
  expect(await changeEmail(stores(), self(person), { person, proof, code }, NOW)).toEqual({
    ok: false,
    refusal: { kind: 'email-taken' },
  });
  expect((await stores().accounts.find(person))?.email).toBe('prise@exemple.fr');
});

test('one session is ended, or all others; never those of somebody else', async () => {
  const [person, other] = [await signIn('s1@exemple.fr'), await signIn('s2@exemple.fr')];
  for (const id of ['here', 'phone', 'library']) await openSession(person, id);
  await openSession(other, 'theirs');
  const end = (which: { only: string } | { allBut: string | null }) =>
    endSessions(stores(), self(person), { person, which });
  expect(await end({ only: 'theirs' })).toEqual({ ok: true, value: { ended: 0 } });
  expect(await end({ only: 'phone' })).toEqual({ ok: true, value: { ended: 1 } });
  expect(await end({ allBut: 'here' })).toEqual({ ok: true, value: { ended: 1 } });
  const left = await database.db.selectFrom('personSession').select('id').execute();
  expect(left.map(({ id }) => id).toSorted()).toEqual(['here', 'theirs']);
});

test('the copy holds what is kept, and nothing that would let one in', async () => {
  const person = await signIn('copie@exemple.fr');
  await changeName(stores(), self(person), { person, name: 'Claire' }, NOW);
  await openSession(person, 'of the copy');
  const copy = await exportAccount(stores(), self(person), { person });
  const text = JSON.stringify(copy.ok ? copy.value : null);
  for (const kept of ['copie@exemple.fr', 'Claire', 'of the copy', 'proof-code', 'sign-in'])
    expect(text).toContain(kept);
  expect(text).not.toContain('token of');
});

test('the copy holds every row that names the person, of any table, and none of anybody else', async () => {
  const [person, other] = [await signIn('equipe@exemple.fr'), await signIn('voisin@exemple.fr')];
  for (const id of [person, other]) {
    await sql`
      insert into role_request (person_id, role, asked_at, words, code_hash)
      values (${id}, 'national-team', ${NOW}, ${`words of ${id}`}, 'a hash')`.execute(database.db);
  }
  const copy = await exportAccount(stores(), self(person), { person });
  expect(copy.ok && copy.value).toMatchObject({
    lignes: { role_request: [{ person_id: person, words: `words of ${person}` }] },
  });
  expect(JSON.stringify(copy)).not.toContain(other);
  expect(JSON.stringify(copy)).not.toContain('a hash');
});

test('erasing asks for the word, then leaves nothing of the person, and the journal still verifies', async () => {
  const email = 'effacee@exemple.fr';
  const person = await signIn(email);
  await openSession(person, 'to end');
  await changeName(stores(), self(person), { person, name: 'Personne Unique' }, NOW);
  const erase = (typed: string) => eraseAccount(stores(), self(person), { person, typed }, NOW);
  expect(await erase('effacez')).toEqual({ ok: false, refusal: { kind: 'not-confirmed' } });
  expect(await stores().accounts.find(person)).not.toBeNull();

  expect(await erase(' effacer ')).toEqual({ ok: true, value: null });
  expect(await stores().accounts.find(person)).toBeNull();
  expect(await database.db.selectFrom('personSession').where('id', '=', 'to end').selectAll().execute()).toEqual([]);
  // One mail is left, which tells it, and is forgotten once it went.
  expect(await lastMail(email)).toEqual({ kind: 'account-erased' });
  await database.db.deleteFrom('mail').where('kind', '=', 'account-erased').execute();
  expect(await tablesThatHold([email, 'Personne Unique'])).toEqual([]);

  const report = await verifyJournal(database.db);
  expect(report.faults).toEqual([]);
  const history = await historyOf(database.db, { kind: 'person', id: person });
  expect(history.map(({ act, says }) => ({ act, says }))).toEqual([
    { act: 'open-account', says: null },
    { act: 'erase-account', says: {} },
  ]);
  // Whoever comes back is somebody new.
  expect(await signIn(email)).not.toBe(person);
});

test('what an erased account decided of others stays, by nobody', async () => {
  const [decider, asker] = [await signIn('decide@exemple.fr'), await signIn('demande@exemple.fr')];
  await sql`
    insert into role_request (person_id, role, asked_at, words, state, way, decided_by, decided_at, ended_by, ended_at)
    values (${asker}, 'national-team', ${NOW}, '', 'ended', 'national-team', ${decider}, ${NOW}, ${decider}, ${NOW})`.execute(
    database.db,
  );
  await eraseAccount(stores(), self(decider), { person: decider, typed: 'EFFACER' }, NOW);
  const row = await database.db
    .selectFrom('roleRequest')
    .select(['state', 'decidedBy', 'endedBy'])
    .where('personId', '=', asker)
    .executeTakeFirst();
  expect(row).toEqual({ state: 'ended', decidedBy: null, endedBy: null });
});

test('every table that names a person lets them go: none keeps an account from being erased', async () => {
  const kept = await sql<{ name: string }>`
    select conrelid::regclass || '.' || conname as name from pg_constraint
    where contype = 'f' and confrelid = 'person'::regclass and confdeltype not in ('c', 'n')`.execute(database.db);
  expect(kept.rows.map(({ name }) => name)).toEqual([]);
});

/** Looks at every row of every table, as text. */
async function tablesThatHold(words: readonly string[]): Promise<readonly string[]> {
  const tables = await sql<{ name: string }>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`.execute(database.db);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    for (const word of words) {
      const rows = await sql`select 1 from ${sql.raw(name)} as t where t::text ilike ${`%${word}%`} limit 1`.execute(
        database.db,
      );
      if (rows.rows.length > 0) found.push(`${name}: ${word}`);
    }
  }
  return found;
}
