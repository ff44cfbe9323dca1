/**
 * Which day it is in a municipality. At the same instant it may be yesterday in Martinique and tomorrow in
 * Nouméa, and a deadline belongs to the people who live there.
 *
 * Source of the zones: IANA time zone database, legal times of the overseas collectivities.
 */
import type { Brand, MunicipalityCode } from './municipality.ts';

/** `YYYY-MM-DD`, without a time nor a zone. */
export type Day = Brand<string, 'Day'>;

const METROPOLITAN = 'Europe/Paris';

/** By the first three characters of the code; mainland France and Corsica have the rest. */
const OVERSEAS: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '984': 'Indian/Kerguelen',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
  '989': 'Etc/GMT+8',
};

/** Archipelagos of French Polynesia, and one land of the southern territories, that keep a time of their own. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  '98414': 'Antarctica/DumontDUrville',
  '98415': 'Indian/Mayotte',
  '98718': 'Pacific/Marquesas',
  '98719': 'Pacific/Gambier',
  '98723': 'Pacific/Marquesas',
  '98731': 'Pacific/Marquesas',
  '98746': 'Pacific/Marquesas',
  '98756': 'Pacific/Marquesas',
  '98757': 'Pacific/Marquesas',
};

/** An IANA name that Intl understands. */
export function timeZoneOf(code: MunicipalityCode): string {
  return EXCEPTIONS[code] ?? OVERSEAS[code.slice(0, 3)] ?? METROPOLITAN;
}

export function dayIn(code: MunicipalityCode, instant: Date): Day {
  const parts = new Map(
    formatterOf(timeZoneOf(code))
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}` as Day;
}

/** Making a formatter costs a thousand times more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}
