/** The pages of signing in, asked as a browser asks them, on their bad days. */
import { isHttpError, isRedirect } from '@sveltejs/kit';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { deliverDue } from '#server/mail/deliver.ts';
import { startMailServer } from '#server/mail/testing/mail-server.ts';
import { openTransport } from '#server/mail/transport.ts';
import { provideRuntime } from '#server/runtime.ts';
import { actorOf } from '#server/accounts/actor-of.ts';
import { startIdentityService } from '#server/accounts/testing/identity-service.ts';
import { browser, type Asked } from '#server/accounts/testing/request.ts';
import { withTestDatabase } from '#tests/database.ts';

const database = withTestDatabase();
const HERE = 'http://localhost:3000';

type Page = {
  readonly load: (event: Asked) => Promise<Readonly<Record<string, unknown>>>;
  readonly actions: Readonly<Record<'default', (event: Asked) => Promise<unknown>>>;
};
let connexion: Page;
let code: Page;
let link: Page;
let courrier: Page;

async function page(path: string): Promise<Page> {
  return (await import(/* @vite-ignore */ `../src/routes/${path}/+page.server.ts`)) as Page;
}

beforeAll(async () => {
  provideRuntime({ config: readConfig({}), db: database.db });
  [connexion, code, link, courrier] = await Promise.all([
    page('connexion'),
    page('connexion/code/[proof]'),
    page('connexion/lien/[link]'),
    page('courrier'),
  ]);
});

/** What a page throws: where it sends to, or the status and words of its refusal. */
async function thrown(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (isRedirect(error)) return error.location;
    if (isHttpError(error)) return `${error.status} ${error.body.message}`;
    throw error;
  }
  return 'nothing';
}

async function asked(email: string, { vers = '/compte', address = '127.0.0.1' } = {}) {
  const visitor = browser({ origin: HERE, address });
  const to = await thrown(connexion.actions.default(visitor.ask('/connexion', 'POST', { form: { email, vers } })));
  const mails = await database.db.selectFrom('mail').select('content').where('recipient', '=', email).execute();
  const content = mails.at(-1)?.content as { code: string; link: string };
  return { visitor, proof: to.split('/').at(-1) ?? '', code: content.code, link: content.link.split('/').at(-1) ?? '' };
}

const typeCode = (visitor: ReturnType<typeof browser>, proof: string, typed: string) =>
  code.actions.default(visitor.ask(`/connexion/code/${proof}`, 'POST', { form: { code: typed }, params: { proof } }));

test('after signing in one is where one wanted to go', async () => {
  const { visitor, proof, code: right } = await asked('un@exemple.fr', { vers: '/collectifs/3/espace' });
  expect(await thrown(typeCode(visitor, proof, right))).toBe('/collectifs/3/espace');
  expect((await actorOf(visitor.ask('/'))).kind).toBe('person');
});

test.each(['https://ailleurs.example/', '//ailleurs.example', '/\\ailleurs.example', 'javascript:alert(1)'])(
  'never at %s',
  async (vers) => {
    const { visitor, proof, code: right } = await asked(`vers${vers.length}@exemple.fr`, { vers });
    expect(await thrown(typeCode(visitor, proof, right))).toBe('/compte');
  },
);

test('a link that a program opens signs nobody in, and still serves the person afterwards', async () => {
  const { link: token } = await asked('lien@exemple.fr');
  const visitor = browser({ origin: HERE });
  const open = () => link.load(visitor.ask(`/connexion/lien/${token}`, 'GET', { params: { link: token } }));
  for (let time = 0; time < 3; time += 1) expect(await open()).toEqual({ email: 'lien@exemple.fr' });
  expect(visitor.cookies.size).toBe(0);
  const pressed = link.actions.default(visitor.ask(`/connexion/lien/${token}`, 'POST', { params: { link: token } }));
  expect(await thrown(pressed)).toBe('/compte');
  expect((await actorOf(visitor.ask('/'))).kind).toBe('person');
  expect(await thrown(open())).toMatch(/^410 .*a déjà servi/);
});

