/**
 * A number as people write it in French cells: `1 234,5`, `12,5 %`, `1234.5`, `-3`. Nothing is guessed: `1.234` may be a
 * thousand or one and a bit, and is given back.
 */
export type NumberRead =
  | { readonly kind: 'number'; readonly value: number }
  /** Nobody knows, as the cell says: empty, `-`, `n.d.`, `NC`, `?`, `inconnu`. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'not-a-number' }
  /** Past 10^12 either way, or with more than four decimals. */
  | { readonly kind: 'out-of-bounds' };

const UNKNOWN =
  /^(?:[-–—?./]*|n\/?[acd]|n\.[acd]\.?|non (?:disponible|communique|connu|renseigne)e?s?|inconnue?s?|nsp|so|s\.o\.)$/;
export const MOST = 1e12;

/** `unit` may stand after the number, as in `12,5 %`. */
export function readFrenchNumber(typed: string, unit = ''): NumberRead {
  const text = typed
    .normalize('NFKC')
    .replace(/[−‒–](?=\d)/g, '-')
    .trim();
  const plain = fold(text);
  if (UNKNOWN.test(plain)) return { kind: 'unknown' };
  const bare = withoutUnit(text, unit).replace(/[\s'’](?=\d{3}(?!\d))/g, '');
  if (/^[+-]?\d{1,3}\.\d{3}$/.test(bare) && !/^[+-]?0\./.test(bare)) return { kind: 'ambiguous' };
  if (!/^[+-]?\d+(?:[.,]\d+)?$/.test(bare)) return { kind: 'not-a-number' };
  const value = Number(bare.replace(',', '.'));
  const decimals = /[.,](\d+?)0*$/.exec(bare)?.[1]?.length ?? 0;
  if (Math.abs(value) > MOST || decimals > 4) return { kind: 'out-of-bounds' };
  return { kind: 'number', value: value === 0 ? 0 : value };
}

function withoutUnit(text: string, unit: string): string {
  for (const end of ['%', '€', unit]) {
    if (end !== '' && fold(text).endsWith(fold(end))) return text.slice(0, text.length - end.length).trim();
  }
  return text;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
