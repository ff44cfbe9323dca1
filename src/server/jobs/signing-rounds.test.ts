import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { withTestDatabase } from '../../../tests/database.ts';
import { completeText } from '../../../tests/signing-world.ts';
import { readConfig } from '../config.ts';
import { checkSeal } from '../seal/check-seal.ts';
import { storesOn } from '../stores.ts';
import { startSigningRounds } from './signing-rounds.ts';

const database = withTestDatabase();
const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function runtime() {
  const folder = await mkdtemp(join(tmpdir(), 'signing-rounds-'));
  folders.push(folder);
  return { config: readConfig({ DATA_DIR: folder }), db: database.db };
}

const rethrow = (error: unknown) => {
  throw error;
};

test(
  'the running server seals by itself what everybody signed, with a seal that verifies; nothing in a made-up country',
  { timeout: 60_000 },
  async () => {
    const signed = await completeText(database.db);
    const made = startSigningRounds({ ...(await runtime()), synthetic: { share: 0.01 } }, { onFailure: rethrow });
    await made.stop();
    expect((await storesOn(database.db).signing.find({ id: signed.id }))?.sealed ?? null).toBeNull();

    const rounds = startSigningRounds(await runtime(), { onFailure: rethrow });
    await rounds.stop();
    const stores = storesOn(database.db);
    const signing = await stores.signing.find({ id: signed.id });
    const file = await stores.documents.fetch(signing?.sealed?.document ?? 0);
    expect(await checkSeal(file?.bytes ?? new Uint8Array())).toMatchObject({ kind: 'sound' });
    expect(await stores.signing.after.pact(signed.id)).not.toBeNull();
  },
);
