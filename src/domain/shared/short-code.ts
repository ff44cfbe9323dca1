/**
 * A short code that people read aloud, print and type: ten characters without I, L, O and U, in two halves
 * (`K7M2P-9XQ4T`). 32^10 of them: nobody finds another's by trying.
 */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/** From ten random bytes; five bits of each are used. */
export function shortCode(random: Uint8Array): string {
  if (random.length < LENGTH) throw new RangeError(`a short code takes ${LENGTH} random bytes`);
  return Array.from(random.subarray(0, LENGTH), (byte) => LETTERS.charAt(byte & 31)).join('');
}

/** As shown: with a hyphen in the middle. */
export function shownCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

/** What somebody typed, as a code: case, spaces and hyphens do not count, O is 0, I and L are 1. Null: it is none. */
export function typedCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\u00a0\u202f-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : null;
}
