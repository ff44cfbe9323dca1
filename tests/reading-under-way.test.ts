/** The page of a reading under way, which waits for its end when asked to. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRedirect } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { accept, refuse } from '#domain/shared/result.ts';
import { NOTHING_ASKED } from '#ui/review/asked.ts';
import { PENDING, type ReadOutcome } from '../src/routes/lire/read-document.ts';

type Visit = {
  readonly params: { readonly key: string };
  readonly url: URL;
  readonly setHeaders: (headers: object) => void;
};
const page = pathToFileURL(resolve('src/routes/lire/en-cours/[key]/+page.server.ts')).href;
const { load } = (await import(/* @vite-ignore */ page)) as { load: (visit: Visit) => Promise<unknown> };

function begin() {
  const gate = Promise.withResolvers<ReadOutcome>();
  const begun = PENDING.begin(NOTHING_ASKED, () => gate.promise);
  if (begun === null) throw new Error('it must begin');
  return { key: begun.key, finish: gate.resolve };
}

async function visit(key: string, search = ''): Promise<unknown> {
  const url = new URL(`http://site.test/lire/en-cours/${key}${search}`);
  return await load({ params: { key }, url, setHeaders: () => undefined });
}

test('shows at once that it goes on', async () => {
  const { key, finish } = begin();
  expect(await visit(key)).toMatchObject({ refused: null });
  finish(refuse({ kind: 'cancelled' }));
});

test('asked to wait, answers with the draft as soon as it is there', async () => {
  const { key, finish } = begin();
  const answer = visit(key, '?attendre').catch((thrown: unknown) => thrown);
  finish(accept({ address: '/lire/x' }));
  const redirect = await answer;
  expect(isRedirect(redirect) && redirect.location).toBe('/lire/x');
});

test('asked to wait, says what was refused', async () => {
  const { key, finish } = begin();
  const answer = visit(key, '?attendre');
  finish(refuse({ kind: 'not-french' }));
  expect(await answer).toMatchObject({ refused: { asked: NOTHING_ASKED } });
});
