/** A private address whose draft has expired: its page and its file say the same. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { openDraft } from '#use-cases/drafts/open-draft.ts';
import { withTestDatabase } from './database.ts';
import { BRY, OPERATOR, readAs, settle } from './world.ts';
import { writePact } from './world-readings.ts';

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

type Handler = (event: object) => unknown;

/** Asks one of the files of a route for what it exports under this name. */
async function asked(file: string, name: 'load' | 'GET', token: string): Promise<unknown> {
  const address = pathToFileURL(resolve(`src/routes/lire/[token]/${file}`)).href;
  const route = (await import(/* @vite-ignore */ address)) as Readonly<Record<typeof name, Handler>>;
  const url = new URL(`http://site.test/lire/${token}`);
  return await route[name]({ params: { token }, url, setHeaders: () => undefined });
}
const page = (token: string) => asked('+page.server.ts', 'load', token);
const original = (token: string) => asked('original/+server.ts', 'GET', token);

test('a draft of 31 days is gone, page and file', async () => {
  const token = await opened(new Date(Date.now() - 31 * DAY));
  const gone = { status: 410, body: { message: expect.stringContaining('plus de 30 jours') as string } };
  await expect(page(token)).rejects.toMatchObject(gone);
  await expect(original(token)).rejects.toMatchObject(gone);
});

test('an address that opens no draft is not found, page and file', async () => {
  await expect(page('x'.repeat(43))).rejects.toMatchObject({ status: 404 });
  await expect(original('x'.repeat(43))).rejects.toMatchObject({ status: 404 });
});
