/** What each side tells of a follow-up; and what it cannot tell of the other. */
import { beforeAll, describe, expect, test } from 'vitest';
import { datedPacts } from '#server/storage/deadline-sources.ts';
import { eventsSeenBy, publicEvents, publicEventsAbout } from '#server/storage/follow-up-events.ts';
import { promisesHere } from '#server/storage/promises-here.ts';
import { active } from '#tests/collectives.ts';
import { actorFor } from '#tests/people.ts';
import { ofTownHall } from '#tests/town-hall.ts';
import { BRY, EDITION, NOGENT } from '#tests/world.ts';
import { followUpDesk, kindOf, MEETING, NOW, place } from './testing/follow-up-desk.ts';
import { changeEvent, withdrawEvent, writeEvent } from './write-event.ts';

const { database, stores, there, as, write, written } = followUpDesk();
let collective = 0;

beforeAll(() => {
  ({ collective } = there());
});

describe('an event', () => {
  test('is told by a side for itself, and seen by everybody without the names that are nobody’s business', async () => {
    const id = await written('member');
    const shown = (await publicEvents(database.db, place)).find((event) => event.id === id);
    expect(shown).toMatchObject({ voice: 'collective', collective, items: ['m15'], edition: EDITION, whoPrivate: '' });
    const about = await publicEventsAbout(database.db, place, { edition: EDITION, item: 'm15' });
    expect(about.map((event) => event.id)).toContain(id);
    const own = await eventsSeenBy(database.db, place, {
      voice: 'collective',
      collective: { id: collective },
      list: null,
    });
    expect(own.find((event) => event.id === id)?.whoPrivate).toBe('Nadia, voisine');
    const theirs = await eventsSeenBy(database.db, place, { voice: 'town-hall', collective: null, list: null });
    expect(theirs.find((event) => event.id === id)?.whoPrivate).toBe('');
  });

  test('kept private is seen by its own side alone, not even by another collective', async () => {
    const id = await written('member', { visibility: 'private' });
    expect((await publicEvents(database.db, place)).map((event) => event.id)).not.toContain(id);
    const seen = async (voice: 'collective' | 'town-hall', by: number | null) => {
      const teller = { voice, collective: by === null ? null : { id: by }, list: null };
      return (await eventsSeenBy(database.db, place, teller)).some((event) => event.id === id);
    };
    expect([
      await seen('collective', collective),
      await seen('collective', 999),
      await seen('town-hall', null),
    ]).toEqual([true, false, false]);
    const change = { ...MEETING, place, id, revision: 1 };
    expect(kindOf(await changeEvent(stores(), await as('elected'), change, NOW))).toBe('unknown-event');
  });

  test('is never changed nor withdrawn by the other side, nor by another collective', async () => {
    const id = await written('member');
    const change = { ...MEETING, place, id, revision: 1, words: 'Rien n’a été dit.' };
    expect(kindOf(await changeEvent(stores(), await as('elected'), change, NOW))).toBe('not-allowed');
    expect(kindOf(await changeEvent(stores(), await as('other'), change, NOW))).toBe('not-allowed');
    const withdraw = { place, id, reason: 'non' };
    expect(kindOf(await withdrawEvent(stores(), await as('elected'), withdraw, NOW))).toBe('not-allowed');
    expect(kindOf(await changeEvent(stores(), await as('member'), { ...change, place: BRY }, NOW))).toBe('not-allowed');
  });

  test('told by an elected official who is still in the collective is the town hall’s', async () => {
    const id = await written('posing');
    const shown = (await publicEvents(database.db, place)).find((event) => event.id === id);
    expect(shown).toMatchObject({ voice: 'town-hall', collective: null });
  });

  test('changed by two at once keeps the first; withdrawn, it stays with the reason', async () => {
    const id = await written('member');
    const change = { ...MEETING, place, id, revision: 1 };
    expect(kindOf(await changeEvent(stores(), await as('member'), { ...change, title: 'Un' }, NOW))).toBe('ok');
    expect(kindOf(await changeEvent(stores(), await as('member'), { ...change, title: 'Deux' }, NOW))).toBe(
      'event-changed',
    );
    expect(kindOf(await withdrawEvent(stores(), await as('member'), { place, id, reason: ' ' }, NOW))).toBe(
      'text-missing',
    );
    expect(kindOf(await withdrawEvent(stores(), await as('member'), { place, id, reason: 'Erreur' }, NOW))).toBe('ok');
    const shown = (await publicEvents(database.db, place)).find((event) => event.id === id);
    expect(shown?.withdrawn?.reason).toBe('Erreur');
    expect(kindOf(await changeEvent(stores(), await as('member'), { ...change, revision: 2 }, NOW))).toBe(
      'event-withdrawn',
    );
  });

  test('that was public stays public, and what everybody read of it before is kept', async () => {
    const id = await written('member');
    const change = { ...MEETING, place, id, revision: 1 };
    const hidden = await changeEvent(stores(), await as('member'), { ...change, visibility: 'private' }, NOW);
    expect(kindOf(hidden)).toBe('event-public-already');
    const corrected = { ...change, words: 'Le tracé est à choisir.' };
    expect(kindOf(await changeEvent(stores(), await as('member'), corrected, NOW))).toBe('ok');
    const shown = (await publicEvents(database.db, place)).find((event) => event.id === id);
    expect(shown).toMatchObject({
      words: 'Le tracé est à choisir.',
      earlier: [{ words: 'Le tracé est choisi.', happenedOn: '2027-06-10', items: ['m15'], replacedAt: NOW }],
    });
    const kept = database.db.selectFrom('followUpEventRevision').selectAll().where('eventId', '=', id);
    expect(await kept.execute()).toMatchObject([{ revision: 1, words: 'Le tracé est choisi.', replacedAt: NOW }]);
    const names = { ...corrected, revision: 2, whoPrivate: 'Personne' };
    expect(kindOf(await changeEvent(stores(), await as('member'), names, NOW))).toBe('ok');
    expect(await kept.execute()).toHaveLength(1);
  });

  test('that was private is made public without what it said before', async () => {
    const id = await written('member', { visibility: 'private' });
    const change = { ...MEETING, place, id, revision: 1, words: 'Pour tout le monde.' };
    expect(kindOf(await changeEvent(stores(), await as('member'), change, NOW))).toBe('ok');
    const shown = (await publicEvents(database.db, place)).find((event) => event.id === id);
    expect(shown).toMatchObject({ words: 'Pour tout le monde.', earlier: [] });
  });

  test('happened: the day is that of the place, not of London', async () => {
    expect(kindOf(await write('member', { happenedOn: '2027-06-11' }))).toBe('day-to-come');
    expect(kindOf(await write('member', { happenedOn: '2027-02-30' }))).toBe('not-a-day');
    // Past midnight in Paris, still the day before in UTC.
    const late = new Date('2027-06-10T22:30:00Z');
    const request = { ...MEETING, place, happenedOn: '2027-06-11', about: { kind: 'meeting' } } as const;
    expect(kindOf(await writeEvent(stores(), await as('member'), request, late))).toBe('ok');
  });

  test('is about promises of this place, by somebody of a side, where a pact is', async () => {
    expect(kindOf(await write('member', { items: ['m14'] }))).toBe('unknown-commitment');
    expect(kindOf(await write('stranger'))).toBe('not-allowed');
    const there = await active(database.db, { founder: 'nina', places: [NOGENT] });
    const request = { ...MEETING, items: [], place: NOGENT, about: { kind: 'meeting' } } as const;
    const nina = await actorFor(database.db, there.founder);
    expect(kindOf(await writeEvent(stores(), nina, request, NOW))).toBe('no-pact-here');
  });
});

