/**
 * The pages of people who signed in: the two sides of the demonstration's negotiation, each with the cookie that the site
 * gave them. They sign in as anybody does who tries the site, by the code that is readable at /courrier.
 */

export type Visitor = { readonly name: string; readonly cookie: string };

/** Where one is somebody; the rest of the site is the same for everybody. */
export const PRIVATE = /^\/(?:compte|negociations|equipe|collectifs\/[^/]+\/espace|textes|signer)(?:\/|$|\?)/;
/** From where the private pages are followed. */
export const ENTRANCES = ['/compte', '/negociations'];

const PEOPLE = [
  { name: 'coordination', email: 'coordination@valbourg.example' },
  { name: 'liste', email: 'liste@valbourg.example' },
] as const;

/** Signs each in. Throws when one cannot. */
export async function signIn(origin: string): Promise<readonly Visitor[]> {
  const visitors: Visitor[] = [];
  for (const { name, email } of PEOPLE) visitors.push({ name, cookie: await cookieOf(origin, email) });
  return visitors;
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
