import { afterAll, beforeAll, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { askToSignIn, signInByCode, signInByLogin } from '#use-cases/accounts/sign-in.ts';
import { storesOn } from '../stores.ts';
import { AWAY_MINUTES, beginAway, endAway } from './openid.ts';
import { startIdentityService, type IdentityService } from './testing/identity-service.ts';

const REDIRECT = 'http://site.test/connexion/retour';
const NOW = new Date();
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const database = withTestDatabase();
const ANYONE = { kind: 'anyone' } as const;

let signing: IdentityService;
let plain: IdentityService;
beforeAll(async () => {
  signing = await startIdentityService({ redirectUri: REDIRECT });
  plain = await startIdentityService({ redirectUri: REDIRECT, signed: false });
});
afterAll(async () => {
  await signing.close();
  await plain.close();
});

async function leaveAndComeBack(service: IdentityService) {
  const { location, cookie } = beginAway(service.settings, { redirectUri: REDIRECT, next: '/compte', now: NOW });
  const back = await service.visit(location);
  return { cookie, query: back.searchParams, redirectUri: REDIRECT, now: NOW };
}

test('a service that signs what it says tells who came back, and from where they left', async () => {
  const back = await leaveAndComeBack(signing);
  expect(await endAway(signing.settings, back)).toEqual({
    ok: true,
    value: {
      login: { provider: signing.settings.issuer, subject: 'agent-1' },
      email: 'agente@mairie.example',
      next: '/compte',
    },
  });
});

test('a service that answers plain JSON does too', async () => {
  const came = await endAway(plain.settings, await leaveAndComeBack(plain));
  expect(came.ok && came.value.email).toBe('agente@mairie.example');
});

test('an answer serves once', async () => {
  const back = await leaveAndComeBack(signing);
  await endAway(signing.settings, back);
  expect(await endAway(signing.settings, back)).toMatchObject({ ok: false, refusal: { kind: 'service-failed' } });
});

test('the answer given to another browser is refused, as one that nobody asked for, or that comes late', async () => {
  const [mine, theirs] = [await leaveAndComeBack(signing), await leaveAndComeBack(signing)];
  const notAsked = { ok: false, refusal: { kind: 'not-asked' } };
  expect(await endAway(signing.settings, { ...mine, cookie: theirs.cookie })).toEqual(notAsked);
  expect(await endAway(signing.settings, { ...mine, cookie: undefined })).toEqual(notAsked);
  expect(await endAway(signing.settings, { ...mine, cookie: `${mine.cookie}x` })).toEqual(notAsked);
  expect(await endAway(signing.settings, { ...mine, now: later(AWAY_MINUTES) })).toEqual(notAsked);
});

test('another issuer that answers in its place is refused', async () => {
  const back = await leaveAndComeBack(plain);
  const mixed = { ...plain.settings, issuer: signing.settings.issuer };
  const query = new URLSearchParams([...back.query].filter(([name]) => name !== 'iss'));
  expect(await endAway(mixed, back)).toEqual({ ok: false, refusal: { kind: 'not-asked' } });
  expect(await endAway(mixed, { ...back, query })).toMatchObject({ ok: false, refusal: { kind: 'service-failed' } });
});

test('tokens signed by other keys than those of the service are refused', async () => {
  const back = await leaveAndComeBack(signing);
  const settings = { ...signing.settings, jwksUrl: plain.settings.jwksUrl };
  expect(await endAway(settings, back)).toMatchObject({ ok: false, refusal: { kind: 'service-failed' } });
});

test('somebody who renounces is told apart from a service that is away', async () => {
  const { cookie } = beginAway(signing.settings, { redirectUri: REDIRECT, next: '/compte', now: NOW });
  const [body = ''] = cookie.split('.');
  const { state } = JSON.parse(Buffer.from(body, 'base64url').toString()) as { state: string };
  const query = new URLSearchParams({ error: 'access_denied', state });
  const asked = { redirectUri: REDIRECT, cookie, now: NOW };
  expect(await endAway(signing.settings, { ...asked, query })).toEqual({ ok: false, refusal: { kind: 'renounced' } });
  const away = { ...signing.settings, tokenUrl: 'http://127.0.0.1:9/token' };
  expect(await endAway(away, { ...asked, query: new URLSearchParams({ code: 'x', state }) })).toMatchObject({
    ok: false,
    refusal: { kind: 'service-failed' },
  });
});

test('an address that the service never checked opens no account: it is proved by a code, once', async () => {
  const stores = storesOn(database.db);
  const victim = await stores.accounts.open({ email: 'maire@ville.example', at: NOW });
  signing.who = { sub: 'intruse', claims: { email: 'Maire@ville.example', email_verified: true } };
  const came = await endAway(signing.settings, await leaveAndComeBack(signing));
  if (!came.ok) throw new Error(came.refusal.kind);
  const { login, email, next } = came.value;
  expect(await signInByLogin(stores, ANYONE, { login, next })).toEqual({
    ok: false,
    refusal: { kind: 'unknown-login' },
  });

  const asked = await askToSignIn(
    stores,
    ANYONE,
    { email: email ?? '', next, login, linkUnder: '/connexion/lien' },
    NOW,
  );
  if (!asked.ok) throw new Error(asked.refusal.kind);
  // Only the owner of the address reads the code.
  const mail = await database.db.selectFrom('mail').select(['recipient', 'content']).executeTakeFirstOrThrow();
  expect(mail.recipient).toBe('Maire@ville.example');
  const { code, link } = mail.content as { code: string; link: string | null };
  // Pressed by the owner of the mailbox, a link would tie the account to somebody who never saw the mail.
  expect(link).toBeNull();
  const wrong = code === '000000' ? '000001' : '000000';
  expect((await signInByCode(stores, ANYONE, { proof: asked.value.proof, code: wrong }, NOW)).ok).toBe(false);
  expect(await stores.accounts.findByLogin(login)).toBeNull();

  const entered = await signInByCode(stores, ANYONE, { proof: asked.value.proof, code }, NOW);
  expect(entered).toEqual({ ok: true, value: { person: victim.id, next } });
  expect(await signInByLogin(stores, ANYONE, { login, next })).toEqual(entered);
});

test('an identity tied to one account is not tied to another', async () => {
  const stores = storesOn(database.db);
  const login = { provider: 'https://service.example', subject: '42' };
  const one = await stores.accounts.open({ email: 'une@exemple.fr', at: NOW });
  expect(await stores.accounts.addLogin(one.id, login, NOW)).toBe(true);
  const asked = await askToSignIn(
    stores,
    ANYONE,
    { email: 'autre@exemple.fr', next: '/compte', login, linkUnder: '/connexion/lien' },
    NOW,
  );
  const mail = await database.db
    .selectFrom('mail')
    .select('content')
    .where('recipient', '=', 'autre@exemple.fr')
    .executeTakeFirstOrThrow();
  const { code } = mail.content as { code: string };
  const proof = asked.ok ? asked.value.proof : '';
  expect(await signInByCode(stores, ANYONE, { proof, code }, NOW)).toEqual({
    ok: false,
    refusal: { kind: 'login-of-another' },
  });
  expect(await stores.accounts.findByEmail('autre@exemple.fr')).toBeNull();
});

test('no token of the service is kept', async () => {
  const columns = await database.db.selectFrom('personLogin').selectAll().execute();
  expect(columns).not.toEqual([]);
  for (const row of columns) expect(row).toMatchObject({ accessToken: null, refreshToken: null, idToken: null });
});
