import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { withTestDatabase } from '#tests/database.ts';
import { buildWorld } from '#tests/world.ts';
import type { Actor, Person } from '#domain/access/gate.ts';
import type { RequestedRole } from '#domain/campaign/role-request.ts';
import { storesOn } from '#server/stores.ts';
import { holdingsOf } from '#server/storage/holdings.ts';
import { requestsToVouchFor } from '#server/storage/role-pages.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { askRole } from './ask-role.ts';
import { decideRole, dropRoleRequest } from './decide-role.ts';
import { endRole } from './end-role.ts';
import { giveRole, heldRequest } from './give-role.ts';
import { sendRoleCode, useRoleCode } from './role-code.ts';

const database = withTestDatabase();
const NOW = new Date('2026-02-02T09:00:00Z');
const OPERATOR: Actor = { kind: 'operator', name: 'claire' };
const LATER = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const stores = () => storesOn(database.db);
let list = 0;
let counter = 0;

beforeAll(async () => {
  await buildWorld(database.db);
  const kept = await stores().campaign.keepList(
    {
      election: 'municipales-2026',
      municipality: '94017',
      constituency: null,
      name: 'Champigny demain (exemple)',
      shortName: null,
      nuance: null,
      leader: 'Camille Exemple',
      firstRound: 1,
      panelNumber: 1,
      source: 'saisie',
      enteredAs: 'operator',
    },
    NOW,
  );
  list = kept.id;
  await stores().campaign.keepAddress(
    { list, email: 'contact@demain.example', source: 'Profession de foi' },
    { by: 'x', at: NOW },
  );
});

async function account(name = 'inconnue'): Promise<string> {
  const id = `person-${String((counter += 1))}`;
  await database.db
    .insertInto('person')
    .values({ id, name, email: `${id}@example.org`, emailVerified: true, image: null, createdAt: NOW, updatedAt: NOW })
    .execute();
  return id;
}

/** As a request finds them: with what they hold now. */
const actorOf = async (id: string): Promise<Person> => ({
  kind: 'person',
  id,
  holds: await holdingsOf(database.db, id),
});
const representative = (): RequestedRole => ({ role: 'list-representative', list });
const HALL: RequestedRole = { role: 'municipal-agent', place: { kind: 'municipality', code: '94017' } };

async function ask(person: string, asked: RequestedRole): Promise<number> {
  const request = await askRole(stores(), await actorOf(person), { asked, words: 'Bonjour' }, NOW);
  if (!request.ok) throw new Error(request.refusal.kind);
  return request.value.request;
}
async function mails(): Promise<{ to: string | null; kind: string; content: Record<string, unknown> }[]> {
  const { rows } = await sql<{ to: string | null; kind: string; content: Record<string, unknown> }>`
    select recipient as to, kind, content from mail order by id`.execute(database.db);
  return rows;
}

beforeEach(async () => {
  await sql`delete from mail`.execute(database.db);
  await sql`delete from role_request`.execute(database.db);
});

test('asking gives nothing, not even the first of an empty place', async () => {
  const person = await account();
  await ask(person, representative());
  await ask(person, HALL);
  await ask(person, { role: 'national-team' });
  expect(await holdingsOf(database.db, person)).toEqual([]);
});

test('who asks cannot confirm it alone, whatever else they hold', async () => {
  const first = await account();
  expect(
    (await giveRole(stores(), OPERATOR, { email: `${first}@example.org`, role: { role: 'national-team' } }, NOW)).ok,
  ).toBe(true);
  const request = await ask(first, representative());
  const decided = await decideRole(stores(), await actorOf(first), { request, answer: 'confirmed', reason: '' }, NOW);
  expect(decided).toEqual({ ok: false, refusal: { kind: 'ones-own-request' } });
  expect(await holdingsOf(database.db, first)).toEqual([{ role: 'national-team' }]);
});

