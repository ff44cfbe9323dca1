/** What each side tells of a follow-up, asks and writes; and what it cannot of the other. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/gate.ts';
import type { EventWords } from '#domain/events/follow-up-event.ts';
import { datedPacts } from '#server/storage/deadline-sources.ts';
import { eventsSeenBy, publicEvents, publicEventsAbout } from '#server/storage/follow-up-events.ts';
import { questionsOf } from '#server/storage/follow-up-questions.ts';
import { promisesHere } from '#server/storage/promises-here.ts';
import { storesOn } from '#server/stores.ts';
import { active } from '#tests/collectives.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, mailsTo, newPerson } from '#tests/people.ts';
import { ofTownHall } from '#tests/town-hall.ts';
import { BRY, buildWorld, CHAMPIGNY, EDITION, NOGENT, type World } from '#tests/world.ts';
import { answerQuestion, askQuestion, dropQuestion } from './ask-question.ts';
import { changeLetter, draftLetter, recordSending, throwLetterAway, type LetterTyped } from './send-letter.ts';
import { changeEvent, withdrawEvent, writeEvent } from './write-event.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
/** 11 p.m. in Paris: the same day there. */
const NOW = new Date('2027-06-10T21:00:00Z');
const place = CHAMPIGNY;
let people: Record<'member' | 'other' | 'elected' | 'posing' | 'stranger', string>;
let collective = 0;
let world: World;
const as = (who: keyof typeof people): Promise<Person> => actorFor(database.db, people[who]);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? 'ok' : result.refusal?.kind);

beforeAll(async () => {
  const { db } = database;
  world = await buildWorld(db);
  const founded = await active(db, { founder: 'mona', places: [CHAMPIGNY] });
  const second = await active(db, { founder: 'otto', places: [CHAMPIGNY] });
  collective = founded.id;
  people = {
    member: founded.founder,
    other: second.founder,
    elected: await ofTownHall(db, { name: 'edile', place, role: 'elected-official' }),
    posing: await ofTownHall(db, { name: 'double', place, role: 'elected-official' }),
    stranger: await newPerson(db, 'passante'),
  };
  // Elected since, and still written down in the collective.
  await db
    .insertInto('collectiveMember')
    .values({
      collectiveId: collective,
      personId: people.posing,
      role: 'member',
      name: 'X',
      namePublic: false,
      joinedAt: NOW,
      foundOnLists: null,
      foundOnListsAt: null,
      namesakeSince: null,
    })
    .execute();
});
beforeEach(async () => void (await database.db.deleteFrom('mail').execute()));

const MEETING: EventWords = {
  happenedOn: '2027-06-10',
  title: 'Réunion sur la piste cyclable',
  words: 'Le tracé est choisi.',
  who: 'Maire adjointe aux mobilités',
  whoPrivate: 'Nadia, voisine',
  items: ['m15', 'm15'],
  visibility: 'public',
};
const write = async (who: keyof typeof people, change: Partial<EventWords> = {}) =>
  await writeEvent(stores(), await as(who), { ...MEETING, ...change, place, about: { kind: 'meeting' } }, NOW);
async function written(who: keyof typeof people, change: Partial<EventWords> = {}): Promise<number> {
  const result = await write(who, change);
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value.id;
}

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

async function asked(words: string, visibility: 'public' | 'private' = 'public'): Promise<number> {
  const request = { place, words, item: 'm15', visibility };
  const result = await askQuestion(stores(), await as('member'), request, NOW);
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value.id;
}

describe('a question', () => {
  test('is answered once, under the name of who wrote the answer down', async () => {
    const question = await asked('Où en est la piste ?');
    const answer = { place, question, words: 'Travaux en mai.' };
    expect(kindOf(await answerQuestion(stores(), await as('stranger'), answer, NOW))).toBe('not-allowed');
    const both = await Promise.all([
      answerQuestion(stores(), await as('elected'), answer, NOW),
      answerQuestion(stores(), await as('member'), { ...answer, words: 'Rien.' }, NOW),
    ]);
    expect(both.map(kindOf).toSorted()).toEqual(['ok', 'question-closed']);
  });

  test('is dropped by who asked it; a private one is not there for the other side', async () => {
    const question = await asked('Et le budget ?');
    expect(kindOf(await dropQuestion(stores(), await as('elected'), { place, question }, NOW))).toBe('not-allowed');
    expect(kindOf(await dropQuestion(stores(), await as('member'), { place, question }, NOW))).toBe('ok');
    const secret = await asked('Entre nous', 'private');
    const answer = { place, question: secret, words: 'Vu' };
    expect(kindOf(await answerQuestion(stores(), await as('elected'), answer, NOW))).toBe('unknown-question');
    expect(kindOf(await answerQuestion(stores(), await as('other'), answer, NOW))).toBe('unknown-question');
  });
});

