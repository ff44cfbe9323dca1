import { beforeAll, expect, test } from 'vitest';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { addressOf, codeSentTo, mailsTo } from '#tests/people.ts';
import { settle, THEN } from '#tests/world.ts';
import { askWish, confirmWish, takeBackWish } from './wish-pact.ts';

const database = withTestDatabase();
const ANYONE = { kind: 'anyone' } as const;

beforeAll(async () => {
  await settle(database.db);
});

/** Asks, reads the mail, types the code. */
async function wish(name: string, { municipality = '94052', readiness = 'take-part' } = {}) {
  const stores = storesOn(database.db);
  const email = addressOf(name);
  const asked = await askWish(stores, ANYONE, { municipality, email, readiness }, THEN);
  if (!asked.ok) return asked;
  const code = await codeSentTo(database.db, email);
  return await confirmWish(stores, ANYONE, { municipality, proof: asked.value.proof, code }, THEN);
}

test('nothing is kept until the code came back', async () => {
  const stores = storesOn(database.db);
  const request = { municipality: '94015', email: addressOf('ada'), readiness: 'sign' };
  const asked = await askWish(stores, ANYONE, request, THEN);
  if (!asked.ok) throw new Error('not asked');
  expect(await stores.wishes.count('94015')).toBe(0);
  const right = await codeSentTo(database.db, addressOf('ada'));
  const code = right === '000000' ? '111111' : '000000';
  const confirmed = { municipality: '94015', proof: asked.value.proof, code };
  const wrong = await confirmWish(stores, ANYONE, confirmed, THEN);
  expect(wrong).toMatchObject({ ok: false, refusal: { kind: 'wrong-code', triesLeft: 4 } });
  expect(await stores.wishes.count('94015')).toBe(0);
});

test('three make a collective possible, and each is told once', async () => {
  expect(await wish('lea')).toMatchObject({ ok: true, value: { wishes: 1, added: true } });
  expect(await wish('max')).toMatchObject({ ok: true, value: { wishes: 2 } });
  const kinds = async (name: string) => (await mailsTo(database.db, addressOf(name))).map(({ kind }) => kind);
  expect(await kinds('lea')).toEqual(['proof-code', 'wish-kept']);
  expect(await wish('noa')).toMatchObject({ ok: true, value: { wishes: 3 } });
  for (const name of ['lea', 'max'])
    expect(await kinds(name)).toEqual(['proof-code', 'wish-kept', 'collective-possible']);
  expect(await kinds('noa')).toEqual(['proof-code', 'collective-possible']);
  await wish('zoe');
  expect(await kinds('lea')).toHaveLength(3);
  expect(await kinds('zoe')).toEqual(['proof-code', 'collective-possible']);
});

test('the same address, in other capitals, is one wish, and may change its mind', async () => {
  const stores = storesOn(database.db);
  const before = await stores.wishes.count('94052');
  expect(await wish('LEA', { readiness: 'found' })).toMatchObject({
    ok: true,
    value: { added: false, wishes: before },
  });
  const wishes = await stores.wishes.lock('94052');
  expect(wishes.find(({ email }) => email === addressOf('lea'))?.readiness).toBe('found');
});

test('the link of any mail takes it back, once, and the address is gone', async () => {
  const stores = storesOn(database.db);
  const [, kept] = await mailsTo(database.db, addressOf('max'));
  const token = String(kept?.['stop']);
  const before = await stores.wishes.count('94052');
  expect(await takeBackWish(stores, ANYONE, { token }, THEN)).toMatchObject({ ok: true });
  expect(await stores.wishes.count('94052')).toBe(before - 1);
  expect(await takeBackWish(stores, ANYONE, { token }, THEN)).toMatchObject({ refusal: { kind: 'unknown-wish' } });
});

test('an unknown commune, nothing chosen and what is no address are refused', async () => {
  expect(await wish('ida', { municipality: '00000' })).toMatchObject({ refusal: { kind: 'unknown-place' } });
  expect(await wish('ida', { readiness: 'everything' })).toMatchObject({ refusal: { kind: 'no-readiness' } });
  expect(await wish('i d a')).toMatchObject({ refusal: { kind: 'not-an-email' } });
});

test('many at once are all kept, and the third is the third once', async () => {
  const stores = storesOn(database.db);
  const names = Array.from({ length: 200 }, (_, index) => `crowd-${index}`);
  const kept = await Promise.all(names.map((name) => wish(name, { municipality: '94068' })));
  expect(kept.every(({ ok }) => ok)).toBe(true);
  expect(await stores.wishes.count('94068')).toBe(200);
  for (const name of names) {
    const told = (await mailsTo(database.db, addressOf(name))).filter(({ kind }) => kind === 'collective-possible');
    expect(told).toHaveLength(1);
  }
});

test('one address that asks without end is told to wait, and nothing of the others is lost', async () => {
  const stores = storesOn(database.db);
  const request = { municipality: '94068', email: addressOf('insistent'), readiness: 'sign' };
  const answers = [];
  for (let turn = 0; turn < 12; turn += 1) answers.push(await askWish(stores, ANYONE, request, THEN));
  expect(answers.filter(({ ok }) => ok).length).toBeLessThan(12);
  expect(answers.at(-1)).toMatchObject({ refusal: { kind: 'too-many-codes' } });
  expect(await stores.wishes.count('94068')).toBe(200);
});

test('the journal says how many, never who', async () => {
  const { rows } = await database.db
    .selectFrom('journalContent')
    .select('says')
    .execute()
    .then((rows) => ({ rows: rows.map(({ says }) => says ?? '') }));
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.some((says) => says.includes('@'))).toBe(false);
});
