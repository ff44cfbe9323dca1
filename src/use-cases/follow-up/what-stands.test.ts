/** What stands of all that both voices said: in order, at once, twice, of an older day; and who is told. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor, Person } from '#domain/access/gate.ts';
import { addressOf, mailsTo } from '#tests/people.ts';
import { latestOfPact } from '#server/storage/done-of-pacts.ts';
import { followedCommitments } from '#server/storage/followed-commitments.ts';
import { readMigrations } from '#server/storage/migrate.ts';
import { followUpOf } from '#server/storage/thread-follow-up.ts';
import { assess, confirmAssessment } from './assess.ts';
import { tellUnanswered } from './tell-unanswered.ts';
import { agent, kindOf, NOW, twoVoices } from './testing/two-voices.ts';

const { database, stores, there, claire, given, say } = twoVoices();
type There = ReturnType<typeof there>;
let world: There['world'];
let collective: There['collective'];

beforeAll(() => {
  ({ world, collective } = there());
});

test('two of one voice at once are both kept, in order; whoever had the form before is shown the other first', async () => {
  const actor = await claire();
  const both = await Promise.all([say(actor, { sentence: 'Une' }), say(actor, { sentence: 'Deux' })]);
  expect(both).toEqual([true, true]);
  const versions = await database.db.selectFrom('assessment').select('version').orderBy('version').execute();
  expect(versions).toEqual([{ version: 1 }, { version: 2 }]);
  const late = await assess(stores(), actor, given({ sentence: 'Trois', seen: 1 }), NOW);
  expect(late).toMatchObject({ refusal: { kind: 'said-meanwhile', newest: { version: 2 } } });
  expect(await say(actor, { sentence: 'Trois', seen: 2 })).toBe(true);
});

test('of several who saw the same form at once, one is accepted; the others are shown what was said', async () => {
  const actor = await claire();
  const three = ['Une', 'Deux', 'Trois'].map((sentence) => say(actor, { sentence, seen: 0 }));
  expect((await Promise.all(three)).toSorted()).toEqual(['said-meanwhile', 'said-meanwhile', true]);
  expect(await database.db.selectFrom('assessment').select('version').execute()).toEqual([{ version: 1 }]);
  expect(await mailsTo(database.db, addressOf('agnes'))).toHaveLength(1);
});

test('pressed twice, a form says its words once and tells once; somebody else of the same side is shown them', async () => {
  const actor = await claire();
  const levels = [{ level: 1, status: 'underway' } as const];
  const pressed = () => say(actor, { levels, seen: 0 });
  expect(await Promise.all([pressed(), pressed(), pressed()])).toEqual([true, true, true]);
  const other: Person = {
    kind: 'person',
    id: 'p-bruno',
    holds: [{ role: 'collective-member', collective: collective.id }],
  };
  expect(await say(other, { levels, seen: 0 })).toBe('said-meanwhile');
  expect(await database.db.selectFrom('assessment').select('version').execute()).toEqual([{ version: 1 }]);
  expect(await mailsTo(database.db, addressOf('agnes'))).toHaveLength(1);
});

describe('what a voice says now is what it looked at last, and not what it wrote down last', () => {
  const latest = async () => {
    const promises = await followedCommitments(database.db, { pact: world.demain });
    const [counted] = await latestOfPact(database.db, world.demain);
    const [thread] = await followUpOf(database.db, [{ pact: world.demain, item: 'm15' }]);
    const found = await stores().assessments.latest({ pact: world.demain, item: 'm15', voice: 'collective' });
    return [
      found?.status,
      counted?.status,
      promises.find(({ item }) => item === 'm15')?.latest.collective?.status,
      ...(thread?.said.map(({ status }) => status) ?? []),
    ];
  };

  test('a finding of an older day joins the history, in no total', async () => {
    const actor = await claire();
    await say(actor, { status: 'broken', assessedOn: '2029-05-20' });
    await say(actor, { status: 'kept', assessedOn: '2028-02-01', sentence: 'Retrouvé dans un vieux carnet.' });
    expect(await latest()).toEqual(['broken', 'broken', 'broken', 'broken', 'kept']);
    // Of two of one day, the later said.
    await say(actor, { status: 'underway', assessedOn: '2029-05-20' });
    expect(await latest()).toEqual(['underway', 'underway', 'underway', 'underway', 'broken', 'kept']);
  });

  test('a day on which somebody said that it is still so counts as looked at', async () => {
    const actor = await claire();
    await say(actor, { status: 'broken', assessedOn: '2028-01-10' });
    const of = { pact: world.demain, item: 'm15', voice: 'collective' } as const;
    const assessment = (await stores().assessments.latest(of))?.id ?? 0;
    expect((await confirmAssessment(stores(), actor, { ...of, assessment }, NOW)).ok).toBe(true);
    await say(actor, { status: 'kept', assessedOn: '2029-06-01' });
    expect(await latest()).toEqual(['broken', 'broken', 'broken', 'broken', 'kept']);
  });

  test('rows kept before that rule are put right', async () => {
    const actor = await claire();
    await say(actor, { status: 'broken', assessedOn: '2029-05-20' });
    await say(actor, { status: 'kept', assessedOn: '2028-02-01' });
    await sql`update latest_assessment l set assessment_id = a.id, status = a.status, looked_on = a.assessed_on
      from assessment a where a.version = 2`.execute(database.db);
    expect((await latest()).slice(0, 3)).toEqual(['kept', 'kept', 'kept']);
    const repair = (await readMigrations()).find(({ name }) => name === '0085-latest-by-the-day-looked-at');
    await sql.raw(repair?.sql ?? '').execute(database.db);
    expect((await latest()).slice(0, 3)).toEqual(['broken', 'broken', 'broken']);
  });

  test('whoever saw the form after a finding of an older day has seen all that was said', async () => {
    const actor = await claire();
    await say(actor, { assessedOn: '2029-05-20' });
    await say(actor, { assessedOn: '2028-02-01' });
    expect(await say(actor, { sentence: 'Une de plus', seen: 1 })).toBe('said-meanwhile');
    expect(await say(actor, { sentence: 'Une de plus', seen: 2 })).toBe(true);
  });
});

test('« toujours exact » gives a new day and no other news; of the last thing said alone', async () => {
  const actor = await claire();
  await say(actor, { assessedOn: '2028-01-10' });
  const first = (await stores().assessments.latest({ pact: world.demain, item: 'm15', voice: 'collective' }))?.id ?? 0;
  const still = async (assessment: number, who: Actor = actor) =>
    kindOf(
      await confirmAssessment(stores(), who, { pact: world.demain, item: 'm15', voice: 'collective', assessment }, NOW),
    );
  expect(await still(first, agent)).toBe('not-allowed');
  expect(await still(first)).toBe(true);
  expect(await still(first)).toBe(true);
  expect(await stores().assessments.latest({ pact: world.demain, item: 'm15', voice: 'collective' })).toMatchObject({
    version: 1,
    assessedOn: '2028-01-10',
    confirmedOn: '2029-06-03',
  });
  await say(actor, { assessedOn: '2029-06-03' });
  expect(await still(first)).toBe('not-the-last');
  expect(await database.db.selectFrom('assessmentConfirmation').select('id').execute()).toHaveLength(1);
});

test('the other side is told, once for an evening, and answers beside it', async () => {
  const actor = await claire();
  await say(actor);
  await say(actor, { item: 'm1' });
  const mails = await mailsTo(database.db, addressOf('agnes'));
  expect(mails).toMatchObject([{ kind: 'right-of-reply', item: 'm15', by: 'Champigny citoyenne' }]);
  await say(actor, { item: 'm26' }, new Date('2029-06-04T08:00:00Z'));
  expect(await mailsTo(database.db, addressOf('agnes'))).toHaveLength(2);
  const { id } = await database.db
    .selectFrom('assessment')
    .select('id')
    .where('item', '=', 'm15')
    .executeTakeFirstOrThrow();
  expect(await say(agent, { voice: 'town-hall', status: 'kept', answersTo: id })).toBe(true);
  // One answers the other side, of the same promise.
  expect(await say(actor, { answersTo: id })).toBe('unknown-assessment');
  expect(await say(agent, { voice: 'town-hall', item: 'm1', answersTo: id })).toBe('unknown-assessment');
  expect(await mailsTo(database.db, addressOf('claire'))).toMatchObject([
    { kind: 'right-of-reply', voice: 'town-hall' },
  ]);
});

test('what is said within the hours after a mail is told in one more, once, to who has not answered', async () => {
  const actor = await claire();
  const at = (time: string) => new Date(`2029-06-03T${time}:00Z`);
  const tell = async (time: string, who: Actor = { kind: 'job', name: 'tell-unanswered' }) => {
    const told = await tellUnanswered(stores(), who, at(time));
    return told.ok ? told.value : told.refusal.kind;
  };
  const summaries = async () =>
    (await mailsTo(database.db, addressOf('agnes'))).filter(({ kind }) => kind === 'unanswered');
  await say(actor);
  expect(await tell('15:00')).toBe(0);
  for (const item of ['m1', 'm2', 'm26']) await say(actor, { item }, at('08:30'));
  expect(await say(agent, { item: 'm2', voice: 'town-hall' }, at('09:00'))).toBe(true);
  expect(await tell('13:59')).toBe(0);
  expect(await tell('14:00', agent)).toBe('not-allowed');
  // Said before the round that tells the others: it is told with them.
  await say(actor, { item: 'm11' }, at('14:01'));
  // Two servers at once: agnes and renee have one mail each.
  const both = await Promise.all([tell('14:05'), tell('14:05')]);
  expect(both.toSorted()).toEqual([0, 2]);
  expect(await summaries()).toMatchObject([
    { voice: 'collective', by: ['Champigny citoyenne'], promises: 3, path: `/pactes/${world.demain}/suivi` },
  ]);
  // Nothing new: nothing to tell, however long nobody answers.
  expect(await tell('23:00')).toBe(0);
  expect(await summaries()).toHaveLength(1);
});
