/** A pact signed on this site, with an addendum and a renunciation: all that a download can say of one. */
import { createHash, randomBytes } from 'node:crypto';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { renounce } from '#use-cases/signature/renounce.ts';
import { sealText, type SealMachine } from '#use-cases/signature/seal-text.ts';
import { completeText } from './signing-world.ts';

export type SignedWorld = { readonly pact: number; readonly code: string; readonly addendum: string };

/** Stands for the machine that seals, which takes seconds: what it makes is never the same twice. */
export const fakeSeal: SealMachine = async () => {
  const bytes = randomBytes(64);
  return await Promise.resolve({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
};

export async function signSomewhere(db: Db): Promise<SignedWorld> {
  const stores = storesOn(db);
  const first = await completeText(db);
  const at = { now: first.now, seal: fakeSeal };
  const job = { kind: 'job', name: 'seal-texts' } as const;
  const sealed = await sealText(stores, job, { id: first.id }, at);
  if (!sealed.ok || sealed.value.pact === null) throw new Error('the text was not sealed');
  const addendum = await completeText(db, { addendumTo: { code: first.code, sha256: first.sha256 } });
  await sealText(stores, job, { id: addendum.id }, at);
  const said = { code: first.code, reason: 'Le budget ne le permet plus (exemple).' };
  await renounce(stores, await first.representative(), said, first.now);
  return { pact: sealed.value.pact, code: first.code, addendum: addendum.code };
}
