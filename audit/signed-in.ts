/**
 * People who sign in: the two sides of the demonstration's negotiation, and those of its mandate, each with the cookie that
 * the site gave them. They sign in as anybody does who tries the site, by the code that is readable at /courrier.
 */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export type Visitor = {
  readonly name: string;
  readonly cookie: string;
  /** From where their pages are followed. */
  readonly entrances: readonly string[];
};

const TEAM = 'equipe@audit.example';

const PEOPLE = [
  { name: 'coordination', email: 'coordination@valbourg.example', entrances: ['/compte', '/negociations'] },
  { name: 'liste', email: 'liste@valbourg.example', entrances: ['/compte', '/negociations'] },
  { name: 'mairie', email: 'transition@rivemont.example', entrances: ['/compte', '/plans/mairie', '/communes/00002'] },
  { name: 'collectif', email: 'coordination@rivemont.example', entrances: ['/compte', '/communes/00002'] },
  { name: 'équipe', email: TEAM, entrances: ['/compte', '/equipe', '/communes/00002'] },
] as const;

/** Signs each in. `folder` is where the site keeps its data. Throws when one cannot sign in. */
export async function signIn(origin: string, { folder }: { readonly folder: string }): Promise<readonly Visitor[]> {
  const visitors: Visitor[] = [];
  for (const { email, ...person } of PEOPLE) {
    visitors.push({ ...person, cookie: await cookieOf(origin, email) });
    // Nobody is of the team before somebody who holds the machine says so.
    if (email === TEAM) await operate(folder, ['role', 'give', TEAM, 'national-team']);
  }
  return visitors;
}

/** `npm run cli -- …` on the site that keeps its data in this folder. Throws when it refuses. */
export async function operate(folder: string, words: readonly string[]): Promise<void> {
  const environment = { ...process.env, DATA_DIR: folder };
  await promisify(execFile)(process.execPath, ['src/cli/main.ts', ...words], { env: environment });
}

/** The cookie of somebody who signs in by code. Throws when they cannot. */
export async function cookieOf(origin: string, email: string): Promise<string> {
  const asked = await post(origin, { path: '/connexion', fields: { email } });
  const page = asked.headers.get('location') ?? '';
  if (!page.startsWith('/connexion/code/')) throw new Error(`${email}: /connexion answered ${asked.status}`);
  const entered = await post(origin, { path: page, fields: { code: await latestCode(origin, email) } });
  const cookies = entered.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  if (entered.status !== 303 || cookies.length === 0) throw new Error(`${email}: the code answered ${entered.status}`);
  return cookies.join('; ');
}

/** Newest first: the first mail to this address. */
async function latestCode(origin: string, email: string): Promise<string> {
  const words = (await (await fetch(`${origin}/courrier`)).text()).replace(/<[^>]+>/g, ' ');
  const code = /\b(\d{3})\s?(\d{3})\b/.exec(words.slice(Math.max(words.indexOf(email), 0)));
  if (code === null) throw new Error(`no code for ${email} at /courrier`);
  return `${code[1] ?? ''}${code[2] ?? ''}`;
}

function post(
  origin: string,
  { path, fields }: { readonly path: string; readonly fields: Readonly<Record<string, string>> },
): Promise<Response> {
  return fetch(origin + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin, accept: 'text/html' },
    redirect: 'manual',
  });
}
