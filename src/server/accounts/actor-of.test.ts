import { isRedirect } from '@sveltejs/kit';
import { beforeAll, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { readConfig } from '../config.ts';
import { provideRuntime } from '../runtime.ts';
import { accountOf, actorOf, authFor, requirePerson } from './actor-of.ts';
import { giveCookies } from './session-cookies.ts';
import { browser, type Browser } from './testing/request.ts';

const database = withTestDatabase();

beforeAll(async () => {
  provideRuntime({ config: readConfig({}), db: database.db });
  const at = new Date('2026-03-01T10:00:00Z');
  const row = { name: '', emailVerified: true, image: null, createdAt: at, updatedAt: at };
  await database.db
    .insertInto('person')
    .values({ id: 'claire', email: 'claire@exemple.fr', ...row })
    .execute();
});

async function signIn(visitor: Browser): Promise<void> {
  const event = visitor.ask('/connexion', 'POST');
  const auth = await authFor(event);
  const { headers } = await auth.api.startSession({
    body: { person: 'claire' },
    headers: event.request.headers,
    returnHeaders: true,
  });
  giveCookies(event, headers);
}

test('somebody without a cookie is anyone', async () => {
  expect(await actorOf(browser().ask('/compte'))).toEqual({ kind: 'anyone' });
});

test('the cookie of a session tells who it is', async () => {
  const visitor = browser();
  await signIn(visitor);
  expect(await actorOf(visitor.ask('/compte'))).toEqual({ kind: 'person', id: 'claire', holds: [] });
  expect((await accountOf(visitor.ask('/compte')))?.email).toBe('claire@exemple.fr');
});

test('a cookie of which one letter changed is worth nothing', async () => {
  const visitor = browser();
  await signIn(visitor);
  for (const [name, value] of visitor.cookies) {
    visitor.cookies.set(name, `${value.startsWith('a') ? 'b' : 'a'}${value.slice(1)}`);
  }
  expect(await actorOf(visitor.ask('/compte'))).toEqual({ kind: 'anyone' });
});

test('a session that was ended is worth nothing', async () => {
  const visitor = browser();
  await signIn(visitor);
  await database.db.deleteFrom('personSession').execute();
  expect(await actorOf(visitor.ask('/compte'))).toEqual({ kind: 'anyone' });
});

test('by https the cookie is never sent in clear; scripts never see it, nor do other sites send it', async () => {
  const event = browser({ origin: 'https://site.test' }).ask('/connexion', 'POST');
  const { headers } = await (
    await authFor(event)
  ).api.startSession({ body: { person: 'claire' }, headers: event.request.headers, returnHeaders: true });
  const [cookie] = headers.getSetCookie();
  expect(cookie).toMatch(/^__Secure-parole\.session_token=/);
  expect(cookie).toMatch(/; Secure/);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Lax/i);
});

test('no address of a visitor is kept with a session', async () => {
  await signIn(browser());
  const rows = await database.db.selectFrom('personSession').select(['ipAddress', 'userAgent']).execute();
  for (const row of rows) expect(row.ipAddress ?? '').toBe('');
  expect(rows.map((row) => row.userAgent)).toContain('a test');
});

test('a page for people signed in sends others to sign in, and back to it afterwards', async () => {
  const sentTo = async (path: string, method?: string) => {
    const refused: unknown = await requirePerson(browser().ask(path, method)).catch((thrown: unknown) => thrown);
    return isRedirect(refused) && refused.location;
  };
  expect(await sentTo('/compte/roles')).toBe('/connexion?vers=%2Fcompte%2Froles');
  expect(await sentTo('/compte/roles?pour=autre&x=1')).toBe('/connexion?vers=%2Fcompte%2Froles%3Fpour%3Dautre%26x%3D1');
  // The name of an act is no address of a page.
  expect(await sentTo('/compte/roles?/decider&pour=autre', 'POST')).toBe(
    '/connexion?vers=%2Fcompte%2Froles%3Fpour%3Dautre',
  );
});
