/**
 * The day where a municipality is. A rule that depends on a day takes it as a parameter (`today: string`); this is how
 * its caller finds it. A day is `YYYY-MM-DD`, never the date in UTC: in Nouméa it is already tomorrow.
 */

/** By code of the département or overseas collectivity (INSEE); Paris for every other. */
const OVERSEAS: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
};

/** IANA name of the zone in which the clocks of a département are set. */
export function zoneOf(departmentCode: string): string {
  return OVERSEAS[departmentCode] ?? 'Europe/Paris';
}

/** The day it is at `now` in this département. */
export function localDay(now: Date, departmentCode: string): string {
  return dayIn(now, zoneOf(departmentCode));
}

/** The day it is at `now` in this zone. */
export function dayIn(now: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...DAY_PARTS }).formatToParts(now);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

const DAY_PARTS = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** The instant at which a day is over in this zone: midnight, or the moment that stands for it when clocks change then. */
export function endOfDay(day: string, zone: string): Date {
  const midnight = new Date(`${dayAfter(day, 1)}T00:00:00Z`).getTime();
  // The zone is at most fourteen hours away from UTC: the day changes once in between.
  let [before, after] = [midnight - 14 * HOUR, midnight + 14 * HOUR];
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (middle <= before) break;
    if (dayIn(new Date(middle), zone) > day) after = middle;
    else before = middle;
  }
  return new Date(after);
}

const HOUR = 3_600_000;

/** The day `days` later; earlier when negative. Days of the calendar, whatever the zone. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** From one day to the other; negative when the second comes first. Days of the calendar, whatever the zone and its clocks. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

const DAY = 24 * HOUR;

/** Whether this is a day of the calendar written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
