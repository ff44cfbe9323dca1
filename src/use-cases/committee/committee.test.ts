/** A follow-up committee from its proposal to minutes that both sides agreed to, with those who may not. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/gate.ts';
import { storesOn } from '#server/stores.ts';
import { publicSittings } from '#server/storage/committee-sittings.ts';
import { followUpDeadlines } from '#server/storage/deadline-sources.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { active } from '#tests/collectives.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, mailsTo, newPerson } from '#tests/people.ts';
import { ofTownHall } from '#tests/town-hall.ts';
import { BRY, buildWorld, CHAMPIGNY, EDITION, NOGENT } from '#tests/world.ts';
import { agreeMinutes, writeMinutes } from './agree-minutes.ts';
import { settleDecision } from './settle-decision.ts';
import { callMeeting, cancelMeeting, changeMeeting, proposeAgendaItem, takeOffAgenda } from './meet.ts';
import { acceptCommittee, closeCommittee, proposeCommittee } from './propose-committee.ts';
import { leaveCommittee, nameCommitteeMember, removeCommitteeMember, takeSeat } from './sit-in-committee.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const NOW = new Date('2027-02-01T09:00:00Z');
const place = CHAMPIGNY;
let collective = 0;
let people: Record<'coordinator' | 'elected' | 'agent' | 'stranger', string>;
let committee = 0;
const as = (who: keyof typeof people): Promise<Person> => actorFor(database.db, people[who]);
const about = () => ({ place, committee });

beforeAll(async () => {
  const { db } = database;
  await buildWorld(db);
  const founded = await active(db, { founder: 'colette', places: [CHAMPIGNY], name: 'Champigny en transition' });
  collective = founded.id;
  people = {
    coordinator: founded.founder,
    elected: await ofTownHall(db, { name: 'elue', place, role: 'elected-official' }),
    agent: await ofTownHall(db, { name: 'agente', place }),
    stranger: await newPerson(db, 'inconnu'),
  };
});

beforeEach(async () => {
  const { db } = database;
  const open = (await stores().committees.of(place)).filter(({ state }) => state !== 'closed');
  for (const { id } of open) await stores().committees.close(id, { at: NOW, by: 'collective', reason: 'fin' });
  await db.deleteFrom('mail').execute();
  const proposed = await proposeCommittee(
    stores(),
    await as('coordinator'),
    { place, collective: null, words: '' },
    NOW,
  );
  if (!proposed.ok) throw new Error(proposed.refusal.kind);
  committee = proposed.value.id;
});

const accepted = async () => await acceptCommittee(stores(), await as('elected'), about(), NOW);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? 'ok' : result.refusal?.kind);

/** Of the committee of this test, what everybody knows. */
const sittings = async (now = NOW) =>
  (await publicSittings(database.db, place, now)).filter((sitting) => sitting.committee === committee);

const WHEN = {
  startsAt: new Date('2027-01-20T18:00:00Z'),
  endsAt: new Date('2027-01-20T20:00:00Z'),
  zone: 'Europe/Paris',
  location: 'Salle du conseil',
  open: false,
};
const SAID = { text: 'Le point sur la mesure 15.', present: 'Une élue, deux membres du collectif', decisions: [] };

async function met(): Promise<{ place: typeof place; committee: number; meeting: number }> {
  await accepted();
  const called = await callMeeting(stores(), await as('agent'), { ...about(), ...WHEN }, NOW);
  if (!called.ok) throw new Error(called.refusal.kind);
  return { ...about(), meeting: called.value.number };
}

