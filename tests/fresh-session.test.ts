/** What cannot be undone in an account, asked with a session that is too old. */
import { isRedirect } from '@sveltejs/kit';
import { beforeAll, expect, test } from 'vitest';
import { FRESH_MINUTES } from '#server/accounts/session-age.ts';
import type { Asked, Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { SIGN_IN_AGAIN } from '#ui/messages/accounts.fr.ts';
import { withTestDatabase } from './database.ts';
import { newPerson } from './people.ts';
import { signedIn } from './signed-in.ts';

const database = withTestDatabase();

type Page = {
  readonly load: (event: Asked) => Promise<unknown>;
  readonly actions: Readonly<Record<'default' | 'sortir', (event: Asked) => Promise<unknown>>>;
};

async function page(path: string): Promise<Page> {
  return (await import(/* @vite-ignore */ `../src/routes/${path}/+page.server.ts`)) as Page;
}

beforeAll(() => {
  provideRuntime({ config: readConfig({}), db: database.db });
});

/** Signed in that many minutes ago. */
async function signedInSince(person: string, minutes: number): Promise<Browser> {
  const visitor = await signedIn(person);
  const createdAt = new Date(Date.now() - minutes * 60_000);
  await database.db.updateTable('personSession').set({ createdAt }).where('personId', '=', person).execute();
  return visitor;
}

async function sentTo(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
  } catch (thrown) {
    if (isRedirect(thrown)) return thrown.location;
    throw thrown;
  }
  return null;
}

const accounts = async (id: string) =>
  (await database.db.selectFrom('person').select('id').where('id', '=', id).execute()).length;

test('an old session is sent to sign in again and back, and changes nothing', async () => {
  const person = await newPerson(database.db, 'ancienne');
  const visitor = await signedInSince(person, FRESH_MINUTES);
  for (const [file, path] of [
    ['compte/effacer', '/compte/effacer'],
    ['compte/adresse', '/compte/adresse'],
    ['compte/adresse/[proof]', '/compte/adresse/x'],
  ] as const) {
    const { load, actions } = await page(file);
    const again = `/connexion?vers=${encodeURIComponent(path)}&encore`;
    const form = { mot: 'EFFACER', email: 'autre@exemple.fr', code: '123456' };
    expect(await sentTo(load(visitor.ask(path, 'GET', { params: { proof: 'x' } })))).toBe(again);
    expect(await sentTo(actions.default(visitor.ask(path, 'POST', { form, params: { proof: 'x' } })))).toBe(again);
  }
  expect(await accounts(person)).toBe(1);
  expect(await database.db.selectFrom('mail').select('id').execute()).toEqual([]);
  // The page to sign in says why, instead of sending back and forth.
  const connexion = await page('connexion');
  const asked = '/connexion?vers=%2Fcompte%2Feffacer';
  const shown = await connexion.load(visitor.ask(`${asked}&encore`));
  expect(shown).toMatchObject({ next: '/compte/effacer', said: SIGN_IN_AGAIN });
  expect(await sentTo(connexion.load(visitor.ask(asked)))).toBe('/compte/effacer');
});

test('a session of less than thirty minutes erases its account', async () => {
  const person = await newPerson(database.db, 'recente');
  const visitor = await signedInSince(person, FRESH_MINUTES - 1);
  expect(await sentTo((await page('connexion')).load(visitor.ask('/connexion?vers=%2Fcompte%2Feffacer&encore')))).toBe(
    '/compte/effacer',
  );
  const { load, actions } = await page('compte/effacer');
  expect(await sentTo(load(visitor.ask('/compte/effacer')))).toBeNull();
  const erased = actions.default(visitor.ask('/compte/effacer', 'POST', { form: { mot: 'EFFACER' } }));
  expect(await sentTo(erased)).toBe('/connexion?efface');
  expect(await accounts(person)).toBe(0);
});

test('whoever signs out or erases their account leaves nothing of what they typed in the browser', async () => {
  const said: Readonly<Record<string, string>>[] = [];
  const listening = (event: Asked): Asked => ({ ...event, setHeaders: (headers) => void said.push(headers) });
  const leaving = await signedInSince(await newPerson(database.db, 'partante'), 1);
  const { actions } = await page('compte');
  expect(await sentTo(actions.sortir(listening(leaving.ask('/compte', 'POST'))))).toBe('/connexion?sorti');
  const erasing = await signedInSince(await newPerson(database.db, 'effacee'), 1);
  const form = { mot: 'EFFACER' };
  const erase = (await page('compte/effacer')).actions.default;
  await sentTo(erase(listening(erasing.ask('/compte/effacer', 'POST', { form }))));
  expect(said.filter((headers) => headers['clear-site-data'] === '"storage"')).toHaveLength(2);
});
