import { expect, test } from 'vitest';
import { momentIn, spanIn } from './moments.fr.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('an instant is told as the clocks of the place say it, overseas too', () => {
  const at = new Date('2029-06-30T22:30:00Z');
  expect(plain(momentIn(at, 'Europe/Paris'))).toBe('dimanche 1er juillet 2029 à 0 h 30');
  expect(plain(momentIn(at, 'Indian/Reunion'))).toBe('dimanche 1er juillet 2029 à 2 h 30');
  expect(plain(momentIn(at, 'Pacific/Tahiti'))).toBe('samedi 30 juin 2029 à 12 h 30');
});

test('whole hours are told without minutes, and a night has two days', () => {
  const span = (startsAt: string, endsAt: string) =>
    plain(spanIn({ startsAt: new Date(startsAt), endsAt: new Date(endsAt), zone: 'Europe/Paris' }));
  expect(span('2029-01-15T17:00:00Z', '2029-01-15T19:15:00Z')).toBe('lundi 15 janvier 2029, de 18 h à 20 h 15');
  expect(span('2029-01-15T22:00:00Z', '2029-01-15T23:30:00Z')).toBe(
    'du lundi 15 janvier 2029 à 23 h au mardi 16 janvier 2029 à 0 h 30',
  );
});