describe('a proposal', () => {
  test('is told to the other side, which alone accepts it', async () => {
    expect(await mailsTo(database.db, addressOf('elue'))).toMatchObject([
      { kind: 'committee-proposed', path: '/communes/94017/comite' },
    ]);
    const again = await acceptCommittee(stores(), await as('coordinator'), about(), NOW);
    expect(kindOf(again)).toBe('own-proposal');
    expect(kindOf(await acceptCommittee(stores(), await as('stranger'), about(), NOW))).toBe('not-allowed');
    expect(kindOf(await accepted())).toBe('ok');
    expect((await mailsTo(database.db, addressOf('colette'))).map(({ kind }) => kind)).toEqual(['committee-accepted']);
    expect((await stores().committees.find(committee))?.state).toBe('active');
  });

  test('is one at a time, also when both propose at once', async () => {
    const both = await Promise.all([
      proposeCommittee(stores(), await as('agent'), { place, collective, words: '' }, NOW),
      proposeCommittee(stores(), await as('coordinator'), { place, collective, words: '' }, NOW),
    ]);
    expect(both.map(kindOf)).toEqual(['committee-there', 'committee-there']);
  });

  test('follows a word that was given: none where no pact is, and none by somebody of elsewhere', async () => {
    const nogent = await active(database.db, { founder: `n${committee}`, places: [NOGENT] });
    const there = await actorFor(database.db, nogent.founder);
    const request = { collective: nogent.id, words: '' };
    expect(kindOf(await proposeCommittee(stores(), there, { ...request, place: NOGENT }, NOW))).toBe('no-pact-here');
    expect(kindOf(await proposeCommittee(stores(), there, { ...request, place: BRY }, NOW))).toBe('not-allowed');
  });

  test('of another place is not there', async () => {
    const elsewhere = { committee, place: BRY };
    expect(kindOf(await acceptCommittee(stores(), await as('elected'), elsewhere, NOW))).toBe('unknown-committee');
  });
});

describe('who sits', () => {
  beforeEach(async () => void (await accepted()));
  const named = async (who: 'coordinator' | 'elected', quality: unknown, name = 'Sam Exemple', email = '') =>
    await nameCommitteeMember(stores(), await as(who), { ...about(), quality, name, organisation: '', email }, NOW);

  test('is named by their own side', async () => {
    expect(kindOf(await named('coordinator', 'elected'))).toBe('named-by-other-side');
    expect(kindOf(await named('elected', 'collective'))).toBe('named-by-other-side');
    expect(kindOf(await named('elected', 'elected', 'Dominique Exemple'))).toBe('ok');
    expect(kindOf(await named('coordinator', 'resident'))).toBe('ok');
    expect(kindOf(await named('elected', 'resident', 'SAM exemple'))).toBe('sits-already');
    expect(kindOf(await named('coordinator', 'president'))).toBe('no-quality');
    const shown = (await stores().committees.members(committee)).map(({ name, namePublic }) => [name, namePublic]);
    expect(shown).toEqual([
      ['Dominique Exemple', true],
      ['Sam Exemple', false],
    ]);
  });

  test('comes by a link that serves once; whoever leaves sees nothing more, and their address is gone', async () => {
    expect(kindOf(await named('coordinator', 'resident', 'Rachida', addressOf('inconnu')))).toBe('ok');
    const [mail] = await mailsTo(database.db, addressOf('inconnu'));
    const token = String(mail?.['path']).split('/').at(-1) ?? '';
    const request = { token, name: 'Rachida Exemple', namePublic: false };
    expect(kindOf(await takeSeat(stores(), await as('stranger'), request, NOW))).toBe('ok');
    expect(kindOf(await takeSeat(stores(), await as('agent'), request, NOW))).toBe('unknown-seat');
    const row = await database.db
      .selectFrom('committeeMember')
      .select(['email', 'tokenHash'])
      .where('committeeId', '=', committee)
      .executeTakeFirst();
    expect(row).toEqual({ email: null, tokenHash: null });
    const { meeting } = await met();
    const item = { ...about(), meeting, words: 'Le parking', about: null };
    expect(kindOf(await proposeAgendaItem(stores(), await as('stranger'), item, NOW))).toBe('ok');
    // Somebody who sits writes no minutes, and names nobody.
    const typed = { ...about(), quality: 'resident', name: 'Ami', organisation: '', email: '' };
    expect(kindOf(await nameCommitteeMember(stores(), await as('stranger'), typed, NOW))).toBe('not-allowed');
    const minutes = { ...about(), meeting, revision: 0, content: SAID };
    expect(kindOf(await writeMinutes(stores(), await as('stranger'), minutes, NOW))).toBe('not-allowed');
    expect(kindOf(await leaveCommittee(stores(), await as('stranger'), about(), NOW))).toBe('ok');
    expect(kindOf(await proposeAgendaItem(stores(), await as('stranger'), item, NOW))).toBe('not-allowed');
    expect((await stores().committees.meetings.find(committee, meeting))?.agenda).toHaveLength(1);
  });

  test('for the collective is nobody elected here, whatever else they hold', async () => {
    const seat = await named('coordinator', 'collective', 'Alex', addressOf('elue'));
    expect(kindOf(seat)).toBe('ok');
    const mail = (await mailsTo(database.db, addressOf('elue'))).findLast(({ kind }) => kind === 'committee-invited');
    const request = { token: String(mail?.['path']).split('/').at(-1) ?? '', name: 'Alex', namePublic: true };
    expect(kindOf(await takeSeat(stores(), await as('elected'), request, NOW))).toBe('elected');
  });

  test('is put out by the side that named them, and by no other', async () => {
    const seat = await named('elected', 'agent');
    const member = seat.ok ? seat.value.id : 0;
    const request = { ...about(), member };
    expect(kindOf(await removeCommitteeMember(stores(), await as('coordinator'), request, NOW))).toBe(
      'named-by-other-side',
    );
    expect(kindOf(await removeCommitteeMember(stores(), await as('elected'), request, NOW))).toBe('ok');
    expect(kindOf(await removeCommitteeMember(stores(), await as('elected'), request, NOW))).toBe('unknown-seat');
  });
});

