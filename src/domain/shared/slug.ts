/**
 * The readable half of an address: `12-champigny-alternance`.
 *
 * A slug never identifies anything: the number or code before it does, so a slug may change freely.
 */

/** ASCII letters, digits and single hyphens, at most 80 characters; empty when the text has none. */
export function slugOf(text: string): string {
  const plain = text
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .replaceAll('æ', 'ae')
    .replaceAll('Æ', 'AE')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, 80).replace(/^-+|-+$/g, '');
}
