/**
 * Who makes this request: the person of the session cookie with what they hold, or anyone. Only pages that need it ask:
 * public pages are the same bytes for everybody.
 */
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor, Person } from '#domain/access/gate.ts';
import { SIGN_IN_FIRST } from '#ui/messages/accounts.fr.ts';
import { markPersonal } from '../http/personal-answers.ts';
import { runtime } from '../runtime.ts';
import { siteSecret } from '../secret.ts';
import { holdingsOf } from '../storage/holdings.ts';
import type { Auth } from './auth.ts';
import { giveCookies, SESSION_COOKIES } from './session-cookies.ts';
import { signInFirst } from './sign-in-address.ts';

/** What of a request is needed: any event of Kit, of a page, an act or an endpoint. */
export type Asking = Pick<RequestEvent, 'request' | 'cookies' | 'url'>;

export type Account = {
  readonly person: Person;
  /** '' when they gave none. */
  readonly name: string;
  readonly email: string;
  readonly createdAt: Date;
  readonly session: { readonly id: string; readonly createdAt: Date };
};

/** Two or three queries for somebody signed in, none for anyone else. */
export async function actorOf(event: Asking): Promise<Actor> {
  return (await accountOf(event))?.person ?? { kind: 'anyone' };
}

/** The person signed in. Sends anybody else to sign in first, and back here afterwards (an act: to the page of its form). */
export async function requirePerson(event: Asking): Promise<Person> {
  return (await requireAccount(event)).person;
}

/** Like `requirePerson`, with what their own page shows: their address never goes to any other page. */
export async function requireAccount(event: Asking): Promise<Account> {
  const account = await accountOf(event);
  if (account !== null) return account;
  if (event.request.method !== 'GET' && event.request.method !== 'POST') error(403, SIGN_IN_FIRST);
  redirect(303, signInFirst(event.url));
}

/** Null: nobody is signed in. */
export async function accountOf(event: Asking): Promise<Account | null> {
  // Most requests: nothing is loaded, nothing is asked.
  if (!SESSION_COOKIES.some((name) => event.cookies.get(name) !== undefined)) return null;
  markPersonal(event.request);
  const { db } = await runtime();
  const auth = await authFor(event);
  const { response, headers } = await auth.api.getSession({ headers: event.request.headers, returnHeaders: true });
  giveCookies(event, headers);
  if (response === null) return null;
  const { user, session } = response;
  return {
    person: { kind: 'person', id: user.id, holds: await holdingsOf(db, user.id) },
    name: user.name,
    email: user.email,
    createdAt: user.createdAt,
    session: { id: session.id, createdAt: session.createdAt },
  };
}

/** better-auth for the address by which the browser came; loaded at the first need of it. */
export async function authFor({ url }: Pick<RequestEvent, 'url'>): Promise<Auth> {
  const [{ db, config }, { authAt }] = await Promise.all([runtime(), import('./auth.ts')]);
  return authAt({ db, secret: siteSecret(), origin: config.publicOrigin ?? url.origin });
}