test('each page, with what stands around it, keeps itself private, and sets its headers once', async () => {
  const { visitor, proof, link: token } = await asked('entetes@exemple.fr');
  const layout = '../src/routes/connexion/+layout.server.ts';
  const around = (await import(/* @vite-ignore */ layout)) as {
    load: (event: Asked) => unknown;
  };
  const pages: readonly (readonly [Page, string, Readonly<Record<string, string>>])[] = [
    [connexion, '/connexion', {}],
    [code, `/connexion/code/${proof}`, { proof }],
    [link, `/connexion/lien/${token}`, { link: token }],
  ];
  for (const [page, path, params] of pages) {
    const event = visitor.ask(path, 'GET', { params });
    const said = new Map<string, string>();
    const telling = {
      ...event,
      setHeaders: (headers: Readonly<Record<string, string>>) => {
        event.setHeaders(headers);
        for (const [name, value] of Object.entries(headers)) said.set(name, value);
      },
    };
    around.load(telling);
    await page.load(telling);
    expect(said.get('cache-control')).toBe('no-store');
    expect(said.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(said.get('content-security-policy')).toContain("'nonce-");
  }
});

test('a link cut short says so', async () => {
  const { link: token } = await asked('coupe@exemple.fr');
  const short = token.slice(0, -1);
  const opened = link.load(browser().ask(`/connexion/lien/${short}`, 'GET', { params: { link: short } }));
  expect(await thrown(opened)).toMatch(/^404 .*incomplet/);
});

test('five wrong codes, then the right one: each with its sentence', async () => {
  const { visitor, proof, code: right } = await asked('faux@exemple.fr');
  const wrong = right === '000000' ? '000001' : '000000';
  const said: unknown[] = [];
  for (let time = 0; time < 5; time += 1) said.push(await typeCode(visitor, proof, wrong));
  expect(said[0]).toMatchObject({ status: 400, data: { problem: expect.stringContaining('4 essais') as string } });
  expect(said[3]).toMatchObject({ data: { problem: expect.stringContaining('un essai') as string } });
  expect(said[4]).toMatchObject({ data: { problem: expect.stringContaining('dernier essai') as string } });
  expect(await typeCode(visitor, proof, right)).toMatchObject({
    data: { problem: expect.stringContaining('Cinq codes faux') as string },
  });
  expect((await actorOf(visitor.ask('/'))).kind).toBe('anyone');
});

test('a late code and one that nobody asked for say so', async () => {
  const { visitor, proof, code: right } = await asked('tard@exemple.fr');
  await database.db
    .updateTable('emailProof')
    .set({ askedAt: new Date('2020-01-01'), expiresAt: new Date('2020-01-02') })
    .where('email', '=', 'tard@exemple.fr')
    .execute();
  expect(await typeCode(visitor, proof, right)).toMatchObject({
    data: { problem: expect.stringContaining('plus de 15 minutes') as string },
  });
  expect(await thrown(typeCode(visitor, 'invented', right))).toMatch(/^404 /);
});

test('a mail that the server refused is told on the page that waits for its code', async () => {
  const { visitor, proof } = await asked('refusee@exemple.fr');
  const see = () => code.load(visitor.ask(`/connexion/code/${proof}`, 'GET', { params: { proof } }));
  expect(await see()).toMatchObject({ mail: 'gone', email: 'refusee@exemple.fr' });
  const server = await startMailServer({ refuses: () => ({ code: 550, text: 'unknown here' }) });
  const transport = openTransport({ url: server.url, from: 'bonjour@parole.example', name: 'Parole tenue' });
  await deliverDue({ db: database.db, transport, address: HERE, domain: 'parole.example', now: () => new Date() });
  transport.close();
  await server.close();
  expect(await see()).toMatchObject({ mail: 'refused' });
});

test('one network that asks without end is told when to come back', async () => {
  const visitor = browser({ origin: HERE, address: '203.0.113.7' });
  const ask = (time: number) =>
    connexion.actions.default(visitor.ask('/connexion', 'POST', { form: { email: `n${time}@exemple.fr`, vers: '' } }));
  for (let time = 0; time < 60; time += 1) expect(await thrown(ask(time))).toMatch(/^\/connexion\/code\//);
  expect(await ask(60)).toMatchObject({
    status: 429,
    data: { email: 'n60@exemple.fr', problem: expect.stringContaining('Réessayez dans') as string },
  });
});

test('the kept mails are read from this machine, newest first, and do not exist for anybody else', async () => {
  await asked('courrier@exemple.fr');
  const read = (from: { origin?: string; address?: string }) =>
    courrier.load(browser({ origin: HERE, ...from }).ask('/courrier'));
  const { mails } = (await read({})) as { mails: readonly { recipient: string; link?: { path: string } }[] };
  expect(mails[0]?.recipient).toBe('courrier@exemple.fr');
  expect(mails[0]?.link?.path).toMatch(/^\/connexion\/lien\//);
  expect(await thrown(read({ address: '192.0.2.4' }))).toMatch(/^404/);
  expect(await thrown(read({ origin: 'http://parole.example' }))).toMatch(/^404/);

  const mail = { SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'bonjour@parole.example' };
  provideRuntime({ config: readConfig(mail), db: database.db });
  expect(await thrown(read({}))).toMatch(/^404/);
  provideRuntime({ config: readConfig({}), db: database.db });
});

test('who comes back from another service without having left from here is refused, with a way on', async () => {
  const service = await startIdentityService({ redirectUri: `${HERE}/connexion/retour` });
  provideRuntime({ config: { ...readConfig({}), identityProvider: service.settings }, db: database.db });
  const visitor = browser({ origin: HERE });
  const folder = '../src/routes/connexion';
  const { GET: leave } = (await import(/* @vite-ignore */ `${folder}/fournisseur/+server.ts`)) as {
    GET: (event: Asked) => Promise<Response>;
  };
  const { load: comeBack } = await page('connexion/retour');

  const left = await leave(visitor.ask('/connexion/fournisseur?vers=/communes'));
  expect(left.status).toBe(302);
  const back = await service.visit(left.headers.get('location') ?? '');
  const stranger = browser({ origin: HERE });
  expect(await thrown(comeBack(stranger.ask(`/connexion/retour${back.search}`)))).toMatch(/^400 .*demandez un code/);
  const to = await thrown(comeBack(visitor.ask(`/connexion/retour${back.search}`)));
  expect(to).toMatch(/^\/connexion\/code\/[\w-]+\?premiere$/);
  expect((await actorOf(visitor.ask('/'))).kind).toBe('anyone');

  await service.close();
  provideRuntime({ config: readConfig({}), db: database.db });
});