const letter = (...questions: number[]): LetterTyped => ({
  addressee: 'Madame la maire',
  subject: 'Suivi du pacte',
  opening: 'Nous revenons vers vous.',
  closing: 'Bien à vous',
  signedBy: 'Mona, pour le collectif',
  questions,
});
async function drafted(...questions: number[]): Promise<number> {
  const result = await draftLetter(stores(), await as('member'), { place, letter: letter(...questions) }, NOW);
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value.id;
}
const SENT = {
  place,
  revision: 1,
  sentOn: '2027-06-01',
  means: 'post',
  replyDays: 30,
  visibility: 'public',
} as const;

describe('a letter', () => {
  test('takes open questions, and its sending freezes it and tells the town hall', async () => {
    const question = await asked('Combien d’arceaux ?');
    const id = await drafted(question);
    expect(kindOf(await recordSending(stores(), await as('member'), { ...SENT, id, means: 'pigeon' }, NOW))).toBe(
      'no-means',
    );
    expect(kindOf(await recordSending(stores(), await as('member'), { ...SENT, id, replyDays: 0 }, NOW))).toBe(
      'bad-reply-days',
    );
    expect(kindOf(await recordSending(stores(), await as('elected'), { ...SENT, id }, NOW))).toBe('not-allowed');
    expect(kindOf(await recordSending(stores(), await as('other'), { ...SENT, id }, NOW))).toBe('unknown-letter');
    const sent = await recordSending(stores(), await as('member'), { ...SENT, id }, NOW);
    const event = sent.ok ? sent.value.event : 0;
    expect(await mailsTo(database.db, addressOf('edile'))).toMatchObject([
      { kind: 'letter-recorded', path: `/communes/94017/suivi#e${event}` },
    ]);
    expect(kindOf(await recordSending(stores(), await as('member'), { ...SENT, id }, NOW))).toBe('letter-sent-already');
    const change = { place, id, revision: 1, letter: letter() };
    expect(kindOf(await changeLetter(stores(), await as('member'), change, NOW))).toBe('letter-sent-already');
    const shown = (await publicEvents(database.db, place)).find((one) => one.id === event);
    expect(shown).toMatchObject({ title: 'Suivi du pacte', items: ['m15'], about: { kind: 'letter', replyDays: 30 } });
    const [kept] = await questionsOf(database.db, place, { id: question });
    expect(kept?.letters).toEqual([{ event, sentOn: '2027-06-01' }]);

    const asSent = { ...MEETING, happenedOn: SENT.sentOn, title: 'Suivi du pacte', who: 'Madame la maire' };
    const again = async (wrong: Partial<EventWords>) =>
      kindOf(
        await changeEvent(stores(), await as('member'), { ...asSent, ...wrong, place, id: event, revision: 1 }, NOW),
      );
    for (const wrong of [{ happenedOn: '2027-05-02' }, { title: 'Autre objet' }, { items: [] }])
      expect(await again(wrong)).toBe('sent-letter-fixed');
    expect(await again({ who: 'Madame la maire, et son adjoint' })).toBe('ok');

    const reply = { ...MEETING, happenedOn: '2027-06-05', place, about: { kind: 'reply', letter: event } } as const;
    const early = await writeEvent(stores(), await as('elected'), { ...reply, happenedOn: '2027-05-31' }, NOW);
    expect(kindOf(early)).toBe('reply-before-letter');
    expect(kindOf(await writeEvent(stores(), await as('elected'), reply, NOW))).toBe('ok');
  });

  test('changed by two at once keeps the first, and is not sent in words that nobody printed', async () => {
    const id = await drafted();
    const change = { place, id, revision: 1, letter: letter() };
    expect(kindOf(await changeLetter(stores(), await as('member'), change, NOW))).toBe('ok');
    expect(kindOf(await changeLetter(stores(), await as('member'), change, NOW))).toBe('letter-changed');
    expect(kindOf(await recordSending(stores(), await as('member'), { ...SENT, id }, NOW))).toBe('letter-changed');
    expect(kindOf(await throwLetterAway(stores(), await as('member'), { place, id }, NOW))).toBe('ok');
    expect(kindOf(await throwLetterAway(stores(), await as('member'), { place, id }, NOW))).toBe('unknown-letter');
  });

  test('asks nothing that was answered meanwhile, nor what another collective keeps to itself', async () => {
    const question = await asked('Déjà répondu ?');
    await answerQuestion(stores(), await as('elected'), { place, question, words: 'Oui' }, NOW);
    const late = { place, letter: letter(question) };
    expect(kindOf(await draftLetter(stores(), await as('member'), late, NOW))).toBe('question-closed');
    const secret = { place, letter: letter(await asked('Secret', 'private')) };
    expect(kindOf(await draftLetter(stores(), await as('other'), secret, NOW))).toBe('question-closed');
  });

  test('is answered only where it was public, or by its own side', async () => {
    const id = await drafted();
    const sent = await recordSending(stores(), await as('member'), { ...SENT, id, visibility: 'private' }, NOW);
    const about = { kind: 'reply', letter: sent.ok ? sent.value.event : 0 } as const;
    const reply = { ...MEETING, place, about };
    expect(kindOf(await writeEvent(stores(), await as('elected'), reply, NOW))).toBe('unknown-letter');
    expect(kindOf(await writeEvent(stores(), await as('member'), reply, NOW))).toBe('ok');
    expect(await mailsTo(database.db, addressOf('edile'))).toHaveLength(1);
  });
});

