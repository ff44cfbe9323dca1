/** The pages of a negotiation, asked as a browser asks them: who gets in, what a form keeps, what nobody else ever sees. */
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isHttpError, isRedirect } from '@sveltejs/kit';
import { beforeAll, describe, expect, test } from 'vitest';
import { browser, type Asked, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from './database.ts';
import { negotiating, NOW, type Negotiating } from './negotiating.ts';
import { signedIn as sessionOf } from './signed-in.ts';

const database = withTestDatabase();
let open: Negotiating;
let prepared: Negotiating;

beforeAll(async () => {
  provideRuntime({ config: readConfig({}), db: database.db });
  open = await negotiating(database.db);
  prepared = await negotiating(database.db, { stage: 'prepared' });
});

const signedIn = async (name: string): Promise<Browser> => await sessionOf(`p-${name}`);

type Module = {
  readonly load: (event: Asked) => Promise<unknown>;
  readonly actions?: Readonly<Record<string, (event: Asked) => Promise<unknown>>>;
};
const ROOT = '/negociations/[id]';
const moduleOf = async (route: string) =>
  (await import(/* @vite-ignore */ pathToFileURL(resolve(`src/routes${route}/+page.server.ts`)).href)) as Module;

async function see(who: Browser, id: number, page = '', params: Readonly<Record<string, string>> = {}) {
  const { load } = await moduleOf(`${ROOT}${page}`);
  return await load(who.ask(`/negociations/${id}${page}`, 'GET', { params: { id: String(id), ...params } }));
}

async function send(who: Browser, page: string, act: string, form: Readonly<Record<string, string>>, params = {}) {
  const { actions = {} } = await moduleOf(`${ROOT}${page}`);
  const event = who.ask(`/negociations/${open.id}${page}`, 'POST', {
    form,
    params: { id: String(open.id), ...params },
  });
  return await actions[act]?.(event);
}

async function statusOf(answer: Promise<unknown>): Promise<number> {
  try {
    return ((await answer) as { readonly status?: number }).status ?? 200;
  } catch (thrown) {
    if (isHttpError(thrown) || isRedirect(thrown)) return thrown.status;
    throw thrown;
  }
}

/** Every page of one negotiation, as the folder has them; the one that the invitation leads to is open. */
const PAGES = readdirSync(resolve(`src/routes${ROOT}`), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('+page.server.ts'))
  .map((path) => `/${path.slice(0, -'+page.server.ts'.length)}`.replace(/\/$/, ''))
  .filter((page) => page !== '/rejoindre');
const AT_MEASURE_ONE = { measure: '1' };

test('there are pages to ask for', () => {
  expect(PAGES.length).toBeGreaterThanOrEqual(7);
  expect(existsSync(resolve(`src/routes${ROOT}/evenements/+server.ts`))).toBe(true);
});

describe.each(PAGES)('the page %s', (page) => {
  test('sends whoever is not signed in to sign in', async () => {
    expect(await statusOf(see(browser(), open.id, page, AT_MEASURE_ONE))).toBe(303);
  });
  test('is not there for a stranger, nor for the list before it is asked', async () => {
    const stranger = await signedIn(open.names.stranger);
    const early = await signedIn(prepared.names.representative);
    for (const [who, id] of [
      [stranger, open.id],
      [early, prepared.id],
      [stranger, 999_999],
    ] as const) {
      expect(await statusOf(see(who, id, page, AT_MEASURE_ONE))).toBe(404);
    }
  });
  test('is there for both sides', async () => {
    for (const name of [open.names.member, open.names.representative]) {
      expect(await statusOf(see(await signedIn(name), open.id, page, AT_MEASURE_ONE))).toBe(200);
    }
  });
});

test('opening one begins with the list that was looked at, and leads to where a list that is missing is entered', async () => {
  const { load } = await moduleOf('/negociations/ouvrir');
  const ask = async (query: string) =>
    await load((await signedIn(open.names.coordinator)).ask(`/negociations/ouvrir${query}`, 'GET', { params: {} }));
  const enter = [{ href: '/communes/94017-champigny-sur-marne/listes/saisir', label: expect.any(String) as string }];
  expect(await ask(`?liste=${open.list}`)).toMatchObject({ likelyCounterpart: `liste ${open.list}`, enter });
  expect(await ask('?liste=999999')).toMatchObject({ likelyCounterpart: null });
  expect(await ask('')).toMatchObject({ likelyCounterpart: null });
});

describe('answering on the page of a measure', () => {
  const answer = (who: Browser, form: Readonly<Record<string, string>>) =>
    send(who, '/mesures/[measure]', 'repondre', form, AT_MEASURE_ONE);

  test('goes back to the page, which says that it is kept', async () => {
    const list = await signedIn(open.names.representative);
    const form = { item: 'm1-1-1', version: '0', stance: 'accepted', wording: '', observation: 'Dès la rentrée.' };
    const thrown = await answer(list, form).catch((error: unknown) => error);
    expect(isRedirect(thrown) && thrown.location).toMatch(/\?fait=m1-1-1#m1-1-1$/);
  });

  test('refused, gives back what was typed, with its status', async () => {
    const list = await signedIn(open.names.representative);
    const form = { item: 'm1-1-1', version: '1', stance: 'delegated', body: ' ', wording: '', observation: 'À voir.' };
    expect(await answer(list, form)).toMatchObject({
      status: 400,
      data: {
        at: 'm1-1-1',
        problem: expect.stringContaining('organisme') as string,
        typed: { observation: 'À voir.' },
      },
    });
    expect(await answer(list, { item: 'm1-1-1', version: '1', observation: 'Sans réponse' })).toMatchObject({
      status: 400,
      data: { typed: { observation: 'Sans réponse' } },
    });
  });

  test('late, is given both texts', async () => {
    const list = await signedIn(open.names.representative);
    const form = { item: 'm1-1-1', version: '0', stance: 'refused', wording: '', observation: 'Mes mots.' };
    expect(await answer(list, form)).toMatchObject({
      status: 409,
      data: {
        typed: { observation: 'Mes mots.' },
        stale: { version: 1, theirs: { observation: 'Dès la rentrée.' }, yours: { observation: 'Mes mots.' } },
      },
    });
  });

  test('from somebody else is refused as if nothing were there', async () => {
    const stranger = await signedIn(open.names.stranger);
    const form = { item: 'm1-1-1', version: '1', stance: 'refused', wording: '', observation: '' };
    expect(await statusOf(answer(stranger, form))).toBe(404);
    expect(await statusOf(answer(await signedIn(open.names.member), { ...form, pour: 'autre' }))).toBe(403);
  });
});

test('the page that the invitation leads to says the stage, and no word of what is said', async () => {
  const shown = await see(browser(), open.id, '/rejoindre');
  expect(JSON.stringify(shown)).not.toContain('rentrée');
  expect(shown).toMatchObject({ stage: expect.stringContaining('en cours') as string });
  expect(await statusOf(see(browser(), prepared.id, '/rejoindre'))).toBe(404);
});

test('no page holds an address or the account of anybody', async () => {
  const list = await signedIn(open.names.representative);
  for (const page of PAGES) {
    const shown = JSON.stringify(await see(list, open.id, page, AT_MEASURE_ONE));
    expect(shown).not.toContain('@example.fr');
    expect(shown).not.toMatch(/"p-[a-z]+-[0-9a-f]{6}"/);
  }
});

test('reported words are for the national team alone', async () => {
  const stores = storesOn(database.db);
  const [saying] = await stores.negotiations.sayingsOn(open.id, ['m1-1-1']);
  const target = { saying: saying?.order ?? 0 };
  await stores.negotiations.report(open.id, { target, reason: 'Insulte', by: `p-${open.names.member}`, at: NOW });
  const { load, actions = {} } = await moduleOf('/equipe/signalements');
  const ask = (who: Browser) => load(who.ask('/equipe/signalements'));
  expect(await statusOf(ask(await signedIn(open.names.coordinator)))).toBe(404);
  const team = await signedIn(open.names.nationalTeam);
  const shown = (await ask(team)) as {
    readonly reports: readonly { readonly id: number; readonly words: readonly string[] }[];
  };
  expect(shown.reports).toMatchObject([{ words: ['Dès la rentrée.'] }]);
  const settle = (who: Browser, notice: string) => {
    const form = { report: String(shown.reports[0]?.id), outcome: 'hidden', notice };
    return actions['mots']?.(who.ask('/equipe/signalements', 'POST', { form })) ?? Promise.reject(new Error('no act'));
  };
  expect(await statusOf(settle(team, ''))).toBe(400);
  expect(await statusOf(settle(await signedIn(open.names.member), 'Non'))).toBe(404);
  expect(await statusOf(settle(team, 'Propos insultants.'))).toBe(303);
  const page = JSON.stringify(
    await see(await signedIn(open.names.member), open.id, '/mesures/[measure]', AT_MEASURE_ONE),
  );
  expect(page).not.toContain('rentrée');
  expect(page).toContain('Propos insultants.');
});
