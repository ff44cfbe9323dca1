import { beforeAll, describe, expect, test } from 'vitest';
import { storesOn } from '#server/stores.ts';
import { active } from '#tests/collectives.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, codeSentTo } from '#tests/people.ts';
import { EDITION, NOGENT, settle, THEN } from '#tests/world.ts';
import { announcePriorityVote, cancelPriorityVote } from './announce-priority-vote.ts';
import { askBallot, castBallot } from './cast-ballot.ts';
import { choosePriorities } from './choose-priorities.ts';
import { countVotes } from './count-votes.ts';
import { withdrawLocalMeasure, writeLocalMeasure } from './write-local-measure.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const ANYONE = { kind: 'anyone' } as const;
const JOB = { kind: 'job', name: 'collectives' } as const;
/** 12 May 2026, 11:30 in Paris; the vote is open from then to the end of the 21st there. */
const DAYS = { opensOn: '2026-05-12', closesOn: '2026-05-21' };
const LAST = new Date('2026-05-21T21:59:59Z');
const AFTER = new Date('2026-05-21T22:00:00Z');

let collective = { id: 0, founder: '' };

beforeAll(async () => {
  await settle(database.db);
  collective = await active(database.db, { founder: 'ana', places: [NOGENT] });
});

async function ana() {
  return await actorFor(database.db, collective.founder);
}

async function vote(choices = 3): Promise<number> {
  const request = { collective: collective.id, edition: EDITION, choices, ...DAYS };
  const announced = await announcePriorityVote(stores(), await ana(), request, THEN);
  if (!announced.ok) throw new Error(`not announced: ${announced.refusal.kind}`);
  return announced.value.id;
}

async function cast(name: string, options: readonly string[], { id, now = THEN }: { id: number; now?: Date }) {
  const ballot = { collective: collective.id, vote: id };
  const asked = await askBallot(stores(), ANYONE, { ...ballot, email: addressOf(name), options }, now);
  if (!asked.ok) return asked;
  const code = await codeSentTo(database.db, addressOf(name));
  return await castBallot(stores(), ANYONE, { ...ballot, proof: asked.value.proof, code }, now);
}

describe('local measures', () => {
  test('keep their number for ever', async () => {
    const write = async (text: string) =>
      await writeLocalMeasure(
        stores(),
        await ana(),
        { collective: collective.id, edition: EDITION, text, relatedMeasures: [15, 15, 2] },
        THEN,
      );
    expect(await write('Une halle')).toMatchObject({ ok: true, value: { number: 1, relatedMeasures: [2, 15] } });
    const second = await write('Un verger');
    if (!second.ok) throw new Error('not written');
    await withdrawLocalMeasure(stores(), await ana(), { collective: collective.id, id: second.value.id }, THEN);
    expect(await write('Un four')).toMatchObject({ ok: true, value: { number: 3 } });
    expect((await stores().priorities.locals(collective.id)).map(({ number }) => number)).toEqual([1, 3]);
  });

  test('go with measures that the charter has', async () => {
    const request = { collective: collective.id, edition: EDITION, text: 'Une halle', relatedMeasures: [99] };
    expect(await writeLocalMeasure(stores(), await ana(), request, THEN)).toMatchObject({
      refusal: { kind: 'unknown-measure', measure: 99 },
    });
  });
});

