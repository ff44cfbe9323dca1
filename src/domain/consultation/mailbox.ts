/**
 * The box that an address reaches, to count one person once. Only what a provider says of its own addresses is used: what
 * follows a `+`, and dots, where it says that they do not count. Everywhere else two addresses are two people.
 * docs/decisions/0035 says why.
 */
import { SHARED_MAILBOXES } from './shared-mailboxes.ts';

type Reading = { readonly as?: string; readonly dots?: true };

/** By domain, in lower case. All of them give what follows a `+` to the same box. */
const KNOWN: Readonly<Record<string, Reading>> = {
  'gmail.com': { dots: true },
  'googlemail.com': { as: 'gmail.com', dots: true },
  'outlook.com': {},
  'outlook.fr': {},
  'hotmail.com': {},
  'hotmail.fr': {},
  'live.fr': {},
  'live.com': {},
  'msn.com': {},
  'icloud.com': {},
  'me.com': {},
  'mac.com': {},
  'proton.me': {},
  'protonmail.com': {},
  'pm.me': {},
  'fastmail.com': {},
};

/** Lower case. The same for two addresses that are known to reach one box; `email` as `readEmail` gives it. */
export function mailboxOf(email: string): string {
  const lower = email.toLowerCase();
  const at = lower.lastIndexOf('@');
  const [name, domain] = [lower.slice(0, at), lower.slice(at + 1)];
  const known = KNOWN[domain];
  if (known === undefined) return lower;
  const plain = name.split('+')[0] ?? '';
  const box = known.dots ? plain.replaceAll('.', '') : plain;
  // `+vote@gmail.com`: nothing is left of it.
  return `${box === '' ? name : box}@${known.as ?? domain}`;
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

/** Providers where everybody can open a box, and many people of one hour meet by chance. */
export function isSharedByMany(domain: string): boolean {
  return Object.hasOwn(KNOWN, domain) || SHARED_MAILBOXES.has(domain);
}