describe('a meeting', () => {
  test('moved by two at once keeps the words of the first, and says so to the other', async () => {
    const meeting = await met();
    const later = { ...WHEN, startsAt: new Date('2027-03-01T18:00:00Z'), endsAt: new Date('2027-03-01T20:00:00Z') };
    const change = { ...meeting, ...later, revision: 1 };
    expect(kindOf(await changeMeeting(stores(), await as('coordinator'), change, NOW))).toBe('ok');
    const other = await changeMeeting(stores(), await as('agent'), { ...change, location: 'Ailleurs' }, NOW);
    expect(kindOf(other)).toBe('meeting-changed');
    const told = (await mailsTo(database.db, addressOf('elue'))).filter(({ kind }) => kind === 'committee-meeting');
    expect(told.map(({ what }) => what)).toEqual(['called', 'changed']);
  });

  test('that is cancelled takes no minutes, and stays', async () => {
    const meeting = await met();
    expect(kindOf(await cancelMeeting(stores(), await as('agent'), meeting, NOW))).toBe('ok');
    const minutes = { ...meeting, revision: 0, content: SAID };
    expect(kindOf(await writeMinutes(stores(), await as('agent'), minutes, NOW))).toBe('meeting-cancelled');
    expect(await stores().committees.meetings.find(committee, meeting.meeting)).toMatchObject({
      revision: 2,
      cancelledAt: NOW,
    });
  });

  test('keeps what the other side put on its agenda', async () => {
    const meeting = await met();
    await proposeAgendaItem(
      stores(),
      await as('coordinator'),
      { ...meeting, words: 'La mesure 15', about: { edition: EDITION, item: 'm15' } },
      NOW,
    );
    const item = (await stores().committees.meetings.find(committee, meeting.meeting))?.agenda[0]?.id ?? 0;
    expect(kindOf(await takeOffAgenda(stores(), await as('agent'), { ...meeting, item }, NOW))).toBe(
      'unknown-agenda-item',
    );
    expect(kindOf(await takeOffAgenda(stores(), await as('coordinator'), { ...meeting, item }, NOW))).toBe('ok');
  });

  test('is known to everybody once it began when it was called open to all, and was not cancelled', async () => {
    await accepted();
    const call = async (given: Partial<typeof WHEN>) => {
      const called = await callMeeting(stores(), await as('agent'), { ...about(), ...WHEN, ...given }, NOW);
      return called.ok ? called.value.number : 0;
    };
    const open = await call({ open: true });
    await call({ open: false });
    const cancelled = await call({ open: true });
    await cancelMeeting(stores(), await as('agent'), { ...about(), meeting: cancelled }, NOW);
    const later = { startsAt: new Date('2027-02-10T23:30:00Z'), endsAt: new Date('2027-02-10T23:50:00Z') };
    const next = await call({ open: true, ...later });
    expect(await sittings()).toEqual([
      {
        ...{ committee, meeting: open, collective: 'Champigny en transition', on: '2027-01-20' },
        ...{ isOpen: true, location: 'Salle du conseil', hasMinutes: false },
      },
    ]);
    // Its day is the day there.
    expect((await sittings(new Date('2027-03-01')))[0]).toMatchObject({ meeting: next, on: '2027-02-11' });
  });

  test('is not written up before it began, nor longer than a day', async () => {
    await accepted();
    const to = { ...WHEN, startsAt: new Date('2027-02-10T18:00:00Z'), endsAt: new Date('2027-02-10T20:00:00Z') };
    const called = await callMeeting(stores(), await as('agent'), { ...about(), ...to }, NOW);
    const meeting = called.ok ? called.value.number : 0;
    const request = { ...about(), meeting, revision: 0, content: SAID };
    expect(kindOf(await writeMinutes(stores(), await as('agent'), request, NOW))).toBe('meeting-to-come');
    const endless = { ...about(), ...WHEN, endsAt: new Date('2027-01-22T18:00:00Z') };
    expect(kindOf(await callMeeting(stores(), await as('agent'), endless, NOW))).toBe('meeting-too-long');
  });
});

