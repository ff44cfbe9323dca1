/** No cache keeps what one person sees: neither by what a page says, nor when a page forgets to say it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { actorOf } from '#server/accounts/actor-of.ts';
import { browser, type Asked } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { handle } from '../src/hooks.server.ts';
import { withTestDatabase } from './database.ts';

const database = withTestDatabase();
const ROUTES = resolve(import.meta.dirname, '../src/routes');
const PRIVATE =
  /^(?:compte|negociations|equipe|atelier|collectifs\/\[collective\]\/espace|collectifs\/invitation|textes|signer|courrier|connexion|lire|souhaits|actualiser|\[places=places\]\/\[place\]\/planifier|annuaire|plans\/mairie|plans\/\[plan\]\/travail)\//;

beforeAll(() => {
  provideRuntime({ config: readConfig({}), db: database.db });
});

/** What stands around a page answers for one that says nothing of caches. */
async function cachedAs(event: Asked, work: () => Promise<unknown>): Promise<string | null> {
  const resolved = async (): Promise<Response> => {
    await work();
    return new Response('x', { headers: { 'content-type': 'text/html' } });
  };
  const asked = { route: { id: null }, ...event } as never;
  return (await handle({ event: asked, resolve: resolved })).headers.get('cache-control');
}

test('a page that looked at who asks is kept by no cache, though it forgot to say so', async () => {
  const visitor = browser();
  visitor.cookies.set('parole.session_token', 'whatever');
  const event = visitor.ask('/compte');
  expect(await cachedAs(event, async () => await actorOf(event))).toBe('no-store');
});

test('a page that is the same for everybody may be kept, whoever asks', async () => {
  const visitor = browser();
  visitor.cookies.set('parole.session_token', 'whatever');
  expect(await cachedAs(visitor.ask('/communes'), async () => await Promise.resolve())).toMatch(/max-age/);
});

const answering = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' }).filter(
  (file) => PRIVATE.test(file) && /\+(?:page\.server|server)\.ts$/.test(file),
);

test('private pages were found', () => {
  expect(answering.length).toBeGreaterThan(50);
});

test.each(answering)('%s says that no cache keeps it, itself, by what it calls or by its layout', (file) => {
  const layouts = file.endsWith('+page.server.ts') ? layoutsOf(file) : [];
  const own = join(ROUTES, file);
  expect([own, ...calledBy(own), ...layouts].some(saysNoStore)).toBe(true);
});

function saysNoStore(file: string): boolean {
  return /keepPrivate\(|'no-store'/.test(readFileSync(file, 'utf8'));
}

function besides(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/from '(\.\.?\/[^'$]+\.ts)'/g)].map(([, path = '']) => resolve(dirname(file), path));
}

/** Its neighbours, and the streams. */
function calledBy(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const near = besides(file);
  const streams = [...text.matchAll(/from '#server\/(live\/[^']+)'/g)].map(([, path = '']) =>
    resolve(ROUTES, '../server', path),
  );
  // A door may stand one step further: the sheet of a workshop is behind the workshop's.
  return [...near, ...near.flatMap(besides), ...streams];
}

/** A layout covers the pages under it, never what answers without a page. */
function layoutsOf(file: string): readonly string[] {
  const parts = dirname(file).split('/');
  return parts
    .map((_, depth) => join(ROUTES, ...parts.slice(0, depth + 1), '+layout.server.ts'))
    .filter((layout) => existsSync(layout));
}
