/**
 * Who runs this site, as a visitor can reach them: the setting `CONTACT`.
 *
 * An address of the plainest form only: it is shown on every page and written in `/.well-known/security.txt`.
 */
export type Contact =
  | { readonly kind: 'e-mail'; readonly address: string }
  /** An https page, with a form or an address. */
  | { readonly kind: 'page'; readonly address: string };

const LONGEST = 254;
const E_MAIL = /^[a-z0-9](?:[a-z0-9._+-]*[a-z0-9])?@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

/** Null when it is neither an e-mail address nor an https address, or is longer than 254 characters. */
export function readContact(value: string): Contact | null {
  if (value.length > LONGEST) return null;
  if (E_MAIL.test(value) && !value.includes('..')) return { kind: 'e-mail', address: value };
  const url = /^https:\/\/[^\s\\'"<>]+$/i.test(value) && URL.canParse(value) ? new URL(value) : null;
  if (url === null || url.username !== '' || url.password !== '') return null;
  return { kind: 'page', address: url.href };
}

/** For links and for RFC 9116: `mailto:…` or `https://…`. */
export function contactUri(contact: Contact): string {
  return contact.kind === 'e-mail' ? `mailto:${contact.address}` : contact.address;
}
