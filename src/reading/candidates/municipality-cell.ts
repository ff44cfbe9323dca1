/**
 * The municipality that a row names, as INSEE writes it. Files of the Ministry of the Interior write three digits inside the
 * département, their own letters for overseas (ZA for 971), sectors as `056SR01`; spreadsheets eat the zeros in front.
 */
export type NamedMunicipality = {
  /** Five characters; whether it exists is asked elsewhere. */
  readonly code: string;
  /** `SR01`; null: the file names no sector here. */
  readonly sector: string | null;
};

/** Letters of the Ministry, and how their communes begin at INSEE. */
const OVERSEAS: Readonly<Record<string, string>> = {
  ZA: '97',
  ZB: '97',
  ZC: '97',
  ZD: '97',
  ZM: '97',
  ZS: '97',
  ZN: '98',
  ZP: '98',
  ZW: '98',
};

/** Null when the two cells name no municipality. `department` '' when the file has no such column. */
export function municipalityIn({
  department,
  municipality,
}: {
  readonly department: string;
  readonly municipality: string;
}): NamedMunicipality | null {
  const [, written = '', sector = null] = /^([0-9A-Z]{1,5}?)(SR\d{1,2})?$/.exec(squeezed(municipality)) ?? [];
  const code = codeOf(squeezed(department), written);
  if (code === null) return null;
  return { code, sector: sector === null ? null : `SR${sector.slice(2).padStart(2, '0')}` };
}

function codeOf(department: string, written: string): string | null {
  const whole = /^\d[0-9AB]\d{3}$/.test(written) ? written : null;
  if (department === '') return whole ?? (/^\d{4}$/.test(written) ? `0${written}` : null);
  if (whole !== null) return whole;
  const begin = OVERSEAS[department];
  if (begin !== undefined) return overseas(department, begin, written);
  const digits = /^\d$/.test(department) ? `0${department}` : department;
  // `1004` with the département 1: the zero in front was eaten.
  if (/^\d{4}$/.test(written) && `0${written}`.startsWith(digits)) return `0${written}`;
  if (!/^\d{1,3}$/.test(written)) return null;
  if (/^9[78]\d$/.test(digits)) {
    // 971 and 105, or 971 and 05.
    return written.length === 3 ? `${digits.slice(0, 2)}${written}` : `${digits}${written.padStart(2, '0')}`;
  }
  return /^(\d\d|2[AB])$/.test(digits) ? `${digits}${written.padStart(3, '0')}` : null;
}

function overseas(letters: string, begin: string, written: string): string | null {
  if (!/^\d{3}$/.test(written)) return null;
  // Mayotte is 985 there and 976 at INSEE.
  return letters === 'ZM' ? `976${written.slice(1)}` : `${begin}${written}`;
}

function squeezed(cell: string): string {
  return cell.replace(/[\s\u00a0\u202f'’"=]/g, '').toUpperCase();
}
