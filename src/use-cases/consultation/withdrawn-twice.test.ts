import { beforeAll, expect, test } from 'vitest';
import { contributionShown } from '#server/storage/contribution-pages.ts';
import { storesOn } from '#server/stores.ts';
import { CLOSING, consulting, OPEN, takingPart } from '#tests/consulting.ts';
import { withTestDatabase } from '#tests/database.ts';
import { OPERATOR, settle } from '#tests/world.ts';
import { countConsultation } from './count-consultation.ts';
import { voteInConsultation } from './vote.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);

beforeAll(async () => {
  await settle(database.db);
});

/** Two moderators at once, or one button pressed twice: the store is where it would go wrong. */
test('a participation is taken out once: the first reason and its figures stand, whoever takes it out again', async () => {
  const { db } = database;
  const { id, kept, draft } = await consulting(db, { address: 'exemple-deux-fois' });
  const taken: number[] = [];
  for (const name of ['une', 'deux', 'trois']) {
    const who = await takingPart(db, { id, email: `${name}@deux-fois.fr` });
    const votes = [{ object: `m${kept}`, choice: 'for' }] as const;
    expect((await voteInConsultation(stores(), who, { consultation: id, votes }, OPEN)).ok).toBe(true);
    taken.push((await stores().consultations.participation({ consultation: id, token: who.token }))?.id ?? 0);
  }
  const [one = 0, two = 0, three = 0] = taken;
  const proposal = { consultation: id, shownName: null, toldTo: 'une@deux-fois.fr', at: OPEN } as const;
  const contribution = { kind: 'new-measure', title: 'Bourrage', words: 'Mille fois', because: 'Bourrage' } as const;
  const written = await stores().consultations.contribute({ ...proposal, contribution, participation: one });
  const withdraw = async (participations: readonly number[], reason: string) =>
    await stores().consultations.withdrawParticipations({ consultation: id, participations, reason, at: OPEN });
  expect(await withdraw([one, two], 'Afflux')).toMatchObject({
    ...{ participations: 2, ballots: 2, contributions: 1, toTell: [written] },
  });
  // All of it again: nothing is left to take out, and nothing more is told.
  expect(await withdraw([one, two], 'Encore')).toMatchObject({ participations: 0, ballots: 0 });
  // Part of it again: what was left alone.
  expect(await withdraw([two, three], 'Le reste')).toMatchObject({ participations: 1, ballots: 1 });
  // What they wrote goes with them: nobody has to answer each of a thousand before the edition is published.
  const shown = await contributionShown(db, { consultation: id, id: written });
  expect(shown).toMatchObject({ state: 'hidden', hiddenReason: 'Afflux', words: '' });
  expect((await stores().consultations.ofDraft(draft))[0]?.unanswered).toBe(0);
  const trace = await db
    .selectFrom('participationWithdrawal as w')
    .innerJoin('participation', 'withdrawalId', 'w.id')
    .select(['participation.id', 'reason', 'w.participations', 'w.ballots'])
    .where('w.consultationId', '=', id)
    .orderBy('participation.id')
    .execute();
  expect(trace).toEqual([
    { id: one, reason: 'Afflux', participations: 2, ballots: 2 },
    { id: two, reason: 'Afflux', participations: 2, ballots: 2 },
    { id: three, reason: 'Le reste', participations: 1, ballots: 1 },
  ]);
  const all = await db.selectFrom('participationWithdrawal').select('id').where('consultationId', '=', id).execute();
  expect(all).toHaveLength(2);
  expect((await countConsultation(stores(), OPERATOR, { consultation: id }, CLOSING)).ok).toBe(true);
  expect((await stores().consultations.find(id))?.count?.frozen).toMatchObject({ ballots: 0, withdrawn: 3 });
});