describe('a code sent to the public address', () => {
  async function codeFor(person: string): Promise<{ request: number; code: string }> {
    const request = await ask(person, representative());
    const sent = await sendRoleCode(stores(), await actorOf(person), { request }, NOW);
    expect(sent).toEqual({ ok: true, value: { to: 'c…@demain.example' } });
    const mail = (await mails()).find(({ kind }) => kind === 'role-code');
    expect(mail?.to).toBe('contact@demain.example');
    return { request, code: String(mail?.content['code']) };
  }

  test('typed in time makes the person the representative, once, and is told to them', async () => {
    const person = await account();
    const { request, code } = await codeFor(person);
    const typed = `${code.slice(0, 5).toLowerCase()}-${code.slice(5)}`;
    expect((await useRoleCode(stores(), await actorOf(person), { request, code: typed }, LATER(6))).ok).toBe(true);
    expect(await holdingsOf(database.db, person)).toEqual([{ role: 'list-representative', list }]);
    expect((await mails()).at(-1)).toMatchObject({ to: `${person}@example.org`, kind: 'role-confirmed' });
    const again = await useRoleCode(stores(), await actorOf(person), { request, code }, LATER(6));
    expect(again).toEqual({ ok: false, refusal: { kind: 'request-closed', state: 'confirmed' } });
  });

  test('is worth nothing after a week', async () => {
    const person = await account();
    const { request, code } = await codeFor(person);
    const late = await useRoleCode(stores(), await actorOf(person), { request, code }, LATER(7));
    expect(late).toEqual({ ok: false, refusal: { kind: 'late-role-code' } });
    expect(await holdingsOf(database.db, person)).toEqual([]);
  });

  test('is worth nothing after five wrong ones, which count although nothing else is kept', async () => {
    const person = await account();
    const { request, code } = await codeFor(person);
    const left = [];
    for (let tries = 0; tries < 5; tries += 1) {
      const wrong = await useRoleCode(stores(), await actorOf(person), { request, code: '0000000000' }, NOW);
      left.push(!wrong.ok && wrong.refusal.kind === 'wrong-role-code' ? wrong.refusal.triesLeft : null);
    }
    expect(left).toEqual([4, 3, 2, 1, 0]);
    const right = await useRoleCode(stores(), await actorOf(person), { request, code }, NOW);
    expect(right).toEqual({ ok: false, refusal: { kind: 'too-many-role-codes' } });
  });

  test('opens nothing for another person, to whom the request does not exist', async () => {
    const person = await account();
    const { request, code } = await codeFor(person);
    const thief = await useRoleCode(stores(), await actorOf(await account()), { request, code }, NOW);
    expect(thief).toEqual({ ok: false, refusal: { kind: 'unknown-role-request' } });
  });

  test('does not flood the mail box: three a day, whoever asks', async () => {
    const sent = [];
    for (let time = 0; time < 4; time += 1) {
      const person = await account();
      const request = await ask(person, representative());
      const result = await sendRoleCode(stores(), await actorOf(person), { request }, NOW);
      sent.push(result.ok || result.refusal.kind);
    }
    expect(sent).toEqual([true, true, true, 'address-busy']);
  });

  test('does not exist for a town hall whose address nobody entered', async () => {
    const person = await account();
    const request = await ask(person, HALL);
    const sent = await sendRoleCode(stores(), await actorOf(person), { request }, NOW);
    expect(sent).toEqual({ ok: false, refusal: { kind: 'no-public-address' } });
  });
});

describe('people who decide', () => {
  test('a holder of the same list confirms the next, a holder of another list sees nothing', async () => {
    const holder = await account();
    await giveRole(stores(), OPERATOR, { email: `${holder}@example.org`, role: representative() }, NOW);
    const next = await account();
    const request = await ask(next, representative());
    expect((await mails()).at(-1)).toMatchObject({ to: `${holder}@example.org`, kind: 'role-asked' });
    const stranger: Person = {
      kind: 'person',
      id: await account(),
      holds: [{ role: 'list-representative', list: list + 1 }],
    };
    const refused = await decideRole(stores(), stranger, { request, answer: 'confirmed', reason: '' }, NOW);
    expect(refused).toEqual({ ok: false, refusal: { kind: 'unknown-role-request' } });
    expect(
      (await decideRole(stores(), await actorOf(holder), { request, answer: 'confirmed', reason: '' }, NOW)).ok,
    ).toBe(true);
    expect(await holdingsOf(database.db, next)).toEqual([{ role: 'list-representative', list }]);
  });

  test('an agent vouches for agents, never for who could bind the council; an elected official vouches for both', async () => {
    const seat: RequestedRole = { role: 'elected-official', place: { kind: 'municipality', code: '94015' } };
    const desk: RequestedRole = { role: 'municipal-agent', place: { kind: 'municipality', code: '94015' } };
    const [agent, elected] = [await account(), await account()];
    await giveRole(stores(), OPERATOR, { email: `${agent}@example.org`, role: desk }, NOW);
    await giveRole(stores(), OPERATOR, { email: `${elected}@example.org`, role: seat }, NOW);
    await sql`delete from mail`.execute(database.db);
    const request = await ask(await account(), seat);
    const desked = await ask(await account(), desk);
    const asked = (await mails()).filter(({ kind }) => kind === 'role-asked').map(({ to }) => to);
    expect(asked.filter((to) => to === `${agent}@example.org`)).toHaveLength(1);
    expect(asked.filter((to) => to === `${elected}@example.org`)).toHaveLength(2);
    const shown = async (person: string) => (await requestsToVouchFor(database.db, person)).map(({ id }) => id);
    expect(await shown(agent)).toEqual([desked]);
    expect(await shown(elected)).toEqual([desked, request]);
    for (const answer of ['confirmed', 'refused'] as const) {
      const tried = await decideRole(stores(), await actorOf(agent), { request, answer, reason: 'Non' }, NOW);
      expect(tried).toEqual({ ok: false, refusal: { kind: 'unknown-role-request' } });
    }
    const confirm = async (person: string, which: number) =>
      (await decideRole(stores(), await actorOf(person), { request: which, answer: 'confirmed', reason: '' }, NOW)).ok;
    expect(await confirm(agent, desked)).toBe(true);
    expect(await confirm(elected, request)).toBe(true);
  });

  test('refusing needs a reason, which the person gets by mail', async () => {
    const person = await account();
    const request = await ask(person, HALL);
    const silent = await decideRole(stores(), OPERATOR, { request, answer: 'refused', reason: ' ' }, NOW);
    expect(silent).toEqual({ ok: false, refusal: { kind: 'role-reason-missing' } });
    await decideRole(stores(), OPERATOR, { request, answer: 'refused', reason: 'La mairie ne vous connaît pas' }, NOW);
    expect((await mails()).at(-1)).toMatchObject({
      kind: 'role-refused',
      content: { reason: 'La mairie ne vous connaît pas' },
    });
    expect(await ask(person, HALL)).toBeGreaterThan(request);
  });

  test('two who decide at once: one does, the other is told', async () => {
    const request = await ask(await account(), HALL);
    const both = await Promise.all(
      (['confirmed', 'refused'] as const).map((answer) =>
        decideRole(stores(), OPERATOR, { request, answer, reason: 'parce que' }, NOW),
      ),
    );
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });
});

