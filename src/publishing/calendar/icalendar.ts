/**
 * A calendar that telephones and programs subscribe to: RFC 5545, with what RFC 7986 names (NAME, REFRESH-INTERVAL).
 *
 * Instants are written in UTC: right everywhere without a table of time zones in the file. A cancelled entry stays with
 * its status, and its revision grows, so that calendars which took it learn of it.
 */
import { dayAfter } from '#domain/shared/local-day.ts';

export type CalendarEntry = TimedEntry | DayEntry;

/** From one instant to another. */
export type TimedEntry = EntryWords & { readonly startsAt: Date; readonly endsAt: Date };

/** A whole day, YYYY-MM-DD, the same wherever it is read: it floats, as section 3.3.4 says of dates. */
export type DayEntry = EntryWords & { readonly on: string };

type EntryWords = {
  readonly uid: string;
  readonly revision: number;
  readonly title: string;
  readonly location: string;
  readonly description: string;
  readonly changedAt: Date;
  readonly cancelled: boolean;
  /** Absolute address of the page that tells of it. */
  readonly url: string;
};

export type Calendar = {
  readonly name: string;
  /** The host that the identifiers end with, as RFC 7986 section 5.3 advises. */
  readonly host: string;
  readonly entries: readonly CalendarEntry[];
};

/** Lines end with CRLF and hold at most 75 bytes, as section 3.1 asks. */
export function icalendar({ name, host, entries }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parole tenue//Agenda des collectifs//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...entries.flatMap((entry) => eventLines(entry, host)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(entry: CalendarEntry, host: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}@${host}`,
    `SEQUENCE:${String(entry.revision)}`,
    `DTSTAMP:${instant(entry.changedAt)}`,
    `LAST-MODIFIED:${instant(entry.changedAt)}`,
    ...('on' in entry
      ? [
          `DTSTART;VALUE=DATE:${dateOf(entry.on)}`,
          `DTEND;VALUE=DATE:${dateOf(dayAfter(entry.on, 1))}`,
          'TRANSP:TRANSPARENT',
        ]
      : [`DTSTART:${instant(entry.startsAt)}`, `DTEND:${instant(entry.endsAt)}`]),
    `SUMMARY:${text(entry.title)}`,
    ...(entry.location === '' ? [] : [`LOCATION:${text(entry.location)}`]),
    ...(entry.description === '' ? [] : [`DESCRIPTION:${text(entry.description)}`]),
    `URL:${entry.url.replace(/[\r\n]/g, '')}`,
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** Section 3.3.4: `20270310`. */
function dateOf(day: string): string {
  return day.replaceAll('-', '');
}

/** Section 3.3.5, form 2: `20270310T183000Z`. */
function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Section 3.3.11. Control signs have no way to be written. */
function text(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** A line of more than 75 bytes goes on after CRLF and a space; never in the middle of a character. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const sign of line) {
    const more = bytes.encode(sign).length;
    if (length + more > 75) {
      parts.push(part);
      // The space that opens the next part counts too.
      [part, length] = ['', 1];
    }
    part += sign;
    length += more;
  }
  return [...parts, part].join('\r\n ');
}
