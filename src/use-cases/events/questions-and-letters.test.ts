/** What a side asks and writes, and who answers: the other side, or a list in opposition in its own name. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/gate.ts';
import type { EventWords } from '#domain/events/follow-up-event.ts';
import { QUESTION_LIMITS } from '#domain/events/question.ts';
import { eventsSeenBy, publicEvents } from '#server/storage/follow-up-events.ts';
import { questionsOf } from '#server/storage/follow-up-questions.ts';
import { addressOf, mailsTo } from '#tests/people.ts';
import { BRY } from '#tests/world.ts';
import { answerQuestion, askQuestion, dropQuestion } from './ask-question.ts';
import { changeLetter, draftLetter, recordSending, throwLetterAway } from './send-letter.ts';
import { followUpDesk, kindOf, letter, MEETING, NOW, place, SENT } from './testing/follow-up-desk.ts';
import { changeEvent, writeEvent } from './write-event.ts';

const { database, stores, there, as, asked, drafted } = followUpDesk();

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

  test('is counted for whoever asks it: one side with a hundred, kept to itself, takes nothing from the other', async () => {
    const question = { place, words: 'Entre nous', item: null, visibility: 'private' } as const;
    const open = (await questionsOf(database.db, place, { open: true })).filter(
      (one) => one.collective === there().collective,
    );
    const one = { place, askedAs: 'collective', collective: there().collective, committee: null, about: null } as const;
    for (let count = open.length; count < QUESTION_LIMITS.open; count += 1) {
      const kept = {
        ...one,
        words: `${count}`,
        visibility: 'private',
        on: '2027-06-10',
        by: 'p-mona',
        at: NOW,
      } as const;
      await stores().events.ask(kept);
    }
    expect(kindOf(await askQuestion(stores(), await as('member'), question, NOW))).toBe('too-many-open-questions');
    expect(kindOf(await askQuestion(stores(), await as('elected'), question, NOW))).toBe('ok');
    expect(kindOf(await askQuestion(stores(), await as('other'), question, NOW))).toBe('ok');
    // The tests that follow ask again.
    await database.db.updateTable('followUpQuestion').set({ droppedAt: NOW }).where('words', 'like', '__').execute();
  });
});

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
    await campaign.linkPact({ pact: there().world.demain, list, by: 'claire', at: NOW });
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