test('asking twice is one request; dropping it lets one ask again', async () => {
  const person = await account();
  const request = await ask(person, HALL);
  const again = await askRole(stores(), await actorOf(person), { asked: HALL, words: '' }, NOW);
  expect(again).toEqual({ ok: false, refusal: { kind: 'asked-already' } });
  expect((await dropRoleRequest(stores(), await actorOf(person), { request }, NOW)).ok).toBe(true);
  expect(await ask(person, HALL)).toBeGreaterThan(request);
});

test('asking and dropping again and again stops after ten in a day, and begins again the day after', async () => {
  const person = await account();
  for (let time = 0; time < 10; time += 1) {
    const request = await ask(person, HALL);
    await dropRoleRequest(stores(), await actorOf(person), { request }, NOW);
  }
  const again = async (at: Date) => await askRole(stores(), await actorOf(person), { asked: HALL, words: '' }, at);
  expect(await again(NOW)).toEqual({ ok: false, refusal: { kind: 'too-many-requests-today' } });
  expect((await again(LATER(1))).ok).toBe(true);
});

test('nobody asks for a list or a place that does not exist', async () => {
  const actor = await actorOf(await account());
  for (const asked of [
    { role: 'list-representative', list: 9_999_999 },
    { role: 'municipal-agent', place: { kind: 'municipality', code: '00000' } },
  ] as const) {
    const result = await askRole(stores(), actor, { asked, words: '' }, NOW);
    expect(result).toEqual({ ok: false, refusal: { kind: 'unknown-list-or-place' } });
  }
});

test('a member of a collective cannot answer for a list nor sit, and may work for the town hall', async () => {
  const person = await account();
  await sql`insert into collective (name, slug, state, charter_version, requested_at) values ('C (exemple)', 'c', 'requested', '1', ${NOW})`.execute(
    database.db,
  );
  await sql`insert into collective_member (collective_id, person_id, role, name, name_public, joined_at)
    select max(id), ${person}, 'member', 'x', false, ${NOW} from collective`.execute(database.db);
  const actor = await actorOf(person);
  const asks = async (asked: RequestedRole) => await askRole(stores(), actor, { asked, words: '' }, NOW);
  expect(await asks(representative())).toEqual({ ok: false, refusal: { kind: 'member-of-a-collective' } });
  expect(await asks({ ...HALL, role: 'elected-official' })).toEqual({
    ok: false,
    refusal: { kind: 'member-of-a-collective' },
  });
  expect((await asks(HALL)).ok).toBe(true);
});

