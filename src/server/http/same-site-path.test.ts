import { expect, test } from 'vitest';
import { sameSitePath } from './same-site-path.ts';

test.each(['/compte', '/collectifs/3-pacte-ici/espace?vue=agenda', '/communes/94017'])('%s is kept', (path) => {
  expect(sameSitePath(path, '/compte')).toBe(path);
});

test.each([
  null,
  '',
  'compte',
  'https://ailleurs.example',
  '//ailleurs.example',
  '/\\ailleurs.example',
  '/.//ailleurs.example',
  '/%2e//ailleurs.example',
  'javascript:alert(1)',
  '/\nailleurs',
  '/\t/ailleurs.example',
  '/connexion?vers=/connexion',
  `/${'a'.repeat(600)}`,
])('%j is not', (path) => {
  expect(sameSitePath(path, '/compte')).toBe('/compte');
});