describe('a list in opposition that signed', () => {
  const HELD = {
    election: 'municipales-2026',
    municipality: '94017',
    constituency: { code: '', name: null },
    shortName: null,
    nuance: null,
    leader: 'Camille Exemple',
    firstRound: 1,
    panelNumber: 1,
    source: 'Exemple',
    enteredAs: 'import',
  } as const;
  let list = 0;
  const representing = (of: number): Person => ({
    kind: 'person',
    id: 'p-camille',
    holds: [{ role: 'list-representative', list: of }],
  });

  beforeAll(async () => {
    const { campaign } = stores();
    list = (await campaign.keepList({ ...HELD, name: 'Champigny demain (exemple)' }, NOW)).id;
    await campaign.changeList(list, { seats: 3, outcome: { kind: 'opposition', confirmed: true } }, NOW);
    await campaign.linkPact({ pact: world.demain, list, by: 'claire', at: NOW });
  });

  test('tells its own meetings and replies, under its own name, and the collective hears of it', async () => {
    const id = await drafted();
    const sent = await recordSending(stores(), await as('member'), { ...SENT, id }, NOW);
    const about = { kind: 'reply', letter: sent.ok ? sent.value.event : 0 } as const;
    await database.db.deleteFrom('mail').execute();
    const written = await writeEvent(stores(), representing(list), { ...MEETING, place, about }, NOW);
    const shown = (await publicEvents(database.db, place)).find((one) => written.ok && one.id === written.value.id);
    expect(shown).toMatchObject({ voice: 'town-hall', list: { id: list, name: 'Champigny demain (exemple)' } });
    expect(await mailsTo(database.db, addressOf('mona'))).toMatchObject([
      { kind: 'reply-recorded', by: 'town-hall', list: 'Champigny demain (exemple)' },
    ]);
    expect(await mailsTo(database.db, addressOf('edile'))).toEqual([]);
  });

  test('is not the town hall, and the town hall is not the list: neither touches nor sees the other’s private words', async () => {
    const request = { ...MEETING, visibility: 'private', place, about: { kind: 'meeting' } } as const;
    const own = await writeEvent(stores(), representing(list), request, NOW);
    const theirs = await writeEvent(stores(), await as('elected'), request, NOW);
    if (!own.ok || !theirs.ok) throw new Error('not told');
    const change = { ...MEETING, place, revision: 1 };
    const [mine, yours] = [own.value.id, theirs.value.id];
    expect(kindOf(await changeEvent(stores(), await as('elected'), { ...change, id: mine }, NOW))).toBe(
      'unknown-event',
    );
    expect(kindOf(await changeEvent(stores(), representing(list), { ...change, id: yours }, NOW))).toBe(
      'unknown-event',
    );
    expect(kindOf(await changeEvent(stores(), representing(list), { ...change, id: mine }, NOW))).toBe('ok');
    const teller = { voice: 'town-hall', collective: null, list: { id: list, name: '' } } as const;
    const seen = (await eventsSeenBy(database.db, place, teller)).map(({ id }) => id);
    expect([seen.includes(mine), seen.includes(yours)]).toEqual([true, false]);
  });

  test('one that signed nothing here tells nothing, and none writes letters or questions of a side', async () => {
    const request = { ...MEETING, place, about: { kind: 'meeting' } } as const;
    expect(kindOf(await writeEvent(stores(), representing(list + 1), request, NOW))).toBe('not-allowed');
    expect(kindOf(await writeEvent(stores(), representing(list), { ...request, place: BRY }, NOW))).toBe('not-allowed');
    const question = { place, words: 'Pourquoi ?', item: 'm15', visibility: 'public' } as const;
    expect(kindOf(await askQuestion(stores(), representing(list), question, NOW))).toBe('not-allowed');
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
