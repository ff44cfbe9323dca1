import { expect, test } from 'vitest';
import { readEmail, sameEmail } from './email.ts';

test.each([
  ['  Claire.Martin@Exemple.FR ', 'Claire.Martin@exemple.fr'],
  ['c+pacte@sous.domaine.exemple.org', 'c+pacte@sous.domaine.exemple.org'],
  ['zoé@mairie-champigny.fr', 'zoé@mairie-champigny.fr'],
  ["o'neil@exemple.fr", "o'neil@exemple.fr"],
])('%s is an address', (typed, read) => {
  expect(readEmail(typed)).toBe(read);
});

test.each([
  '',
  'claire',
  'claire@',
  '@exemple.fr',
  'claire@exemple',
  'claire@@exemple.fr',
  'claire@exemple..fr',
  '.claire@exemple.fr',
  'claire martin@exemple.fr',
  'claire@exemple.fr, autre@exemple.fr',
  'Claire <claire@exemple.fr>',
  'claire@exemple.fr\r\nBcc: autre@exemple.fr',
  'claire\u0000@exemple.fr',
  'claire\u200b@exemple.fr',
  '"claire"@exemple.fr',
  `${'a'.repeat(65)}@exemple.fr`,
  `claire@${'a.'.repeat(130)}fr`,
])('%j is none', (typed) => {
  expect(readEmail(typed)).toBeNull();
});

test('capitals do not make another address', () => {
  expect(sameEmail('Claire@exemple.fr', 'claire@exemple.fr')).toBe(true);
  expect(sameEmail('claire@exemple.fr', 'clara@exemple.fr')).toBe(false);
});
