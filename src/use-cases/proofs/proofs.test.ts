import { expect, test } from 'vitest';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { askProof, CODES_AN_HOUR } from './ask-proof.ts';
import type { ProofPurpose } from './proof-purpose.ts';
import { useLink, useProof, withProof } from './use-proof.ts';

const database = withTestDatabase();
const NOW = new Date('2026-03-01T10:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const BALLOT: ProofPurpose = { kind: 'priority-ballot', id: '7' };

let count = 0;
/** A code asked by somebody new each time, and the mail that they received. */
async function asked(given: { email?: string; payload?: { stance: string }; linkUnder?: string } = {}) {
  count += 1;
  const email = given.email ?? `voisine-${count}@exemple.fr`;
  const outcome = await askProof(storesOn(database.db), { ...given, email, purpose: BALLOT }, NOW);
  if (!outcome.ok) throw new Error(outcome.refusal.kind);
  const mails = await database.db.selectFrom('mail').selectAll().where('recipient', '=', email).execute();
  const content = mails.at(-1)?.content as { code: string; link: string | null };
  return { email, proof: outcome.value.proof, code: content.code, link: content.link?.split('/').at(-1) ?? '' };
}

const stores = () => storesOn(database.db);
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

test('the code that arrived proves the address, and brings back what was typed with it', async () => {
  const { email, proof, code } = await asked({ payload: { stance: 'oui' } });
  expect(code).toMatch(/^\d{6}$/);
  const used = await useProof(
    stores(),
    { proof, code: ` ${code.slice(0, 3)} ${code.slice(3)} `, purpose: BALLOT },
    NOW,
  );
  expect(used).toEqual(accept({ email, payload: { stance: 'oui' } }));
});

test('a code serves once', async () => {
  const { proof, code } = await asked();
  await useProof(stores(), { proof, code, purpose: BALLOT }, NOW);
  expect(await useProof(stores(), { proof, code, purpose: BALLOT }, NOW)).toEqual(refuse({ kind: 'used-code' }));
});

test('a code is good for 15 minutes, not a moment more', async () => {
  const [one, other] = [await asked(), await asked()];
  expect((await useProof(stores(), { ...one, purpose: BALLOT }, new Date(later(15).getTime() - 1))).ok).toBe(true);
  expect(await useProof(stores(), { ...other, purpose: BALLOT }, later(15))).toEqual(refuse({ kind: 'late-code' }));
});

test('a wrong code says how many tries are left; after five, even the right one is too late', async () => {
  const { proof, code } = await asked();
  for (const triesLeft of [4, 3, 2, 1, 0]) {
    const tried = await useProof(stores(), { proof, code: wrong(code), purpose: BALLOT }, NOW);
    expect(tried).toEqual(refuse({ kind: 'wrong-code', triesLeft }));
  }
  expect(await useProof(stores(), { proof, code, purpose: BALLOT }, NOW)).toEqual(refuse({ kind: 'too-many-tries' }));
});

test('a hundred guesses at once are still five', async () => {
  const { proof, code } = await asked();
  const guesses = Array.from({ length: 100 }, () =>
    useProof(stores(), { proof, code: wrong(code), purpose: BALLOT }, NOW),
  );
  const kinds = (await Promise.all(guesses)).map((guess) => (guess.ok ? 'right' : guess.refusal.kind));
  expect(kinds.filter((kind) => kind === 'wrong-code')).toHaveLength(5);
  expect(kinds.filter((kind) => kind === 'too-many-tries')).toHaveLength(95);
});

test('two uses at once of a right code are one', async () => {
  const { proof, code } = await asked();
  const uses = await Promise.all([1, 2, 3, 4].map(() => useProof(stores(), { proof, code, purpose: BALLOT }, NOW)));
  expect(uses.filter((use) => use.ok)).toHaveLength(1);
});

test('a code asked for one thing proves nothing for another', async () => {
  const { proof, code } = await asked();
  const unknown = refuse({ kind: 'unknown-proof' });
  expect(await useProof(stores(), { proof, code, purpose: { ...BALLOT, id: '8' } }, NOW)).toEqual(unknown);
  expect(await useProof(stores(), { proof, code, purpose: { kind: 'sign-in', id: '7' } }, NOW)).toEqual(unknown);
  expect(await useProof(stores(), { proof: 'invented', code, purpose: BALLOT }, NOW)).toEqual(unknown);
});

test('an act that is refused leaves the code usable, and the wrong tries counted', async () => {
  const { proof, code } = await asked();
  await useProof(stores(), { proof, code: wrong(code), purpose: BALLOT }, NOW);
  const act = { proof, code, purpose: BALLOT };
  expect(await withProof(stores(), act, NOW, async () => refuse({ kind: 'closed' }))).toEqual(
    refuse({ kind: 'closed' }),
  );
  expect(await useProof(stores(), { ...act, code: wrong(code) }, NOW)).toEqual(
    refuse({ kind: 'wrong-code', triesLeft: 3 }),
  );
  expect((await withProof(stores(), act, NOW, async (_, { email }) => accept(email))).ok).toBe(true);
});

test('asking for a try inside a transaction is a mistake that shows at once', async () => {
  const { proof, code } = await asked();
  await expect(stores().together((all) => useProof(all, { proof, code, purpose: BALLOT }, NOW))).rejects.toThrow(
    'outside any transaction',
  );
});

test('the link of the mail serves once, and the code dies with it', async () => {
  const { proof, code, link, email } = await asked({ linkUnder: '/connexion/lien' });
  expect(await useLink(stores(), { link, purpose: BALLOT }, NOW)).toEqual(accept({ email, payload: null }));
  expect(await useLink(stores(), { link, purpose: BALLOT }, NOW)).toEqual(refuse({ kind: 'used-link' }));
  expect(await useProof(stores(), { proof, code, purpose: BALLOT }, NOW)).toEqual(refuse({ kind: 'used-code' }));
});

test('a late link and an invented one say so', async () => {
  const { link } = await asked({ linkUnder: '/connexion/lien' });
  expect(await useLink(stores(), { link, purpose: BALLOT }, later(15))).toEqual(refuse({ kind: 'late-link' }));
  expect(await useLink(stores(), { link: 'x', purpose: BALLOT }, NOW)).toEqual(refuse({ kind: 'unknown-link' }));
});

test('one address is not flooded: past some codes an hour, one waits, whatever the capitals', async () => {
  for (let sent = 0; sent < CODES_AN_HOUR; sent += 1) await asked({ email: 'souvent@exemple.fr' });
  const ask = (email: string, now: Date) => askProof(stores(), { email, purpose: BALLOT }, now);
  expect(await ask('Souvent@Exemple.fr', later(20))).toEqual(refuse({ kind: 'too-many-codes', minutes: 40 }));
  expect((await ask('souvent@exemple.fr', later(60))).ok).toBe(true);
});

test('codes asked to sign in lock nobody out of signing, which has its own limit', async () => {
  const ask = (kind: ProofPurpose['kind']) =>
    askProof(stores(), { email: 'signataire@exemple.fr', purpose: { kind, id: '1' } }, NOW);
  for (let sent = 0; sent < CODES_AN_HOUR; sent += 1) expect((await ask('sign-in')).ok).toBe(true);
  expect((await ask('sign-in')).ok).toBe(false);
  for (let sent = 0; sent < CODES_AN_HOUR; sent += 1) expect((await ask('sign-text')).ok).toBe(true);
  expect(await ask('sign-text')).toMatchObject({ refusal: { kind: 'too-many-codes' } });
});

test('nor is it by asking many times at once', async () => {
  const request = { email: 'cible@exemple.fr', purpose: BALLOT };
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => askProof(stores(), request, NOW)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(CODES_AN_HOUR);
});

test('three hundred people who come in the same minute each get their code, and each is counted once', async () => {
  const people = await Promise.all(
    Array.from({ length: 300 }, async (_, person) => {
      const email = `foule-${person}@exemple.fr`;
      const outcome = await askProof(stores(), { email, purpose: BALLOT, payload: person }, NOW);
      return { email, proof: outcome.ok ? outcome.value.proof : '' };
    }),
  );
  const mails = await database.db.selectFrom('mail').select(['recipient', 'content']).execute();
  const codes = new Map(mails.map(({ recipient, content }) => [recipient, (content as { code: string }).code]));
  const used = await Promise.all(
    people.flatMap(({ email, proof }) => {
      const typed = { proof, code: codes.get(email) ?? '', purpose: BALLOT };
      return [useProof(stores(), typed, NOW), useProof(stores(), typed, NOW)];
    }),
  );
  const proved = used.flatMap((use) => (use.ok ? [use.value.payload] : []));
  expect(proved.toSorted((one, other) => Number(one) - Number(other))).toEqual([...people.keys()]);
});

test('what is no address is refused', async () => {
  expect(await askProof(stores(), { email: 'claire@', purpose: BALLOT }, NOW)).toEqual(
    refuse({ kind: 'not-an-email' }),
  );
});

test('neither a code, nor a link, nor a token is kept in clear', async () => {
  const { proof, code, link } = await asked({ linkUnder: '/connexion/lien' });
  const rows = JSON.stringify(await database.db.selectFrom('emailProof').selectAll().execute());
  for (const secret of [proof, link, `"${code}"`]) expect(rows).not.toContain(secret);
});
