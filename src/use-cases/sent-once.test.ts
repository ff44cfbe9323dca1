/** A form pressed twice, at once: one thing kept, one line in the journal, one round of mails, the same answer. */
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '#domain/shared/result.ts';
import { forgetOver } from '#server/storage/over.ts';
import { addressOf, mailsTo } from '#tests/people.ts';
import { CHAMPIGNY, EDITION } from '#tests/world.ts';
import { writeLocalMeasure } from './collectives/write-local-measure.ts';
import { callMeeting, proposeAgendaItem } from './committee/meet.ts';
import { acceptCommittee, proposeCommittee } from './committee/propose-committee.ts';
import { askInCommittee, askQuestion, dropQuestion } from './events/ask-question.ts';
import { draftLetter, recordSending } from './events/send-letter.ts';
import { writeEvent } from './events/write-event.ts';
import { addRemark } from './follow-up/remark.ts';
import { addIndicator } from './indicators/write-indicator.ts';
import { makeActionOfPromise } from './plan-links/make-action-of-promise.ts';
import { addAction } from './plans/add-action.ts';
import { addAxis } from './plans/axes.ts';
import { createPlan } from './plans/create-plan.ts';
import { answerReview, correctReview } from './reviews/beside-review.ts';
import { NOW, reviewEvening, said } from './reviews/testing/review-evening.ts';

const evening = reviewEvening();
const { db, stores } = evening;
const place = CHAMPIGNY;
const sending = 'a1b2';
let review = 0;
let committee = 0;

beforeAll(async () => {
  const { anne, agent, world } = evening.there();
  review = await evening.opened(anne, world.demain);
  await evening.save(anne, review, 'm1', 0, said());
  await evening.publish(anne, review);
  const proposed = await proposeCommittee(stores(), agent, { place, collective: null, words: '' }, NOW);
  if (!proposed.ok) throw new Error(proposed.refusal.kind);
  committee = proposed.value.id;
  await acceptCommittee(stores(), anne, { place, committee }, NOW);
});
beforeEach(async () => void (await db().deleteFrom('mail').execute()));

const ASKED = {
  place,
  words: 'Quand la piste sera-t-elle finie ?',
  item: 'm15',
  visibility: 'public',
  sending,
} as const;
const LETTER = {
  ...{ addressee: 'Mairie', subject: 'Piste', opening: 'Bonjour,', closing: 'Merci.', signedBy: 'Anne' },
  questions: [],
};
const MEETING = {
  startsAt: new Date('2029-06-20T18:00:00Z'),
  endsAt: new Date('2029-06-20T20:00:00Z'),
  zone: 'Europe/Paris',
  location: 'Salle du conseil',
  open: false,
};

