/** A review of a pact, from the evening it is opened to its answer, and the next one. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { addressOf, mailsTo } from '#tests/people.ts';
import { OPERATOR } from '#tests/world.ts';
import { answerReview, correctReview } from './beside-review.ts';
import { openReview } from './open-review.ts';
import { publishReview } from './publish-review.ts';
import { renewEntries } from './renew-entries.ts';
import { forgetTyped, keepTyped } from './save-entry.ts';
import { assignPromises, describeReview } from './share-work.ts';
import { NOW, reviewEvening, said, TODAY } from './testing/review-evening.ts';

const { db, stores, there, changesOf, opened, publish, save } = reviewEvening();
type Evening = ReturnType<typeof there>;
let world: Evening['world'];
let collective: Evening['collective'];
let anne: Evening['anne'];
let paul: Evening['paul'];
let neighbour: Evening['neighbour'];
let agent: Evening['agent'];

beforeAll(() => {
  ({ world, collective, anne, paul, neighbour, agent } = there());
});

describe('a review of a pact', () => {
  let review: number;

  test('is opened by a member of a collective of its place, and by nobody else', async () => {
    const request = { collective, pact: world.demain, occasion: 'yearly' };
    for (const actor of [neighbour, agent, { kind: 'anyone' } as const, OPERATOR]) {
      const refused = await openReview(stores(), actor, request, NOW);
      expect(refused).toMatchObject({ refusal: { kind: 'not-allowed' } });
    }
    const elsewhere = await openReview(stores(), anne, { ...request, pact: world.bry }, NOW);
    expect(elsewhere).toMatchObject({ refusal: { kind: 'not-your-pact' } });
    const never = await openReview(stores(), anne, { ...request, occasion: 'whenever' }, NOW);
    expect(never).toMatchObject({ refusal: { kind: 'no-occasion' } });
    review = await opened(paul, world.demain);
    // Two at once would be filled in apart.
    const again = await openReview(stores(), anne, request, NOW);
    expect(again).toMatchObject({ refusal: { kind: 'open-already', review } });
  });

  test('is seen by nobody outside of the collective while it is worked on', async () => {
    for (const actor of [neighbour, agent, OPERATOR]) {
      expect(await save(actor, review, 'm15', 0, said())).toMatchObject({ refusal: { kind: 'unknown-review' } });
    }
    expect(await save(paul, 9999, 'm15', 0, said())).toMatchObject({ refusal: { kind: 'unknown-review' } });
  });

  test('keeps both texts when two people speak of one promise at once', async () => {
    const both = await Promise.all([
      save(anne, review, 'm1', 0, said({ sentence: 'Ce qu’Anne a vu.' })),
      save(paul, review, 'm1', 0, said({ status: 'broken', sentence: 'Ce que Paul a vu.' })),
    ]);
    const refused = both.find(({ ok }) => !ok);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refused).toMatchObject({ refusal: { kind: 'stale-entry', theirs: { version: 1 } } });
    // Whoever came second has read the other's words, and says theirs: the first stay below.
    expect(await save(paul, review, 'm1', 1, said({ sentence: 'Vu par Anne et par Paul.' }))).toMatchObject({
      value: { version: 2 },
    });
    const versions = await stores().reviews.entryVersions(review, 'm1');
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    // A version that nobody wrote yet was read by nobody.
    expect(await save(paul, review, 'm1', 7, said({ sentence: 'D’où ?' }))).toMatchObject({
      refusal: { kind: 'stale-entry', theirs: { version: 2 } },
    });
    // The same form sent twice adds nothing.
    expect(await save(paul, review, 'm1', 1, said({ sentence: 'Vu par Anne et par Paul.' }))).toMatchObject({
      value: { version: 2 },
    });
  });

  test('keeps what somebody types, for them alone, until they save it', async () => {
    const typed = { sentence: ['Au milieu d’une ph'] };
    await keepTyped(stores(), anne, { review, item: 'm2', version: 0, typed }, NOW);
    await keepTyped(
      stores(),
      anne,
      { review, item: 'm2', version: 0, typed: { sentence: ['Au milieu d’une phrase'] } },
      NOW,
    );
    expect(await stores().reviews.scratches(review)).toMatchObject([
      { item: 'm2', person: 'p-anne', typed: { sentence: ['Au milieu d’une phrase'] } },
    ]);
    const tooLong = { sentence: ['x'.repeat(70_000)] };
    expect(await keepTyped(stores(), anne, { review, item: 'm2', version: 0, typed: tooLong }, NOW)).toMatchObject({
      refusal: { kind: 'typed-too-long' },
    });
    // Somebody of elsewhere finds nothing, and another member forgets nothing of hers.
    expect(await forgetTyped(stores(), { kind: 'anyone' }, { review, item: 'm2' })).toMatchObject({
      refusal: { kind: 'unknown-review' },
    });
    await forgetTyped(stores(), paul, { review, item: 'm2' });
    expect(await stores().reviews.scratches(review)).toHaveLength(1);
    await forgetTyped(stores(), anne, { review, item: 'm2' });
    expect(await stores().reviews.scratches(review)).toEqual([]);
    await keepTyped(stores(), anne, { review, item: 'm2', version: 0, typed }, NOW);
    await save(anne, review, 'm2', 0, said({ status: 'cannot-assess', sentence: 'Aucun compte publié.' }));
    expect(await stores().reviews.scratches(review)).toEqual([]);
  });

  test('refuses what is wrong at once, and lets what is missing wait', async () => {
    const refusals = await Promise.all([
      save(paul, review, 'm3', 0, said()),
      save(paul, review, 'x', 0, said()),
      save(paul, review, 'm15', 0, said({ assessedOn: '2029-06-04' })),
      save(paul, review, 'm15', 0, said({ assessedOn: '2019-12-31' })),
      save(paul, review, 'm15', 0, said({ sentence: 'x'.repeat(2001) })),
      save(paul, review, 'm15', 0, said({ levels: [{ level: 7, status: 'kept' }] })),
      save(paul, review, 'm15', 0, said({ levels: [{ level: 1, status: 'broken' }] })),
    ]);
    expect(refusals.map((outcome) => (outcome.ok ? 'kept' : outcome.refusal.kind))).toEqual([
      'unknown-promise',
      'unknown-promise',
      'day-to-come',
      'day-before-pact',
      'text-too-long',
      'unknown-level',
      'levels-contradict',
    ]);
    expect(await save(paul, review, 'm15', 0, said({ sentence: '' }))).toMatchObject({ ok: true });
  });

  test('says who looks at what, among its members', async () => {
    const assign = async (person: string | null, items: readonly string[]) =>
      await assignPromises(stores(), paul, { review, items, person }, NOW);
    expect(await assign('p-nadia', ['m15'])).toMatchObject({ refusal: { kind: 'not-a-member' } });
    expect(await assign('p-anne', ['m15', 'm3'])).toMatchObject({ refusal: { kind: 'unknown-promise' } });
    await assign('p-anne', ['m15', 'm26']);
    await assign('p-paul', ['m26']);
    await assign(null, ['m15']);
    expect(await stores().reviews.assignments(review)).toEqual([{ item: 'm26', person: 'p-paul' }]);
  });

  test('is published by a coordinator, with nothing half said, as it was read through', async () => {
    expect(await publish(paul, review)).toMatchObject({ refusal: { kind: 'review-not-now' } });
    expect(await publish(anne, review)).toMatchObject({
      refusal: { kind: 'entries-unfinished', items: ['m15'] },
    });
    const levels = [
      { level: 1, status: 'kept' },
      { level: 2, status: 'kept' },
      { level: 3, status: 'not-started' },
    ] as const;
    const link = { kind: 'link', title: 'Plan vélo', url: 'https://exemple.fr/plan', seenOn: TODAY } as const;
    await save(paul, review, 'm15', 1, said({ status: 'partly-kept', levels, evidence: [link] }));
    const seen = await changesOf(review);
    // Paul saves while Anne reads it through: what she read is no longer what would be published.
    await save(paul, review, 'm26', 0, said({ beforeMandate: true, sentence: 'En place depuis 2015.' }));
    const late = await publishReview(stores(), anne, { review, changes: seen }, NOW);
    expect(late).toMatchObject({ refusal: { kind: 'changed-since' } });
    await describeReview(
      stores(),
      anne,
      { review, occasion: 'yearly', introduction: 'Fait un soir, à quatre.', seen: '' },
      NOW,
    );
  });

  test('gives both introductions to whoever comes second', async () => {
    const asked = { review, occasion: 'yearly', introduction: 'Celle de Paul.', seen: '' };
    expect(await describeReview(stores(), paul, asked, NOW)).toMatchObject({
      refusal: { kind: 'stale-introduction', theirs: 'Fait un soir, à quatre.' },
    });
    expect((await stores().reviews.find(review))?.introduction).toBe('Fait un soir, à quatre.');
  });

  test('published twice at once, is published once, with its figures, its number and its fingerprint', async () => {
    const changes = await changesOf(review);
    const request = { review, changes };
    const both = await Promise.all([
      publishReview(stores(), anne, request, NOW),
      publishReview(stores(), anne, request, NOW),
    ]);
    expect(both.map((outcome) => (outcome.ok ? outcome.value.number : outcome.refusal.kind)).toSorted()).toEqual(
      [1, 'already-published'].toSorted(),
    );
    const frozen = await stores().reviews.published(review);
    expect(frozen).toMatchObject({
      number: 1,
      occasion: 'yearly',
      method: expect.stringMatching(/./) as string,
      publishedOn: TODAY,
      introduction: 'Fait un soir, à quatre.',
      collective: { id: collective },
      place: { name: 'Champigny-sur-Marne' },
    });
    // Four measures out of five were looked at; one was done before, one could not be assessed: both are counted apart.
    expect(frozen?.tally).toMatchObject({ signed: 9, lookedAt: 4, notLookedAt: 5, beforeMandate: 1, counted: 7 });
    expect(frozen?.tally.byStatus).toMatchObject({ kept: 1, 'partly-kept': 1, 'cannot-assess': 1, broken: 0 });
    expect(frozen?.promises.find(({ item }) => item === 'm11')).toMatchObject({ said: null, label: '11' });
    const row = await db()
      .selectFrom('review')
      .select(['sha256', sql<string>`content::text`.as('content')])
      .where('id', '=', review)
      .executeTakeFirstOrThrow();
    expect(createHash('sha256').update(row.content).digest('hex')).toBe(row.sha256);
    // What it says is now what the collective says of each promise.
    const m15 = await stores().assessments.latest({ pact: world.demain, item: 'm15', voice: 'collective' });
    expect(m15).toMatchObject({ review, status: 'partly-kept', version: 1, saidFor: 'Collectif de anne' });
    expect(await stores().assessments.latest({ pact: world.demain, item: 'm11', voice: 'collective' })).toBeNull();
  });

  test('tells those who may answer once, and the other members', async () => {
    const sofia = (await mailsTo(db(), addressOf('sofia'))).filter(({ kind }) => kind !== 'role-confirmed');
    expect(sofia).toMatchObject([{ kind: 'review-published', kept: 1, counted: 7, number: 1 }]);
    const pauls = (await mailsTo(db(), addressOf('paul'))).filter(({ kind }) => kind === 'own-review-published');
    expect(pauls).toMatchObject([{ told: 1 }]);
  });

  test('changes no more: what is typed stays with who typed it, what was wrong is said beside it', async () => {
    expect(await save(paul, review, 'm1', 2, said({ sentence: 'Trop tard.' }))).toMatchObject({
      refusal: { kind: 'review-not-now', state: 'review-published' },
    });
    const before = await stores().reviews.published(review);
    const wrong = { review, item: 'm1', words: 'Le conseil était le 13 mars.' };
    expect(await correctReview(stores(), paul, wrong, NOW)).toMatchObject({ refusal: { kind: 'review-not-now' } });
    expect(await correctReview(stores(), anne, { ...wrong, item: 'm3' }, NOW)).toMatchObject({
      refusal: { kind: 'unknown-promise' },
    });
    expect(await correctReview(stores(), anne, wrong, NOW)).toMatchObject({ ok: true });
    expect(await stores().reviews.published(review)).toEqual(before);
    // Behind the application's back either.
    await expect(
      db().updateTable('review').set({ introduction: 'x' }).where('id', '=', review).execute(),
    ).rejects.toThrow(/frozen/);
  });

  test('is answered by who made the promises, and never by the other side', async () => {
    const words = 'Le budget de 2029 le prévoit.';
    for (const actor of [anne, neighbour, { kind: 'anyone' } as const]) {
      expect(await answerReview(stores(), actor, { review, words }, NOW)).toMatchObject({
        refusal: { kind: 'not-allowed' },
      });
    }
    expect(await answerReview(stores(), agent, { review, words: ' ' }, NOW)).toMatchObject({
      refusal: { kind: 'text-missing' },
    });
    expect(await answerReview(stores(), agent, { review, words }, NOW)).toMatchObject({ ok: true });
    const pauls = (await mailsTo(db(), addressOf('paul'))).filter(({ kind }) => kind === 'review-answered');
    expect(pauls).toHaveLength(1);
  });

  test('says its history in the journal, without a name', async () => {
    const rows = await db()
      .selectFrom('journalEvent')
      .innerJoin('journalContent', 'journalContent.sequence', 'journalEvent.sequence')
      .select(['act', 'says'])
      .where('subjectKind', '=', 'review')
      .where('subjectId', '=', String(review))
      .orderBy('journalEvent.sequence')
      .execute();
    expect(new Set(rows.map(({ act }) => act))).toEqual(
      new Set(['open-review', 'fill-review', 'publish-review', 'correct-review', 'answer-review']),
    );
    expect(JSON.stringify(rows)).not.toMatch(/Exemple|@/);
  });
});

describe('the next review', () => {
  test('starts from the last: what is still so is said again, as of today, for those that somebody looked at', async () => {
    const review = await opened(anne, world.demain);
    expect((await stores().reviews.find(review))?.startedFrom).toEqual(expect.any(Number));
    const later = new Date('2030-06-03T20:00:00Z');
    await save(anne, review, 'm1', 0, said({ status: 'broken', sentence: 'Abandonné.' }), later);
    const renewed = await renewEntries(stores(), paul, { review, items: ['m1', 'm15'] }, later);
    expect(renewed).toMatchObject({ value: { renewed: 1, left: 1 } });
    const entries = new Map((await stores().reviews.entries(review)).map(({ item, words }) => [item, words]));
    expect(entries.get('m1')).toMatchObject({ status: 'broken' });
    expect(entries.get('m15')).toMatchObject({
      status: 'partly-kept',
      assessedOn: '2030-06-03',
      levels: { length: 3 },
    });
    expect(await renewEntries(stores(), paul, { review, items: ['m11'] }, later)).toMatchObject({
      refusal: { kind: 'nothing-said-before', item: 'm11' },
    });
    expect(await publish(anne, review, later)).toMatchObject({ value: { number: 2 } });
    const m15 = await stores().assessments.latest({ pact: world.demain, item: 'm15', voice: 'collective' });
    expect(m15).toMatchObject({ version: 2, assessedOn: '2030-06-03' });
  });
});