describe('a role that ends', () => {
  test('is left by its holder; those who remain are told, and what was done stays in the journal', async () => {
    const [one, other] = [await account(), await account()];
    for (const person of [one, other]) {
      await giveRole(stores(), OPERATOR, { email: `${person}@example.org`, role: representative() }, NOW);
    }
    const request = (await heldRequest(stores(), { email: `${one}@example.org`, role: representative() })) ?? 0;
    expect((await endRole(stores(), await actorOf(one), { request, reason: '' }, NOW)).ok).toBe(true);
    expect(await holdingsOf(database.db, one)).toEqual([]);
    expect(await holdingsOf(database.db, other)).toHaveLength(1);
    expect((await mails()).at(-1)).toMatchObject({
      to: `${other}@example.org`,
      kind: 'role-left',
      content: { nobodyLeft: false },
    });
    expect((await verifyJournal(database.db)).faults).toEqual([]);
  });

  test('is taken away with a reason by the national team, which hears when nobody is left', async () => {
    const team = await account();
    const agent = await account();
    await giveRole(stores(), OPERATOR, { email: `${team}@example.org`, role: { role: 'national-team' } }, NOW);
    await giveRole(stores(), OPERATOR, { email: `${agent}@example.org`, role: HALL }, NOW);
    const request = (await heldRequest(stores(), { email: `${agent}@example.org`, role: HALL })) ?? 0;
    const silent = await endRole(stores(), await actorOf(team), { request, reason: '' }, NOW);
    expect(silent).toEqual({ ok: false, refusal: { kind: 'role-reason-missing' } });
    expect((await endRole(stores(), OPERATOR, { request, reason: 'A quitté la mairie' }, NOW)).ok).toBe(true);
    expect(await holdingsOf(database.db, agent)).toEqual([]);
    expect((await mails()).slice(-2).map(({ to, kind }) => [to, kind])).toEqual([
      [`${agent}@example.org`, 'role-taken'],
      [`${team}@example.org`, 'role-left'],
    ]);
  });

  test('of a list that nobody answers for any more is told to the coordinators of the commune, who wait for it', async () => {
    const [last, coordinator] = [await account(), await account()];
    await giveRole(stores(), OPERATOR, { email: `${last}@example.org`, role: representative() }, NOW);
    const { rows } = await sql<{
      id: number;
    }>`insert into collective (name, slug, state, charter_version, requested_at, confirmed_at, confirmed_by)
      values ('D (exemple)', 'd', 'active', '1', ${NOW}, ${NOW}, 'operator') returning id`.execute(database.db);
    await sql`insert into collective_place (collective_id, municipality_code) values (${rows[0]?.id ?? 0}, '94017')`.execute(
      database.db,
    );
    await sql`insert into collective_member (collective_id, person_id, role, name, name_public, joined_at)
      values (${rows[0]?.id ?? 0}, ${coordinator}, 'coordinator', 'x', false, ${NOW})`.execute(database.db);
    const request = (await heldRequest(stores(), { email: `${last}@example.org`, role: representative() })) ?? 0;
    expect((await endRole(stores(), await actorOf(last), { request, reason: '' }, NOW)).ok).toBe(true);
    expect((await mails()).at(-1)).toMatchObject({
      to: `${coordinator}@example.org`,
      kind: 'role-left',
      content: { nobodyLeft: true, path: `/listes/${list}` },
    });
  });

  test('cannot be taken by a colleague', async () => {
    const [one, other] = [await account(), await account()];
    for (const person of [one, other]) {
      await giveRole(stores(), OPERATOR, { email: `${person}@example.org`, role: representative() }, NOW);
    }
    const request = (await heldRequest(stores(), { email: `${one}@example.org`, role: representative() })) ?? 0;
    const result = await endRole(stores(), await actorOf(other), { request, reason: 'ôte-toi de là' }, NOW);
    expect(result).toEqual({ ok: false, refusal: { kind: 'unknown-role-request' } });
  });
});

test('the operator gives a role only to an account that exists, once', async () => {
  const give = async (email: string) =>
    await giveRole(stores(), OPERATOR, { email, role: { role: 'national-team' } }, NOW);
  expect(await give('personne@example.org')).toEqual({ ok: false, refusal: { kind: 'unknown-account' } });
  const person = await account();
  expect((await give(`${person}@example.org`.toUpperCase())).ok).toBe(true);
  expect(await give(`${person}@example.org`)).toEqual({ ok: false, refusal: { kind: 'held-already' } });
  const self = await giveRole(stores(), await actorOf(person), { email: `${person}@example.org`, role: HALL }, NOW);
  expect(self).toEqual({ ok: false, refusal: { kind: 'not-allowed', act: 'give-role' } });
});

test('an erased account holds nothing and leaves no request', async () => {
  const person = await account();
  await giveRole(stores(), OPERATOR, { email: `${person}@example.org`, role: HALL }, NOW);
  await database.db.deleteFrom('person').where('id', '=', person).execute();
  expect(await holdingsOf(database.db, person)).toEqual([]);
  expect((await verifyJournal(database.db)).faults).toEqual([]);
});
