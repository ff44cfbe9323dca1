/** Reviews on a bad day: nothing looked at, a collective asleep, a list that does not govern, words said outside. */
import { beforeAll, describe, expect, test } from 'vitest';
import { letCollectivesSleep } from '#use-cases/collectives/let-sleep.ts';
import { addressOf, mailsTo } from '#tests/people.ts';
import { standSomewhere } from '#tests/stand-somewhere.ts';
import { assess, confirmAssessment } from '../follow-up/assess.ts';
import { answerReview } from './beside-review.ts';
import { giveUpReview, takeUpReview } from './share-work.ts';
import { NOW, reviewEvening, said } from './testing/review-evening.ts';

const { db, stores, there, opened, publish, save } = reviewEvening();
type Evening = ReturnType<typeof there>;
let world: Evening['world'];
let collective: Evening['collective'];
let anne: Evening['anne'];
let paul: Evening['paul'];
let agent: Evening['agent'];

beforeAll(() => {
  ({ world, collective, anne, paul, agent } = there());
});

describe('on a bad day', () => {
  let notAssessed = 0;

  test('a review in which nobody looked at anything is not published; given up, it is found again', async () => {
    const review = await opened(anne, world.ensemble);
    expect(await publish(anne, review)).toMatchObject({ refusal: { kind: 'nothing-assessed' } });
    expect(await giveUpReview(stores(), paul, { review }, NOW)).toMatchObject({ refusal: { kind: 'review-not-now' } });
    expect(await giveUpReview(stores(), anne, { review }, NOW)).toMatchObject({ ok: true });
    expect(await save(anne, review, 'm1', 0, said())).toMatchObject({ refusal: { kind: 'review-not-now' } });
    const other = await opened(paul, world.ensemble);
    expect(await takeUpReview(stores(), paul, { review }, NOW)).toMatchObject({
      refusal: { kind: 'open-already', review: other },
    });
    await giveUpReview(stores(), anne, { review: other }, NOW);
    expect(await takeUpReview(stores(), paul, { review }, NOW)).toMatchObject({ ok: true });
  });

  test('a promise that nobody could assess makes a review all the same, and counts in no share', async () => {
    const [open] = (await stores().reviews.ofCollective(collective)).filter(
      ({ state }) => state.kind === 'review-open',
    );
    const review = open?.id ?? 0;
    notAssessed = review;
    await save(anne, review, 'm1', 0, said({ status: 'cannot-assess', sentence: 'Aucun document public.' }));
    expect(await publish(anne, review)).toMatchObject({ ok: true });
    const frozen = await stores().reviews.published(review);
    expect(frozen?.tally).toMatchObject({ lookedAt: 1, byStatus: { 'cannot-assess': 1 } });
  });

  test('a dormant collective that works on a review is awake', async () => {
    const far = new Date('2032-01-01T00:00:00Z');
    await letCollectivesSleep(stores(), { kind: 'job', name: 'tend' }, far);
    expect((await stores().collectives.find(collective))?.state).toBe('dormant');
    await opened(anne, world.demain);
    expect((await stores().collectives.find(collective))?.state).toBe('active');
  });

  test('a list that does not govern answers for its own word: the town hall does not', async () => {
    await standSomewhere(db(), { demain: world.demain });
    const open = (await stores().reviews.ofCollective(collective)).find(
      ({ pact, state }) => pact === world.demain && state.kind === 'review-open',
    );
    const review = open?.id ?? 0;
    await save(anne, review, 'm1', 0, said());
    expect(await publish(anne, review)).toMatchObject({ ok: true });
    expect((await stores().reviews.published(review))?.pact.state).toBe('in-opposition');
    expect(await answerReview(stores(), agent, { review, words: 'Ce n’est pas nous.' }, NOW)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
    // She was told of the review before, of a list whose pact the town hall answers for; not of this one.
    const told = (await mailsTo(db(), addressOf('sofia'))).filter(({ kind }) => kind === 'review-published');
    expect(told.map(({ path }) => path)).toEqual([`/bilans/${notAssessed}`]);
  });

  test('one is not published over what the collective said since, outside of it, until somebody read both', async () => {
    const later = new Date('2029-09-10T20:00:00Z');
    const week = new Date('2029-09-17T20:00:00Z');
    const of = { pact: world.demain, item: 'm15', voice: 'collective' } as const;
    const review = await opened(anne, world.demain);
    const words = said({ assessedOn: '2029-06-01' });
    await save(paul, review, 'm15', 0, words);
    const outside = { ...of, status: 'broken', levels: [], beforeMandate: false, evidence: [] } as const;
    const broken = { ...outside, sentence: 'Les pistes sont effacées.', assessedOn: '2029-09-09' };
    expect(await assess(stores(), paul, broken, later)).toMatchObject({ ok: true });
    expect(await publish(anne, review, later)).toMatchObject({ refusal: { kind: 'said-since', items: ['m15'] } });
    // The same words, kept after both were read; once is enough.
    expect(await save(anne, review, 'm15', 1, words, later)).toMatchObject({ value: { version: 2 } });
    expect(await save(anne, review, 'm15', 2, words, later)).toMatchObject({ value: { version: 2 } });
    // Said to be still so on another day, it was spoken of again.
    const assessment = (await stores().assessments.latest(of))?.id ?? 0;
    expect(await confirmAssessment(stores(), paul, { ...of, assessment }, week)).toMatchObject({ ok: true });
    expect(await publish(anne, review, week)).toMatchObject({ refusal: { kind: 'said-since' } });
    await save(anne, review, 'm15', 2, words, week);
    expect(await publish(anne, review, week)).toMatchObject({ ok: true });
    // It joins the history on its day: what was seen since stays what the collective says.
    expect(await stores().assessments.latest(of)).toMatchObject({ status: 'broken', review: null });
  });
});