test('of a commune that merged since, the town hall that holds it speaks, and is told', async () => {
  const { db } = database;
  await db
    .insertInto('municipalityFormerName')
    .values({ code: '94015', municipalityCode: '94052', name: 'Bry-sur-Marne', kind: 'delegated', postcodes: [] })
    .execute();
  const holder = await actorFor(db, await ofTownHall(db, { name: 'tenante', place: NOGENT }));
  const request = { ...MEETING, items: ['m15'], place: BRY, about: { kind: 'meeting' } } as const;
  expect(kindOf(await writeEvent(stores(), holder, request, NOW))).toBe('ok');
  expect((await publicEvents(db, BRY))[0]).toMatchObject({ voice: 'town-hall' });
  // The page of the former leads to that of the holder: what is told and promised there is found here.
  expect((await publicEvents(db, NOGENT))[0]).toMatchObject({ title: MEETING.title });
  expect((await promisesHere(db, NOGENT)).map(({ item }) => item)).toContain('m15');
  expect((await datedPacts(db, NOGENT)).map(({ id }) => id)).toEqual((await datedPacts(db, BRY)).map(({ id }) => id));
  expect(kindOf(await writeEvent(stores(), holder, { ...request, place: NOGENT }, NOW))).toBe('ok');
  const proposal = { place: BRY, collective, by: 'town-hall', words: '', at: NOW } as const;
  const committee = await stores().committees.propose(proposal);
  expect((await stores().committees.of(NOGENT)).map(({ id }) => id)).toEqual([committee]);
  expect(await stores().committees.speakers({ place: BRY, collective }, 'town-hall')).toEqual(['p-tenante']);
  // The other way round it holds nothing: Champigny never merged.
  expect(kindOf(await writeEvent(stores(), holder, { ...request, place }, NOW))).toBe('not-allowed');
});
