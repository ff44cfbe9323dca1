import { expect, test } from 'vitest';
import { securityTxt } from './security-txt.ts';

const now = Date.UTC(2026, 10, 22, 15, 30);
const contact = { kind: 'e-mail', address: 'bonjour@parole.example' } as const;

test('says who to tell, until when, and where the policy is', () => {
  expect(securityTxt({ contact, origin: 'https://parole.example', now })).toBe(
    [
      'Contact: mailto:bonjour@parole.example',
      'Expires: 2027-05-23T00:00:00.000Z',
      'Preferred-Languages: fr, en',
      'Canonical: https://parole.example/.well-known/security.txt',
      'Policy: https://parole.example/a-propos#securite',
      '',
    ].join('\n'),
  );
});

test('names only https addresses of the web, as the RFC wants', () => {
  expect(securityTxt({ contact, origin: 'http://localhost:3000', now })).not.toContain('http:');
});

test('never lasts a year, the longest that the RFC advises', () => {
  const expires = /^Expires: (.+)$/m.exec(securityTxt({ contact, origin: 'https://parole.example', now }))?.[1] ?? '';
  expect(Date.parse(expires)).toBeGreaterThan(now);
  expect(Date.parse(expires)).toBeLessThan(now + 365 * 24 * 3600 * 1000);
});
