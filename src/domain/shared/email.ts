/**
 * An e-mail address as somebody types it. Only its form is looked at: whether it is theirs is shown by a code sent there
 * (src/use-cases/proofs).
 */

const LONGEST = 254;

/** Something before one @, a domain with a dot after it; no space, no comma, nothing that could end a header. */
const FORM =
  /^[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,63}$/u;

/** Without the spaces around it, its domain in lower case; null: not an address, or longer than 254 characters. */
export function readEmail(typed: string): string | null {
  const text = typed.normalize('NFC').trim();
  if (text.length > LONGEST || !FORM.test(text)) return null;
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1).toLowerCase();
  const name = text.slice(0, at);
  if (/\.\.|-\.|\.-/.test(domain) || /\.\.|^\.|\.$/.test(name)) return null;
  return `${name}@${domain}`;
}

/** Two addresses that reach the same person as far as one can tell: capitals do not count. */
export function sameEmail(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
