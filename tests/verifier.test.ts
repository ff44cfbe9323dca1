import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { isRedirect } from '@sveltejs/kit';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { testKey } from '#server/seal/testing/sealed-champigny.ts';
import { sealedText, type SealedText } from '#server/seal/testing/sealed-world.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from './database.ts';
import { frozenText } from './signing-world.ts';

type Answer = { tone: string; title: string; sentences: readonly string[]; code: string | null };
type Acted = { problem: string | null; answer: Answer | null; status?: number; data?: { problem: string } };
type Loaded = { asked: { problem: string | null; near: readonly string[]; answer: Answer | null } | null };
type Route = {
  load: (event: object) => Promise<Loaded>;
  actions: { default: (event: object) => Promise<Acted> };
};

const database = withTestDatabase();
let sealed: SealedText;
let route: Route;
beforeAll(async () => {
  provideRuntime({ config: readConfig({ PUBLIC_ORIGIN: 'https://parole.example' }), db: database.db });
  sealed = await sealedText(database.db, await testKey());
  const page: object = await routeFile('verifier/+page.server.ts');
  route = page as Route;
});

/** By its path, as Kit finds it: what it imports of Kit is known to its own checker. */
async function routeFile(path: string): Promise<object> {
  return (await import(/* @vite-ignore */ pathToFileURL(resolve('src/routes', path)).href)) as object;
}

let visitors = 0;
function sent(bytes: Uint8Array | null, address = `10.0.0.${(visitors += 1)}`): object {
  const form = new FormData();
  if (bytes !== null) form.set('file', new File([Buffer.from(bytes)], 'pacte.pdf'));
  const request = new Request('https://parole.example/verifier', { method: 'POST', body: form });
  return { request, getClientAddress: () => address };
}
const asked = async (code: string): Promise<Loaded['asked']> =>
  (
    await route.load({
      url: new URL(`https://parole.example/verifier?code=${encodeURIComponent(code)}`),
      setHeaders: () => undefined,
      getClientAddress: () => `10.0.1.${(visitors += 1)}`,
    })
  ).asked;

describe('dropping a file at /verifier', () => {
  test('a sealed pact is intact, and leads to its text', async () => {
    const { answer } = await route.actions.default(sent(sealed.bytes));
    expect(answer).toMatchObject({ tone: 'intact', code: sealed.frozen.code });
    expect(answer?.title).toContain('Intact');
  });
  test('one byte changed: refused, and told on which page', async () => {
    const changed = sealed.bytes.slice();
    const stream = Buffer.from(changed).indexOf('stream', Buffer.from(changed).indexOf(' 0 obj', 120_000));
    changed[stream + 40] = (changed[stream + 40] ?? 0) ^ 1;
    const { answer } = await route.actions.default(sent(changed));
    expect(answer?.tone).toBe('altered');
    expect(answer?.sentences.join(' ')).toContain('1 octet a été changé sur');
  });
  test('another file is unknown, and says what to do', async () => {
    const { answer } = await route.actions.default(sent(Buffer.from('bonjour')));
    expect(answer).toMatchObject({ tone: 'unknown', title: 'Ce fichier ne vient pas d’ici, ou a été modifié' });
  });
  test('nothing, an empty file, one too large: each has its sentence and its status', async () => {
    expect(await route.actions.default(sent(null))).toMatchObject({ status: 400 });
    const empty = await route.actions.default(sent(new Uint8Array()));
    expect(empty.data?.problem).toContain('vide');
    const large = await route.actions.default(sent(new Uint8Array(20 * 1024 * 1024 + 1)));
    expect(large).toMatchObject({ status: 413, data: { problem: expect.stringContaining('dépasse 20 Mo') as string } });
  });
  test('too often, is told when to come back', async () => {
    for (let times = 0; times < 30; times += 1) await route.actions.default(sent(null, '10.9.9.9'));
    expect(await route.actions.default(sent(null, '10.9.9.9'))).toMatchObject({ status: 429 });
  });
  test('keeps nothing of the file', async () => {
    const count = async () =>
      await database.db
        .selectFrom('document')
        .select((query) => query.fn.countAll<number>().as('n'))
        .executeTakeFirst();
    const before = await count();
    await route.actions.default(sent(Buffer.from('un secret')));
    expect(await count()).toEqual(before);
  });
});

describe('typing a code at /verifier', () => {
  const shown = (code: string): string => `${code.slice(0, 5).toLowerCase()} ${code.slice(5)}`;
  test('finds its text, however it is typed', async () => {
    expect((await asked(shown(sealed.frozen.code)))?.answer).toMatchObject({ code: sealed.frozen.code });
  });
  test('one sign wrong is helped towards a signed text, and towards no other', async () => {
    const wrong = (code: string): string => (code.startsWith('7') ? '8' : '7') + code.slice(1);
    expect(await asked(wrong(sealed.frozen.code))).toMatchObject({ near: [sealed.frozen.code], answer: null });
    const unsigned = await frozenText(database.db);
    await storesOn(database.db).signing.find({ id: unsigned.id });
    expect((await asked(wrong(unsigned.code)))?.near).toEqual([]);
  });
  test('of a text that is not signed, is told like one that does not exist', async () => {
    const unsigned = await frozenText(database.db);
    const words = (said: Loaded['asked'], code: string) =>
      said?.problem?.replace(`${code.slice(0, 5)}-${code.slice(5)}`, '…');
    const told = words(await asked(unsigned.code), unsigned.code);
    expect(told).toContain('Aucun texte signé ne porte le code');
    expect(told).toBe(words(await asked('ZZZZZ00000'), 'ZZZZZ00000'));
  });
  test('two signs swapped are helped too', async () => {
    const [a = '', b = '', ...rest] = sealed.frozen.code;
    const swapped = b + a + rest.join('');
    if (a !== b) expect((await asked(swapped))?.near).toEqual([sealed.frozen.code]);
  });
  test('what is no code is said so', async () => {
    expect((await asked('bonjour'))?.problem).toContain('n’est pas un code');
  });
});

describe('the short address printed on paper', () => {
  const open = async (code: string, address = '10.0.2.1'): Promise<string> => {
    const short: object = await routeFile('v/[code]/+server.ts');
    const { GET } = short as { GET: (event: object) => Promise<never> };
    try {
      return await GET({ params: { code }, setHeaders: () => undefined, getClientAddress: () => address });
    } catch (error) {
      if (!isRedirect(error)) throw error;
      return error.location;
    }
  };
  test('leads to the text', async () => {
    const { code } = sealed.frozen;
    expect(await open(`${code.slice(0, 5)}-${code.slice(5).toLowerCase()}`)).toBe(`/textes/${code}`);
  });
  test('tried too often, answers no more', async () => {
    for (let times = 0; times < 60; times += 1) await open('ABCDE-12345', '10.0.2.2');
    await expect(open('ABCDE-12345', '10.0.2.2')).rejects.toMatchObject({ status: 429 });
  });
  test('mistyped, leads to where one is helped', async () => {
    expect(await open('ABCDE-1234')).toBe('/verifier?code=ABCDE-1234');
  });
});
