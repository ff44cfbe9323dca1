/** A private address whose draft has expired: its page and its file say the same. */
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { openDraft } from '#use-cases/drafts/open-draft.ts';
import { withTestDatabase } from './database.ts';
import { BRY, OPERATOR, readAs, settle } from './world.ts';
import { writePact } from './world-readings.ts';
import { GET as original } from '../src/routes/lire/[token]/original/+server.ts';
import { load } from '../src/routes/lire/[token]/+page.server.ts';

const database = withTestDatabase();
const DAY = 86_400_000;

beforeAll(() => provideRuntime({ config: readConfig({}, resolve('.')), db: database.db }));

async function opened(at: Date): Promise<string> {
  await settle(database.db);
  const reading = writePact({ list: 'Une liste', commitments: [{ measure: 1, words: '1' }] });
  const request = { bytes: Buffer.from(reading.text), filename: 'pacte.txt', place: BRY, read: readAs(reading) };
  const draft = await openDraft(storesOn(database.db), OPERATOR, request, at);
  if (!draft.ok) throw new Error(draft.refusal.kind);
  return draft.value.token;
}

const asked = <Handler extends (event: never) => unknown>(handler: Handler, token: string) =>
  (handler as (event: object) => ReturnType<Handler>)({
    params: { token },
    url: new URL(`http://site.test/lire/${token}`),
    setHeaders: () => undefined,
  });

test('a draft of 31 days is gone, page and file', async () => {
  const token = await opened(new Date(Date.now() - 31 * DAY));
  const gone = { status: 410, body: { message: expect.stringContaining('plus de 30 jours') as string } };
  await expect(asked(load, token)).rejects.toMatchObject(gone);
  await expect(asked(original, token)).rejects.toMatchObject(gone);
});

test('an address that opens no draft is not found, page and file', async () => {
  await expect(asked(load, 'x'.repeat(43))).rejects.toMatchObject({ status: 404 });
  await expect(asked(original, 'x'.repeat(43))).rejects.toMatchObject({ status: 404 });
});
