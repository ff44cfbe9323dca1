import { expect, test } from 'vitest';
import { icalendar, type CalendarEntry } from './icalendar.ts';

const MEETING: CalendarEntry = {
  uid: '3f1c',
  revision: 2,
  title: 'Réunion ; choix, priorités',
  location: 'Café « La Paix », 3 rue de l’Église',
  description: 'Première ligne\nSeconde \\ ligne\r\nEND:VEVENT',
  startsAt: new Date('2027-03-10T17:30:00Z'),
  endsAt: new Date('2027-03-10T19:00:00.500Z'),
  changedAt: new Date('2027-03-01T08:00:00Z'),
  cancelled: false,
  url: 'https://exemple.fr/collectifs/3-nogent',
};

const written = (change: Partial<CalendarEntry> = {}): string =>
  icalendar({ name: 'Collectif de Nogent', host: 'exemple.fr', entries: [{ ...MEETING, ...change }] });

/** As a calendar reads it: folded lines put together again. */
const linesOf = (file: string): readonly string[] => file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);

test('says what, when and where, in instants that hold everywhere', () => {
  expect(linesOf(written())).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parole tenue//Agenda des collectifs//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:Collectif de Nogent',
    'X-WR-CALNAME:Collectif de Nogent',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'BEGIN:VEVENT',
    'UID:3f1c@exemple.fr',
    'SEQUENCE:2',
    'DTSTAMP:20270301T080000Z',
    'LAST-MODIFIED:20270301T080000Z',
    'DTSTART:20270310T173000Z',
    'DTEND:20270310T190000Z',
    'SUMMARY:Réunion \\; choix\\, priorités',
    'LOCATION:Café « La Paix »\\, 3 rue de l’Église',
    'DESCRIPTION:Première ligne\\nSeconde \\\\ ligne\\nEND:VEVENT',
    'URL:https://exemple.fr/collectifs/3-nogent',
    'STATUS:CONFIRMED',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
});

test('nothing that somebody typed ends an entry or begins another', () => {
  const file = written({ title: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT', location: 'a\u0000b\u0007' });
  expect(linesOf(file).filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  expect(file).not.toMatch(/[\u0000\u0007]/);
});

test('lines hold 75 bytes at most, and no letter is cut in two', () => {
  const title = 'é'.repeat(300) + '🚲'.repeat(40);
  const file = written({ title });
  const bytes = new TextEncoder();
  for (const line of file.split('\r\n')) expect(bytes.encode(line).length).toBeLessThanOrEqual(75);
  expect(file).not.toContain('\ufffd');
  expect(linesOf(file)).toContain(`SUMMARY:${title}`);
});

test('what is cancelled stays, and says so', () => {
  expect(linesOf(written({ cancelled: true, location: '', description: '' }))).toContain('STATUS:CANCELLED');
});

test('without an entry it is a calendar', () => {
  expect(linesOf(icalendar({ name: 'Vide', host: 'exemple.fr', entries: [] }))).toHaveLength(9);
});

test('a whole day is that day everywhere, up to the day after, left out', () => {
  const entry = {
    ...{ uid: 'x', revision: 0, title: 'Fin\r\nBEGIN:VALARM', location: '', description: 'a;b,c\\d', on: '2028-02-29' },
    ...{ changedAt: new Date('2027-01-01T00:00:00Z'), cancelled: false, url: 'https://exemple.fr/x' },
  };
  const lines = icalendar({ name: 'Échéances', host: 'exemple.fr', entries: [entry] }).split('\r\n');
  expect(lines).toContain('DTSTART;VALUE=DATE:20280229');
  expect(lines).toContain('DTEND;VALUE=DATE:20280301');
  expect(lines).toContain('SUMMARY:Fin\\nBEGIN:VALARM');
  expect(lines).toContain('DESCRIPTION:a\\;b\\,c\\\\d');
  expect(lines.filter((line) => line.startsWith('BEGIN:'))).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VEVENT']);
});