/** What two equal requests at once left, beside what one alone would. */
async function pressedTwice<Value>(
  table: string,
  press: () => Promise<Result<Value, { readonly kind: string }>>,
): Promise<{ rows: number; journal: number }> {
  const count = async (of: string) =>
    (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(of)}`.execute(db())).rows[0]?.n ?? 0;
  const before = { rows: await count(table), journal: await count('journal_event') };
  const [one, other] = await Promise.all([press(), press()]);
  if (!one.ok || !other.ok) throw new Error(JSON.stringify([one, other]));
  expect(other.value).toEqual(one.value);
  return {
    rows: (await count(table)) - before.rows,
    journal: (await count('journal_event')) - before.journal,
  };
}
const ONCE = { rows: 1, journal: 1 };

describe('pressed twice, it is kept once, journalled once, told once:', () => {
  test('an erratum', async () => {
    const request = { review, item: 'm1', words: 'Le 13 mars.', sending };
    const press = async () => await correctReview(stores(), evening.there().anne, request, NOW);
    expect(await pressedTwice('review_erratum', press)).toMatchObject(ONCE);
  });

  test('an answer to a review', async () => {
    const press = async () =>
      await answerReview(stores(), evening.there().agent, { review, words: 'C’est prévu.', sending }, NOW);
    expect(await pressedTwice('review_reply', press)).toMatchObject(ONCE);
    expect(await mailsTo(db(), addressOf('anne'))).toHaveLength(1);
  });

  test('a remark', async () => {
    const { world, neighbour } = evening.there();
    const request = {
      pact: world.demain,
      item: 'm15',
      name: 'Paul',
      quality: '',
      sentence: 'Vu.',
      evidence: [],
      sending,
    };
    const press = async () => await addRemark(stores(), neighbour, request, NOW);
    expect(await pressedTwice('remark', press)).toMatchObject(ONCE);
  });

  test('an event: the reply of the town hall to a letter', async () => {
    const { anne, agent } = evening.there();
    const drafted = await draftLetter(stores(), anne, { place, letter: LETTER }, NOW);
    const id = drafted.ok ? drafted.value.id : 0;
    const sent = {
      place,
      id,
      revision: 1,
      sentOn: '2029-06-01',
      means: 'post',
      replyDays: null,
      visibility: 'public',
    } as const;
    const letter = await recordSending(stores(), anne, sent, NOW);
    if (!letter.ok) throw new Error(letter.refusal.kind);
    const words = { title: 'Réponse', words: '', who: '', whoPrivate: '', items: [], visibility: 'public' } as const;
    const about = { kind: 'reply', letter: letter.value.event } as const;
    const request = { ...words, happenedOn: '2029-06-02', place, about, sending };
    const press = async () => await writeEvent(stores(), agent, request, NOW);
    expect(await pressedTwice('follow_up_event', press)).toMatchObject(ONCE);
    expect(await mailsTo(db(), addressOf('anne'))).toHaveLength(1);
  });

  test('a question, of a side or of the committee', async () => {
    const press = async () => await askQuestion(stores(), evening.there().anne, ASKED, NOW);
    expect(await pressedTwice('follow_up_question', press)).toMatchObject(ONCE);
    const together = async () => await askInCommittee(stores(), evening.there().anne, { ...ASKED, committee }, NOW);
    expect(await pressedTwice('follow_up_question', together)).toMatchObject(ONCE);
  });

  test('a meeting, and a point of its agenda', async () => {
    const { agent } = evening.there();
    const press = async () => await callMeeting(stores(), agent, { place, committee, ...MEETING, sending }, NOW);
    expect(await pressedTwice('committee_meeting', press)).toMatchObject(ONCE);
    expect(await mailsTo(db(), addressOf('anne'))).toHaveLength(1);
    const about = { edition: EDITION, item: 'm15' };
    const point = { place, committee, meeting: 1, words: 'La piste', about, sending };
    const propose = async () => await proposeAgendaItem(stores(), agent, point, NOW);
    expect(await pressedTwice('committee_agenda_item', propose)).toMatchObject(ONCE);
  });

  test('the draft of a letter', async () => {
    const request = { place, letter: LETTER, sending };
    const press = async () => await draftLetter(stores(), evening.there().anne, request, NOW);
    expect(await pressedTwice('follow_up_letter', press)).toMatchObject(ONCE);
  });
});

test('pressed twice, a measure of the collective is one', async () => {
  const { anne, collective } = evening.there();
  const request = { collective, edition: EDITION, text: 'Une halle.', relatedMeasures: [], sending };
  const press = async () => await writeLocalMeasure(stores(), anne, request, NOW);
  expect(await pressedTwice('local_measure', press)).toMatchObject(ONCE);
});

describe('of a plan too, pressed twice:', () => {
  let plan = 0;

  test('the plan itself', async () => {
    const request = { place, title: 'Plan', introduction: '', sending };
    const press = async () => await createPlan(stores(), evening.there().agent, request, NOW);
    expect(await pressedTwice('working_plan', press)).toMatchObject(ONCE);
    const again = await press();
    plan = again.ok ? again.value.plan : 0;
  });

  test('an axis', async () => {
    const request = { plan, parent: null, number: '', title: 'Mobilités', description: '', sending };
    const press = async () => await addAxis(stores(), evening.there().agent, request, NOW);
    expect(await pressedTwice('working_axis', press)).toMatchObject(ONCE);
  });

  test('an action, with its lead', async () => {
    const lead = { kind: 'service', name: 'Voirie', isElected: false } as const;
    const request = { plan, title: 'Tracer la piste', patch: {}, lead, sending };
    const press = async () => await addAction(stores(), evening.there().agent, request, NOW);
    expect(await pressedTwice('working_action', press)).toMatchObject({ ...ONCE, journal: 2 });
  });

  test('an indicator', async () => {
    const words = { title: 'Pistes', unit: 'km', source: '', description: '', goal: 'at-least' } as const;
    const request = { plan, words, offered: null, sending };
    const press = async () => await addIndicator(stores(), evening.there().agent, request, NOW);
    expect(await pressedTwice('indicator', press)).toMatchObject(ONCE);
  });

  test('the action of a promise, with its link', async () => {
    const request = { plan, edition: EDITION, item: 'm15', sending };
    const press = async () => await makeActionOfPromise(stores(), evening.there().agent, request, NOW);
    expect(await pressedTwice('working_action', press)).toMatchObject({ ...ONCE, journal: 2 });
  });
});

describe('another act', () => {
  const ask = async (change: { words?: string; sending: string }) => {
    const asked = await askQuestion(stores(), evening.there().anne, { ...ASKED, ...change }, NOW);
    if (!asked.ok) throw new Error(asked.refusal.kind);
    return asked.value.id;
  };

  test('is what the same form says in other words, after going back to it', async () => {
    const first = await ask({ sending: 'back' });
    expect(await ask({ sending: 'back', words: 'Et la suivante ?' })).not.toBe(first);
  });

  test('are the same words in a form opened anew, once the question was dropped', async () => {
    const first = await ask({ sending: 'before' });
    await dropQuestion(stores(), evening.there().anne, { place, question: first }, NOW);
    expect(await ask({ sending: 'after' })).not.toBe(first);
  });

  test('is what somebody else sends in the same words with the same value', async () => {
    const request = { place, words: 'Idem.', item: null, visibility: 'public', sending: 'same' } as const;
    const ids = [];
    for (const who of [evening.there().anne, evening.there().agent]) {
      const asked = await askQuestion(stores(), who, request, NOW);
      ids.push(asked.ok ? asked.value.id : asked.refusal.kind);
    }
    expect(new Set(ids).size).toBe(2);
  });

  test('is the same form once what was wrong is put right: a refusal keeps nothing', async () => {
    const { anne } = evening.there();
    const early = await askQuestion(stores(), anne, { ...ASKED, item: 'm99', sending: 'wrong' }, NOW);
    expect(early).toMatchObject({ refusal: { kind: 'unknown-commitment' } });
    expect(await askQuestion(stores(), anne, { ...ASKED, item: 'm99', sending: 'wrong' }, NOW)).toEqual(early);
  });

  test('is told nothing of a day later: what was sent is forgotten', async () => {
    expect(await db().selectFrom('sending').select('digest').execute()).not.toEqual([]);
    await forgetOver(db(), new Date(NOW.getTime() + 25 * 3_600_000));
    expect(await db().selectFrom('sending').select('digest').execute()).toEqual([]);
  });
});
