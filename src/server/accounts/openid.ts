/**
 * Signing in by another service that vouches for people (OpenID Connect, authorization code with PKCE), with explicit
 * endpoints. Made for ProConnect and FranceConnect, which sign what they say of a person (userinfo as a JWT).
 *
 * The service tells who came back, never which account is theirs here: an account is found by the identity that was tied
 * to it, and an identity is tied once the person has proved the address by a code. So an address that the service never
 * checked opens nothing. Tokens are read and forgotten.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { readEmail } from '#domain/shared/email.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Login } from '#use-cases/accounts/account-store.ts';
import type { IdentityProvider } from '../identity-provider.ts';
import { siteSecret } from '../secret.ts';

/** Minutes that somebody may spend at the other service. */
export const AWAY_MINUTES = 15;

const PATIENCE_MILLISECONDS = 10_000;
const LONGEST_ANSWER = 100_000;

/** Those that a service signs with a key of its own: a signature made with our secret proves nothing about it. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

type Away = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
  readonly until: number;
};

/** `cookie` is kept by the browser until it comes back: it ties the answer to the one who asked. */
export function beginAway(
  provider: IdentityProvider,
  { redirectUri, next, now }: { readonly redirectUri: string; readonly next: string; readonly now: Date },
): { readonly location: string; readonly cookie: string } {
  const away: Away = {
    state: randomBytes(24).toString('base64url'),
    nonce: randomBytes(24).toString('base64url'),
    verifier: randomBytes(32).toString('base64url'),
    next,
    until: now.getTime() + AWAY_MINUTES * 60_000,
  };
  const location = new URL(provider.authorizationUrl);
  const asked = {
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: redirectUri,
    scope: provider.scope,
    state: away.state,
    nonce: away.nonce,
    code_challenge: createHash('sha256').update(away.verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(provider.acrValues === null ? {} : { acr_values: provider.acrValues }),
  };
  for (const [name, value] of Object.entries(asked)) location.searchParams.set(name, value);
  return { location: location.href, cookie: sealed(away) };
}

export type CameBack = {
  readonly login: Login;
  /** What the service says; nothing here trusts it. Null: it says none. */
  readonly email: string | null;
  readonly next: string;
};

export type DidNotComeBack =
  /** Not the one who left, too late, or the person renounced. */
  | { readonly kind: 'not-asked' | 'renounced' }
  /** The service is away, or what it says does not hold. `why` is for whoever runs the site: it names nobody. */
  | { readonly kind: 'service-failed'; readonly why: string };

/** `query`: of the address to which the service sent the browser back. */
export async function endAway(
  provider: IdentityProvider,
  {
    redirectUri,
    query,
    cookie,
    now,
  }: {
    readonly redirectUri: string;
    readonly query: URLSearchParams;
    readonly cookie: string | undefined;
    readonly now: Date;
  },
): Promise<Result<CameBack, DidNotComeBack>> {
  const away = cookie === undefined ? null : opened(cookie);
  if (away === null || away.until <= now.getTime() || !sameText(query.get('state') ?? '', away.state)) {
    return refuse({ kind: 'not-asked' });
  }
  const issuer = query.get('iss');
  if (issuer !== null && issuer !== provider.issuer) return refuse({ kind: 'not-asked' });
  const code = query.get('code');
  if (code === null) return refuse({ kind: 'renounced' });
  try {
    const { email, sub } = await whoCame(provider, { redirectUri, code, away });
    return accept({ login: { provider: provider.issuer, subject: sub }, email, next: away.next });
  } catch (error) {
    return refuse({ kind: 'service-failed', why: error instanceof Error ? error.message.slice(0, 200) : 'unknown' });
  }
}

async function whoCame(
  provider: IdentityProvider,
  { redirectUri, code, away }: { readonly redirectUri: string; readonly code: string; readonly away: Away },
): Promise<{ sub: string; email: string | null }> {
  const form = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    client_id: provider.clientId,
    client_secret: provider.clientSecret,
    code_verifier: away.verifier,
  };
  const answered = await ask(provider.tokenUrl, { method: 'POST', body: new URLSearchParams(form) });
  const { id_token: idToken, access_token: accessToken } = readObject(answered.text);
  if (typeof idToken !== 'string' || typeof accessToken !== 'string') throw new Error('no tokens were given');
  const keys = keysOf(provider.jwksUrl);
  const checks = { issuer: provider.issuer, audience: provider.clientId, algorithms: ALGORITHMS, clockTolerance: 60 };
  const { payload } = await jwtVerify(idToken, keys, { ...checks, requiredClaims: ['sub', 'exp', 'iat'] });
  if (payload['nonce'] !== away.nonce) throw new Error('the identity token is not for this sign-in');
  if (typeof payload.sub !== 'string' || payload.sub === '') throw new Error('the identity token names nobody');

  const told = await ask(provider.userinfoUrl, { headers: { authorization: `Bearer ${accessToken}` } });
  const person: JWTPayload | Record<string, unknown> = told.type.startsWith('application/jwt')
    ? (await jwtVerify(told.text.trim(), keys, checks)).payload
    : readObject(told.text);
  if (person['sub'] !== payload.sub) throw new Error('the service speaks of somebody else');
  const email = person['email'];
  return { sub: payload.sub, email: typeof email === 'string' ? readEmail(email) : null };
}

const knownKeys = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

/** Kept between sign-ins; asked again when a token names a key that is not there. */
function keysOf(address: string): ReturnType<typeof createRemoteJWKSet> {
  const keys =
    knownKeys.get(address) ?? createRemoteJWKSet(new URL(address), { timeoutDuration: PATIENCE_MILLISECONDS });
  knownKeys.set(address, keys);
  return keys;
}

async function ask(address: string, init: RequestInit): Promise<{ readonly type: string; readonly text: string }> {
  const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  const answer = await fetch(address, { ...init, redirect: 'error', signal });
  if (!answer.ok) throw new Error(`${new URL(address).pathname} answered ${answer.status}`);
  const length = Number(answer.headers.get('content-length') ?? 0);
  const text = length > LONGEST_ANSWER ? '' : await answer.text();
  if (text === '' || text.length > LONGEST_ANSWER) throw new Error('an answer is empty, or too long');
  return { type: answer.headers.get('content-type') ?? '', text };
}

function readObject(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('an answer is no object');
  return { ...value };
}

function sealed(away: Away): string {
  const body = Buffer.from(JSON.stringify(away)).toString('base64url');
  return `${body}.${signatureOf(body)}`;
}

function opened(cookie: string): Away | null {
  const [body = '', signature = ''] = cookie.split('.');
  if (!sameText(signature, signatureOf(body))) return null;
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Away;
}

function signatureOf(body: string): string {
  return createHmac('sha256', siteSecret()).update(`away ${body}`).digest('base64url');
}

function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
