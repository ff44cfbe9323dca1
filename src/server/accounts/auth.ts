/**
 * better-auth on our tables: sessions, their cookies and passkeys. Which address is whose is shown by our own proofs
 * (src/use-cases/proofs), so its ways of signing in by e-mail and by password are off. Its addresses are not served: each page
 * calls what it needs (docs/decisions/0016).
 */
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { object, string } from 'valibot';
import { SITE_NAME } from '#ui/messages/site.fr.ts';
import type { Db } from '../storage/connection.ts';
import { FRESH_MINUTES } from './session-age.ts';

export const SESSION_DAYS = 30;

export type Auth = ReturnType<typeof createAuth>;

export type AuthAt = {
  readonly db: Db;
  readonly secret: string;
  /** Scheme and host that the browser sees. */
  readonly origin: string;
};

const instances = new WeakMap<Db, Map<string, Auth>>();

/** Origins remembered at once: without PUBLIC_ORIGIN they come from requests, which may say anything. */
const ORIGINS = 20;

/** One for each origin of the site, which is one as soon as PUBLIC_ORIGIN is set. */
export function authAt(at: AuthAt): Auth {
  const known = instances.get(at.db) ?? new Map<string, Auth>();
  instances.set(at.db, known);
  const found = known.get(at.origin);
  if (found !== undefined) return found;
  const [oldest] = known.keys();
  if (known.size >= ORIGINS && oldest !== undefined) known.delete(oldest);
  const made = createAuth(at);
  known.set(at.origin, made);
  return made;
}

function createAuth({ db, secret, origin }: AuthAt) {
  const { hostname, protocol } = new URL(origin);
  return betterAuth({
    appName: SITE_NAME,
    baseURL: origin,
    basePath: '/connexion/interne',
    secret,
    database: { db, type: 'postgres', transaction: true },
    emailAndPassword: { enabled: false },
    user: { modelName: 'person' },
    session: {
      modelName: 'personSession',
      fields: { userId: 'personId' },
      expiresIn: SESSION_DAYS * 24 * 3600,
      // How finely « vue pour la dernière fois » is known.
      updateAge: 3600,
      freshAge: FRESH_MINUTES * 60,
    },
    account: { modelName: 'personLogin', fields: { userId: 'personId' } },
    verification: { modelName: 'personVerification' },
    advanced: {
      cookiePrefix: 'parole',
      useSecureCookies: protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
    // Ours are counted by network before anything else is done, and codes in the database.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    plugins: [
      startsSessions(),
      passkey({
        rpID: hostname,
        rpName: SITE_NAME,
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
        schema: {
          passkey: { modelName: 'personPasskey', fields: { userId: 'personId', credentialID: 'credentialId' } },
        },
      }),
    ],
  });
}

/** A session for somebody whose address was just proved. Called by our code alone: it has no address. */
function startsSessions() {
  return {
    id: 'proved-address',
    endpoints: {
      startSession: createAuthEndpoint.serverOnly(
        { method: 'POST', requireHeaders: true, body: object({ person: string() }) },
        async (context) => {
          const { internalAdapter } = context.context;
          const user = await internalAdapter.findUserById(context.body.person);
          if (user === null) return context.json({ started: false });
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(context, { session, user });
          return context.json({ started: true });
        },
      ),
    },
  };
}
