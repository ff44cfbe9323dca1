/**
 * `/.well-known/security.txt`, as RFC 9116 wants it: where to tell of a weakness, and until when this holds.
 *
 * Contact and Expires are required. A file without anybody behind it would send people to nobody, so there is none
 * until the operator sets CONTACT.
 */
import { contactUri, type Contact } from '../contact.ts';

const HALF_A_YEAR = 182 * 24 * 3600 * 1000;

/** `origin` is scheme and host; `now` in milliseconds. The expiry moves with each answer, and keeps whole days. */
export function securityTxt({ contact, origin, now }: { contact: Contact; origin: string; now: number }): string {
  const expires = new Date(now + HALF_A_YEAR);
  expires.setUTCHours(0, 0, 0, 0);
  const lines = [
    `Contact: ${contactUri(contact)}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: fr, en',
    // Addresses of the web must be https there: a site tried on localhost leaves them out.
    ...(origin.startsWith('https://')
      ? [`Canonical: ${origin}/.well-known/security.txt`, `Policy: ${origin}/a-propos#securite`]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}
