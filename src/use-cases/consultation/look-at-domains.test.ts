import { beforeAll, expect, test } from 'vitest';
import { storesOn } from '#server/stores.ts';
import { consulting, OPEN, takingPart } from '#tests/consulting.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, newPerson } from '#tests/people.ts';
import { OPERATOR, settle } from '#tests/world.ts';
import { eraseAccount } from '../accounts/own-account.ts';
import { seeDomain, seeDomains, withdrawOfDomain } from './look-at-domains.ts';
import { seeBursts } from './moderate-consultation.ts';
import { voteInConsultation } from './vote.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const ANYONE = { kind: 'anyone' } as const;

beforeAll(async () => await settle(database.db));

const minutesAfter = (minutes: number) => new Date(OPEN.getTime() + minutes * 60_000);

test('names made under one domain, and nine addresses an hour of it, are seen by moderators as one domain, which can be taken out', async () => {
  const { id, kept } = await consulting(database.db, { address: 'exemple-noms' });
  const emails = [
    'lia@petit.fr',
    ...Array.from({ length: 5 }, (_, n) => `v${n}@s${n}.bourrage.example`),
    ...Array.from({ length: 5 }, (_, n) => `v${n}@bourrage.example`),
  ];
  for (const [n, email] of emails.entries()) {
    const who = await takingPart(database.db, { id, email, now: minutesAfter(n) });
    const votes = [{ object: `m${kept}`, choice: 'against' }] as const;
    await voteInConsultation(stores(), who, { consultation: id, votes }, minutesAfter(n));
  }
  expect(await seeBursts(stores(), OPERATOR, { consultation: id })).toMatchObject({
    value: [{ domain: 'bourrage.example', from: minutesAfter(1) }],
  });
  expect(await seeDomains(stores(), ANYONE, { consultation: id })).toMatchObject({ refusal: { kind: 'not-allowed' } });
  expect(await seeDomains(stores(), OPERATOR, { consultation: id })).toMatchObject({
    value: [
      { domain: 'bourrage.example', participations: 10, inBursts: 10, hosts: 6 },
      { domain: 'petit.fr', participations: 1, inBursts: 0, hosts: 1 },
    ],
  });

  const of = { consultation: id, domain: 'bourrage.example' };
  const seen = await seeDomain(stores(), OPERATOR, of);
  if (!seen.ok) throw new Error('not seen');
  const first = seen.value[0]?.participation ?? 0;
  const out = async (more: Partial<Parameters<typeof withdrawOfDomain>[2]>, actor: typeof OPERATOR | typeof ANYONE) => {
    const request = { ...of, chosen: [first], reason: 'Une seule personne', ...more };
    return await withdrawOfDomain(stores(), actor, request, minutesAfter(60));
  };
  expect(await out({}, ANYONE)).toMatchObject({ refusal: { kind: 'not-allowed' } });
  expect(await out({ reason: ' ' }, OPERATOR)).toMatchObject({ refusal: { kind: 'text-missing' } });
  expect(await out({ domain: 'petit.fr' }, OPERATOR)).toMatchObject({ refusal: { kind: 'nobody-chosen' } });
  expect(await out({ domain: 'gmail.com', chosen: 'all' }, OPERATOR)).toMatchObject({
    refusal: { kind: 'domain-of-everybody' },
  });
  expect(await out({}, OPERATOR)).toMatchObject({ value: { participations: 1 } });
  expect(await out({ chosen: 'all' }, OPERATOR)).toMatchObject({ value: { participations: 9 } });
  expect(await seeDomains(stores(), OPERATOR, { consultation: id })).toMatchObject({
    value: [{ domain: 'petit.fr' }],
  });
  const trace = await database.db
    .selectFrom('participationWithdrawal')
    .select(['reason', 'participations', 'ballots'])
    .where('consultationId', '=', id)
    .orderBy('id')
    .execute();
  expect(trace).toEqual([
    { reason: 'Une seule personne', participations: 1, ballots: 1 },
    { reason: 'Une seule personne', participations: 9, ballots: 9 },
  ]);
});

test('whoever was taken out and erases their account does not vote again with the same box', async () => {
  const { id, kept } = await consulting(database.db, { address: 'exemple-revient' });
  const person = await newPerson(database.db, 'revient');
  const self = await actorFor(database.db, person);
  const email = addressOf('revient');
  await takingPart(database.db, { id, email });
  const domain = email.split('@')[1] ?? '';
  const seen = await seeDomain(stores(), OPERATOR, { consultation: id, domain });
  const chosen = seen.ok ? seen.value.map(({ participation }) => participation) : [];
  const request = { consultation: id, domain, chosen, reason: 'Une seule personne' };
  expect(await withdrawOfDomain(stores(), OPERATOR, request, OPEN)).toMatchObject({ value: { participations: 1 } });
  expect((await eraseAccount(stores(), self, { person, typed: 'EFFACER' }, OPEN)).ok).toBe(true);
  const again = await takingPart(database.db, { id, email });
  const votes = [{ object: `m${kept}`, choice: 'for' }] as const;
  expect(await voteInConsultation(stores(), again, { consultation: id, votes }, OPEN)).toMatchObject({
    refusal: { kind: 'participation-withdrawn' },
  });
});