describe('minutes', () => {
  const decision = { words: 'Chiffrer la piste', items: ['m15', 'm15'], who: 'Service voirie', dueOn: '2027-06-30' };
  const nothing = { words: ' ', items: [], who: 'personne', dueOn: null };

  test('are agreed in the same words by both sides, one of each; then they change no more', async () => {
    const meeting = await met();
    const content = { ...SAID, decisions: [decision, nothing] };
    const written = await writeMinutes(stores(), await as('coordinator'), { ...meeting, revision: 0, content }, NOW);
    expect(written).toEqual({ ok: true, value: { revision: 1 } });
    const yes = { ...meeting, revision: 1 };
    expect(await agreeMinutes(stores(), await as('elected'), yes, NOW)).toEqual({ ok: true, value: { agreed: false } });
    expect(kindOf(await agreeMinutes(stores(), await as('agent'), yes, NOW))).toBe('agreed-by-you');
    const asked = (await mailsTo(database.db, addressOf('colette'))).filter(({ kind }) => kind === 'minutes-to-agree');
    expect(asked).toMatchObject([{ by: 'town-hall' }]);
    // One side changed a word: the yes of before is worth nothing.
    const changed = { ...meeting, revision: 1, content: { ...content, text: 'Le point sur la mesure 14.' } };
    expect(kindOf(await writeMinutes(stores(), await as('coordinator'), changed, NOW))).toBe('ok');
    const both = { ...meeting, revision: 2 };
    const one = await agreeMinutes(stores(), await as('coordinator'), both, NOW);
    expect(one).toEqual({ ok: true, value: { agreed: false } });
    expect(kindOf(await agreeMinutes(stores(), await as('elected'), yes, NOW))).toBe('minutes-changed');
    expect(await sittings()).toEqual([]);
    expect(await agreeMinutes(stores(), await as('elected'), both, NOW)).toEqual({ ok: true, value: { agreed: true } });
    const again = { ...meeting, revision: 2, content: SAID };
    expect(kindOf(await writeMinutes(stores(), await as('coordinator'), again, NOW))).toBe('minutes-agreed-already');
    expect(await sittings()).toMatchObject([{ meeting: 1, on: '2027-01-20', location: null, hasMinutes: true }]);
    const decisions = await database.db
      .selectFrom('committeeDecision')
      .select(['words', 'edition', 'items', 'dueOn'])
      .execute();
    expect(decisions).toEqual([{ words: 'Chiffrer la piste', edition: EDITION, items: ['m15'], dueOn: '2027-06-30' }]);
  });

  test('give decisions that either side says done or given up, once both agreed; then they are due no more', async () => {
    const meeting = await met();
    const content = { ...SAID, decisions: [decision, { ...decision, words: 'Réunir les écoles' }] };
    await writeMinutes(stores(), await as('coordinator'), { ...meeting, revision: 0, content }, NOW);
    const second = { ...meeting, decision: 2, seen: 'to-do', state: 'done' };
    const settle = async (who: keyof typeof people, given: object = {}) =>
      await settleDecision(stores(), await as(who), { ...second, ...given }, NOW);
    expect(kindOf(await settle('agent'))).toBe('not-allowed');
    for (const who of ['coordinator', 'elected'] as const)
      await agreeMinutes(stores(), await as(who), { ...meeting, revision: 1 }, NOW);

    expect(kindOf(await settle('stranger'))).toBe('not-allowed');
    expect(kindOf(await settle('agent', { place: BRY }))).toBe('unknown-committee');
    expect(kindOf(await settle('agent', { meeting: 99 }))).toBe('unknown-meeting');
    expect(kindOf(await settle('agent', { decision: 3 }))).toBe('unknown-decision');
    expect(kindOf(await settle('agent', { state: 'kept' }))).toBe('no-decision-state');
    expect(kindOf(await settle('agent'))).toBe('ok');
    // The other side looked before: it reads what was said first.
    const late = await settle('coordinator', { state: 'abandoned' });
    expect(late).toMatchObject({ refusal: { kind: 'decision-changed', now: 'done' } });

    const standings = async () =>
      (await stores().committees.meetings.find(committee, meeting.meeting))?.minutes?.standings;
    const toDo = { state: 'to-do', said: null };
    expect(await standings()).toEqual([toDo, { state: 'done', said: { on: '2027-02-01', voice: 'town-hall' } }]);
    const due = async () =>
      (await followUpDeadlines(database.db, place)).flatMap(({ about: of, settled, changedAt }) =>
        of.kind === 'decision' && of.committee === committee ? [[of.words, settled, changedAt]] : [],
      );
    const days = [
      ['Chiffrer la piste', false, NOW],
      ['Réunir les écoles', true, NOW],
    ];
    expect((await due()).toSorted()).toEqual(days);
    // A closed committee's decisions still get done.
    await closeCommittee(stores(), await as('elected'), { ...about(), reason: 'Fin de mandat' }, NOW);
    expect(kindOf(await settle('coordinator', { seen: 'done', state: 'abandoned' }))).toBe('ok');
    expect((await standings())?.[1]).toMatchObject({ state: 'abandoned', said: { voice: 'collective' } });
    const last = await database.db
      .selectFrom('journalContent')
      .select('says')
      .orderBy('sequence', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(last.says ?? '')).toMatchObject({
      ...{ meeting: 1, decision: 2 },
      voice: 'collective',
      state: 'abandoned',
    });
  });

  test('written by two at once lose no word of either', async () => {
    const meeting = await met();
    const write = async (who: 'coordinator' | 'agent', text: string, revision: number) =>
      await writeMinutes(stores(), await as(who), { ...meeting, revision, content: { ...SAID, text } }, NOW);
    expect(kindOf(await write('coordinator', 'Un', 0))).toBe('ok');
    const other = await write('agent', 'Deux', 0);
    expect(other).toMatchObject({
      refusal: { kind: 'minutes-changed', now: { revision: 1, content: { text: 'Un' } } },
    });
  });

  test('say no day that is none, and no promise that cannot be', async () => {
    const meeting = await met();
    const write = async (wrong: object) => {
      const content = { ...SAID, decisions: [nothing, { ...decision, ...wrong }] };
      return await writeMinutes(stores(), await as('agent'), { ...meeting, revision: 0, content }, NOW);
    };
    expect(await write({ dueOn: '2027-02-30' })).toMatchObject({ refusal: { kind: 'decision-not-a-day', row: 2 } });
    expect(kindOf(await write({ items: ["m1'; drop"] }))).toBe('unknown-commitment');
    expect(kindOf(await write({ words: 'x'.repeat(1001) }))).toBe('text-too-long');
  });
});

