import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { BURST } from '#domain/consultation/bursts.ts';
import { tendConsultations } from '#server/jobs/tend-consultations.ts';
import { storesOn } from '#server/stores.ts';
import { CLOSING, consulting, LAST_MOMENT, OPEN, takingPart } from '#tests/consulting.ts';
import { withTestDatabase } from '#tests/database.ts';
import { addressOf } from '#tests/people.ts';
import { OPERATOR, settle } from '#tests/world.ts';
import { countConsultation, countConsultations } from './count-consultation.ts';
import { seeBursts, withdrawBurst } from './moderate-consultation.ts';
import { voteInConsultation } from './vote.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const ANYONE = { kind: 'anyone' } as const;
const JOB = { kind: 'job', name: 'tend-consultations' } as const;
const days = (after: Date, number: number) => new Date(after.getTime() + number * 86_400_000);

beforeAll(async () => {
  await settle(database.db);
});

const part = async (name: string, id: number) => await takingPart(database.db, { id, email: addressOf(name) });

describe('a consultation stuffed by one person', () => {
  test('is seen by moderators, counted and said apart, and taken out only with a reason that leaves a trace', async () => {
    const one = await consulting(database.db, { address: 'exemple-bourree' });
    const object = `m${one.kept}`;
    const cast = async (email: string, choice: 'for' | 'against') => {
      const who = await takingPart(database.db, { id: one.id, email });
      await voteInConsultation(stores(), who, { consultation: one.id, votes: [{ object, choice }] }, OPEN);
      return who;
    };
    await cast('lia@exemple.fr', 'for');
    await cast('mia@autre.fr', 'for');
    const stuffing: Awaited<ReturnType<typeof cast>>[] = [];
    for (let n = 0; n < BURST.ownDomain.hour; n += 1) stuffing.push(await cast(`a${n}@bourrage.fr`, 'against'));
    expect(await seeBursts(stores(), ANYONE, { consultation: one.id })).toMatchObject({ ok: false });
    const bursts = await seeBursts(stores(), OPERATOR, { consultation: one.id });
    if (!bursts.ok) throw new Error('not seen');
    expect(bursts.value).toMatchObject([{ domain: 'bourrage.fr', from: OPEN }]);
    // Counted, if nobody takes it out: what the ballots would say then.
    const all = bursts.value.flatMap(({ participations }) => participations);
    expect(await stores().consultations.ballots(one.id, all)).toMatchObject({
      turnout: { participants: 12, inBursts: 10, withdrawn: 0 },
    });
    const asked = { consultation: one.id, domain: 'bourrage.fr', from: OPEN };
    const out = async (more: object) =>
      await withdrawBurst(stores(), OPERATOR, { ...asked, reason: '', ...more }, OPEN);
    expect(await out({})).toMatchObject({ refusal: { kind: 'text-missing' } });
    expect(await out({ domain: 'exemple.fr', reason: 'x' })).toMatchObject({ refusal: { kind: 'no-such-burst' } });
    expect(await out({ reason: 'Dix adresses faites à la suite' })).toMatchObject({ value: { participations: 10 } });
    const [stuffer] = stuffing;
    if (stuffer === undefined) throw new Error('nobody');
    const again = { consultation: one.id, votes: [{ object, choice: 'against' }] } as const;
    expect(await voteInConsultation(stores(), stuffer, again, OPEN)).toMatchObject({
      refusal: { kind: 'participation-withdrawn' },
    });
    expect((await countConsultation(stores(), OPERATOR, { consultation: one.id }, CLOSING)).ok).toBe(true);
    const counted = await stores().consultations.find(one.id);
    expect(counted?.count?.frozen).toMatchObject({
      ballots: 2,
      withdrawn: 10,
      turnout: { participants: 2, inBursts: 0, withdrawn: 10 },
    });
    const trace = await database.db
      .selectFrom('participationWithdrawal')
      .selectAll()
      .where('consultationId', '=', one.id)
      .execute();
    expect(trace).toMatchObject([{ reason: 'Dix adresses faites à la suite', participations: 10, ballots: 10 }]);
  });
});

describe('the count', () => {
  test('comes once, after the closing, then nobody can be found again', async () => {
    const one = await consulting(database.db, { address: 'exemple-comptee' });
    const votes = [
      ['nel', 'for', 'against'],
      ['oda', 'for', 'for'],
      ['pia', 'undecided', 'for'],
    ] as const;
    for (const [name, kept, removed] of votes) {
      const cast = [
        { object: `m${one.kept}`, choice: kept },
        { object: `m${one.removed}`, choice: removed },
      ];
      await voteInConsultation(stores(), await part(name, one.id), { consultation: one.id, votes: cast }, OPEN);
    }
    const count = async (actor: Parameters<typeof countConsultation>[1], now: Date) =>
      await countConsultation(stores(), actor, { consultation: one.id }, now);
    expect(await count(OPERATOR, LAST_MOMENT)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await count(ANYONE, CLOSING)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await stores().consultations.toCount(new Date(CLOSING.getTime() - 1))).not.toContain(one.id);
    const both = await Promise.all([count(OPERATOR, CLOSING), count(JOB, CLOSING)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const counted = await stores().consultations.find(one.id);
    expect(counted?.count?.frozen).toMatchObject({
      ballots: 6,
      turnout: { participants: 3 },
    });
    // The head of the draft stands before its measures: nobody voted on it.
    expect(counted?.count?.frozen.objects.slice(-4)).toMatchObject([
      { object: `m${one.kept}`, for: { ballots: 2 }, against: { ballots: 0 }, undecided: { ballots: 1 } },
      { object: `m${one.changed}`, for: { ballots: 0 } },
      { object: `m${one.removed}`, for: { ballots: 2 }, against: { ballots: 1 } },
      { object: `m${one.added}` },
    ]);
    const { rows } = await sql<{ tied: number }>`select
      (select count(*) from participation where consultation_id = ${one.id}
        and (box_digest is not null or domain is not null or person_id is not null))
      + (select count(*) from consultation_vote where consultation_id = ${one.id} and participation_id is not null)
      + (select count(*) from consultation where id = ${one.id} and digest_key is not null) as tied`.execute(
      database.db,
    );
    expect(rows[0]?.tied).toBe(0);
  });
});

// Last: it counts every consultation of this file.
test('the count comes by itself three days after the closing, so that the last hours can be looked at', async () => {
  const one = await consulting(database.db, { address: 'exemple-toute-seule' });
  await countConsultations(stores(), JOB, new Date(days(CLOSING, 3).getTime() - 1));
  expect((await stores().consultations.find(one.id))?.count).toBeNull();
  expect(await tendConsultations(database.db, days(CLOSING, 3))).toBeGreaterThan(0);
  expect((await stores().consultations.find(one.id))?.count?.at).toEqual(days(CLOSING, 3));
  expect(await countConsultations(stores(), JOB, days(CLOSING, 3))).toEqual({ ok: true, value: 0 });
});
