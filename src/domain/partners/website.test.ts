import { expect, test } from 'vitest';
import { neededOn, partnerDecision } from './organisation.ts';
import { isAtSite, readWebsite } from './website.ts';

test('two ways of writing one site are one, and local groups under one host are several', () => {
  expect(readWebsite('www.Exemple.org/')).toEqual({
    href: 'https://www.exemple.org',
    key: 'exemple.org',
    host: 'exemple.org',
  });
  expect(readWebsite('http://exemple.org')?.key).toBe('exemple.org');
  expect(readWebsite('https://reseau.org/Bry/')?.key).toBe('reseau.org/bry');
  expect(readWebsite('https://été.example')?.host).toMatch(/^xn--/);
});

test.each([
  '',
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://exemple.org',
  'https://claire:secret@exemple.org',
  'https://exemple.org:8443',
  'https://127.0.0.1',
  'https://[::1]/',
  'https://localhost',
  'https://exemple.org/\u202egro',
  'deux mots',
  `https://exemple.org/${'a'.repeat(400)}`,
])('%j is no public site', (typed) => {
  expect(readWebsite(typed)).toBeNull();
});

test('an address is at a site when its domain is that of the site or under it', () => {
  const site = { host: 'exemple.org' };
  expect(isAtSite('lou@exemple.org', site)).toBe(true);
  expect(isAtSite('lou@mail.Exemple.org', site)).toBe(true);
  expect(isAtSite('lou@faux-exemple.org', site)).toBe(false);
  expect(isAtSite('lou@exemple.org.pirate.net', site)).toBe(false);
  expect(isAtSite('lou@org', { host: 'exemple.org' })).toBe(false);
});

test('whichever side first reaches the number decides, by the rule of that day', () => {
  expect(partnerDecision(['for'], 2)).toBeNull();
  expect(partnerDecision(['for', 'against', 'for'], 2)).toBe('accepted');
  expect(partnerDecision(['against', 'for', 'against'], 2)).toBe('refused');
  const rules = [
    { since: '2026-06-01', votesNeeded: 3 },
    { since: '2026-01-01', votesNeeded: 2 },
  ];
  expect(neededOn(rules, '2025-12-31')).toBeNull();
  expect(neededOn(rules, '2026-05-31')).toBe(2);
  expect(neededOn(rules, '2026-06-01')).toBe(3);
});