test('a closed committee says why, and nothing more is done in it', async () => {
  const meeting = await met();
  const closed = await closeCommittee(stores(), await as('elected'), { ...about(), reason: 'Fin de mandat' }, NOW);
  expect(kindOf(closed)).toBe('ok');
  expect(kindOf(await callMeeting(stores(), await as('agent'), { ...about(), ...WHEN }, NOW))).toBe('not-allowed');
  // Minutes of a meeting that was held may still be agreed.
  const minutes = { ...meeting, revision: 0, content: SAID };
  expect(kindOf(await writeMinutes(stores(), await as('agent'), minutes, NOW))).toBe('ok');
  expect((await stores().committees.find(committee))?.closed).toMatchObject({
    by: 'town-hall',
    reason: 'Fin de mandat',
  });
});

test('the journal of all this verifies, and holds no name', async () => {
  const { db } = database;
  expect((await verifyJournal(db)).faults).toEqual([]);
  const said = await db
    .selectFrom('journalContent')
    .innerJoin('journalEvent', 'journalEvent.sequence', 'journalContent.sequence')
    .select('says')
    .where('subjectKind', '=', 'committee')
    .execute();
  expect(said.length).toBeGreaterThan(10);
  expect(said.map(({ says }) => says).join('\n')).not.toMatch(/Exemple|Rachida|@/);
});
