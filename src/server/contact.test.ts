import { describe, expect, test } from 'vitest';
import { contactUri, readContact } from './contact.ts';

describe('who runs this site', () => {
  test.each([
    ['bonjour@parole.example', 'mailto:bonjour@parole.example'],
    ['Jeanne.de-la+pacte@mail.parole.example', 'mailto:Jeanne.de-la+pacte@mail.parole.example'],
    ['https://parole.example/nous-ecrire?de=site', 'https://parole.example/nous-ecrire?de=site'],
    ['https://parole.example', 'https://parole.example/'],
  ])('is reached at %s', (value, uri) => {
    const contact = readContact(value);
    expect(contact).not.toBeNull();
    expect(contact && contactUri(contact)).toBe(uri);
  });

  test.each([
    'parole',
    'bonjour@parole',
    'a@b@parole.example',
    '.a@parole.example',
    'a..b@parole.example',
    'a@-b.example',
    'a b@parole.example',
    'a?cc=b@parole.example',
    'mailto:a@parole.example',
    'http://parole.example',
    'https://',
    'https://moi:secret@parole.example',
    'https://parole.example/\nContact: https://evil.example',
    'javascript:alert(1)',
    `${'a'.repeat(250)}@parole.example`,
  ])('is not reached at %j', (value) => {
    expect(readContact(value)).toBeNull();
  });
});
