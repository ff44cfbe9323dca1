/** Sums of euros in a cell. Only what names exactly one sum is a figure; all else stays words. */

const LARGEST = 1e12;

/**
 * `12 000 €`, `12000,50`, `1.234.567,00 EUR`, `12 k€`, `1,5 M€`; null for « 10 000 à 15 000 », « environ 5 000 € », and for
 * `1.234`, which is one thousand or one and a bit depending on who wrote it.
 */
export function exactSum(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/\s*(?:euros?|eur|€)\s*(?:h\.?t\.?|t\.?t\.?c\.?)?$/i, ' €')
    .trim();
  const [, digits, unit] = /^([\d\s.,']+?)\s*(k\s*€|M\s*€|€)?$/.exec(plain) ?? [];
  if (digits === undefined) return null;
  const value = numberWritten(digits);
  if (value === null) return null;
  const times = unit?.startsWith('k') === true ? 1_000 : unit?.startsWith('M') === true ? 1_000_000 : 1;
  return asEuros(value * times);
}

/** Rounded away from what binary numbers add; null when it is no sum of cents between 0 and 10^12. */
export function asEuros(value: number): number | null {
  const rounded = Math.round(value * 100) / 100;
  const isExact = Math.abs(value - rounded) < 1e-6 * Math.max(1, Math.abs(value) * 1e-6);
  return isExact && rounded >= 0 && rounded <= LARGEST ? rounded : null;
}

/** As French files write it: `12 000,50 €`. */
export function sumWritten(euros: number): string {
  const [whole = '0', cents] = (Math.round(euros * 100) / 100).toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ' ');
  return `${grouped}${cents === '00' || cents === undefined ? '' : `,${cents}`} €`;
}

function numberWritten(digits: string): number | null {
  const compact = digits.trim();
  // Thousands by spaces or apostrophes, decimals by a comma or a point.
  if (/^(?:\d+|\d{1,3}(?:[\s']\d{3})+)(?:[.,]\d{1,2})?$/.test(compact)) {
    return Number(compact.replace(/[\s']/g, '').replace(',', '.'));
  }
  if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$|^\d{1,3}(?:\.\d{3}){2,}$/.test(compact)) {
    return Number(compact.replaceAll('.', '').replace(',', '.'));
  }
  if (/^\d{1,3}(?:,\d{3})+\.\d{1,2}$|^\d{1,3}(?:,\d{3}){2,}$/.test(compact)) return Number(compact.replaceAll(',', ''));
  // Zero and a bit has no thousands: `0,125 M€`.
  return /^0[.,]\d{3}$/.test(compact) ? Number(compact.replace(',', '.')) : null;
}