describe('a vote', () => {
  test('has one at a time, days that follow, and choices that exist', async () => {
    const id = await vote();
    const announce = async (change: object) => {
      const request = { collective: collective.id, edition: EDITION, choices: 3, ...DAYS, ...change };
      const outcome = await announcePriorityVote(stores(), await ana(), request, THEN);
      return outcome.ok ? 'announced' : outcome.refusal.kind;
    };
    expect(await announce({})).toBe('vote-under-way');
    expect(await announce({ opensOn: '2026-05-11' })).toBe('opens-in-the-past');
    expect(await announce({ closesOn: '2026-05-13' })).toBe('bad-duration');
    expect(await announce({ closesOn: '2026-02-30' })).toBe('not-a-day');
    expect(await announce({ choices: 0 })).toBe('bad-choices');
    expect(await announce({ choices: 1.5 })).toBe('bad-choices');
    expect(await announce({ edition: 'none' })).toBe('unknown-edition');
    expect(await stores().priorities.find(id)).toMatchObject({
      population: 33_000,
      zone: 'Europe/Paris',
      closesAt: AFTER,
      opensAt: new Date('2026-05-11T22:00:00Z'),
    });
    const anyone = await cancelPriorityVote(stores(), ANYONE, { collective: collective.id, vote: id }, THEN);
    expect(anyone).toMatchObject({ refusal: { kind: 'not-allowed' } });
    await cancelPriorityVote(stores(), await ana(), { collective: collective.id, vote: id }, THEN);
    expect(await cast('late', ['m1'], { id })).toMatchObject({
      refusal: { kind: 'vote-not-open', phase: 'cancelled' },
    });
  });

  test('takes one ballot for one address, replaced until the closing, then is counted once without anybody', async () => {
    const id = await vote();
    const [halle] = await stores().priorities.locals(collective.id);
    const local = `l${halle?.id ?? 0}`;
    expect(await cast('ava', ['m1', 'm2'], { id })).toMatchObject({ ok: true, value: { replaced: false } });
    expect(await cast('AVA', ['m15', local], { id })).toMatchObject({ ok: true, value: { replaced: true } });
    expect(await cast('bea', ['m15'], { id, now: LAST })).toMatchObject({ ok: true });
    expect(await cast('cyd', ['m15', 'm1', 'm2', 'm3'], { id })).toMatchObject({
      refusal: { kind: 'too-many-chosen' },
    });
    expect(await cast('cyd', ['x9'], { id })).toMatchObject({ refusal: { kind: 'unknown-option' } });
    expect(await cast('cyd', ['m15'], { id, now: AFTER })).toMatchObject({ refusal: { kind: 'vote-not-open' } });

    expect(await countVotes(stores(), JOB, LAST)).toEqual({ ok: true, value: 0 });
    expect(await countVotes(stores(), ANYONE, AFTER)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await countVotes(stores(), JOB, AFTER)).toEqual({ ok: true, value: 1 });
    expect(await countVotes(stores(), JOB, AFTER)).toEqual({ ok: true, value: 0 });
    const counted = await stores().priorities.find(id);
    expect(counted?.result?.ballots).toBe(2);
    expect(counted?.result?.counts.slice(0, 3)).toEqual([
      { option: 'm15', ballots: 2 },
      { option: local, ballots: 1 },
      { option: 'm1', ballots: 0 },
    ]);
    const ballots = await database.db.selectFrom('priorityBallot').selectAll().where('voteId', '=', id).execute();
    expect(ballots.map(({ emailDigest }) => emailDigest)).toEqual([null, null]);
    // Nor do their instants tell who came when.
    expect(ballots.map(({ castAt }) => castAt)).toEqual([AFTER, AFTER]);
    const kept = await database.db.selectFrom('priorityVote').select('digestKey').where('id', '=', id).execute();
    expect(kept).toEqual([{ digestKey: null }]);
  });

  test('a code that comes back after the closing casts nothing', async () => {
    const later = { opensOn: '2026-06-01', closesOn: '2026-06-05' };
    const request = { collective: collective.id, edition: EDITION, choices: 1, ...later };
    const announced = await announcePriorityVote(stores(), await ana(), request, AFTER);
    if (!announced.ok) throw new Error(announced.refusal.kind);
    const id = announced.value.id;
    const ballot = { collective: collective.id, vote: id };
    const early = await askBallot(stores(), ANYONE, { ...ballot, email: addressOf('dot'), options: ['m1'] }, AFTER);
    expect(early).toMatchObject({ refusal: { kind: 'vote-not-open', phase: 'planned' } });
    const asked = await askBallot(
      stores(),
      ANYONE,
      { ...ballot, email: addressOf('dot'), options: ['m1'] },
      new Date('2026-06-05T21:59:00Z'),
    );
    if (!asked.ok) throw new Error(asked.refusal.kind);
    const code = await codeSentTo(database.db, addressOf('dot'));
    const proved = { ...ballot, proof: asked.value.proof, code };
    const after = new Date('2026-06-05T22:01:00Z');
    expect(await castBallot(stores(), ANYONE, proved, after)).toMatchObject({ refusal: { kind: 'vote-not-open' } });
    expect(await stores().priorities.ballotCount(id)).toBe(0);
  });
});

test('the members choose, in their order, among what exists', async () => {
  const [halle, four] = await stores().priorities.locals(collective.id);
  const request = { collective: collective.id, edition: EDITION };
  const choose = async (measures: readonly number[], locals: readonly number[]) =>
    await choosePriorities(stores(), await ana(), { ...request, measures, locals }, THEN);
  expect(await choose([15, 99], [])).toMatchObject({ refusal: { kind: 'unknown-measure', measure: 99 } });
  expect(await choose([15], [987])).toMatchObject({ refusal: { kind: 'unknown-local-measure' } });
  expect(await choose([15, 1, 15], [four?.id ?? 0, halle?.id ?? 0])).toMatchObject({ ok: true });
  expect(await stores().priorities.priorities(collective.id)).toEqual([
    { kind: 'measure', edition: EDITION, measure: 15 },
    { kind: 'measure', edition: EDITION, measure: 1 },
    { kind: 'local', edition: EDITION, localMeasure: four?.id },
    { kind: 'local', edition: EDITION, localMeasure: halle?.id },
  ]);
  await withdrawLocalMeasure(stores(), await ana(), { collective: collective.id, id: halle?.id ?? 0 }, THEN);
  expect(await stores().priorities.priorities(collective.id)).toHaveLength(3);
});
