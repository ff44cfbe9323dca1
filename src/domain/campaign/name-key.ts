/** Names of lists and people, written in one way for comparing, never for showing. */

/** Lower case, no accent, letters and digits in words separated by one space: `Élan & Avenir` is `elan avenir`. */
export function nameKey(name: string): string {
  const plain = name
    .slice(0, 300)
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
