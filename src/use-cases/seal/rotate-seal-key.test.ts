import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { instanceKey, replaceInstanceKey } from '#server/seal/instance-key.ts';
import { historyOf } from '#server/storage/journal.ts';
import { sealCertificates } from '#server/storage/seal-certificates.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { OPERATOR } from '#tests/world.ts';
import { rotateSealKey } from './rotate-seal-key.ts';

const database = withTestDatabase();
const NOW = new Date('2026-06-01T10:00:00Z');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rotate-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});
const runtime = () => ({ config: readConfig({ DATA_DIR: folder }), db: database.db });
const inUse = async () => (await sealCertificates(database.db)).filter(({ retiredAt }) => retiredAt === null);

test('another key is in use, the one before is listed as retired, and the journal tells both', async () => {
  const before = await instanceKey(runtime(), NOW);
  const replace = () => replaceInstanceKey(runtime().config, NOW);
  const rotated = await rotateSealKey(storesOn(database.db), OPERATOR, replace, NOW);
  if (!rotated.ok) throw new Error(rotated.refusal.kind);
  expect(rotated.value.before).toBe(before.fingerprint);
  expect(await sealCertificates(database.db)).toMatchObject([
    { fingerprint: rotated.value.fingerprint, retiredAt: null },
    { fingerprint: before.fingerprint, retiredAt: NOW },
  ]);
  const history = await historyOf(database.db, { kind: 'seal-certificate', id: rotated.value.fingerprint });
  expect(history).toMatchObject([{ act: 'rotate-seal-key', says: rotated.value }]);
  expect((await instanceKey(runtime())).fingerprint).toBe(rotated.value.fingerprint);
});

test('nobody but the operator, and then no key is made', async () => {
  let made = 0;
  const replace = async () => {
    made += 1;
    return await replaceInstanceKey(runtime().config, NOW);
  };
  expect(await rotateSealKey(storesOn(database.db), { kind: 'anyone' }, replace, NOW)).toMatchObject({ ok: false });
  expect(made).toBe(0);
});

test('stopped between the file and the database, the next use publishes what the file holds', async () => {
  const { fingerprint } = await replaceInstanceKey(runtime().config, NOW);
  expect((await inUse())[0]?.fingerprint).not.toBe(fingerprint);
  await instanceKey(runtime(), NOW);
  expect(await inUse()).toMatchObject([{ fingerprint }]);
});
