import { describe, expect, test } from 'vitest';
import { startUpMessage } from '#ui/messages/start-up.fr.ts';
import { publicAddress, readConfig } from './config.ts';
import { StartUpFailure } from './start-up-failure.ts';

function messageOf(environment: Record<string, string>): string {
  try {
    readConfig(environment, '/srv/site');
  } catch (error) {
    if (error instanceof StartUpFailure) return startUpMessage(error.problem);
    throw error;
  }
  return '';
}

describe('the settings', () => {
  test('are all optional and safe: this machine only, a folder beside the code, no trusted header', () => {
    expect(readConfig({}, '/srv/site')).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicOrigin: null,
      dataDirectory: '/srv/site/.data',
      databaseUrl: null,
      stateDirectory: '/var/lib/parole-tenue',
      databasePool: 10,
      clientAddressHeader: null,
      contact: null,
      siteSecret: null,
      mail: null,
      timestampAuthority: null,
      identityProvider: null,
      drainSeconds: 10,
      demo: true,
    });
  });

  test('count an empty or blank value as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '  ', PUBLIC_ORIGIN: '' }, '/srv/site')).toEqual(
      readConfig({}, '/srv/site'),
    );
  });

  test('take a folder as absolute or from the current directory', () => {
    expect(readConfig({ DATA_DIR: '/var/data/../kept' }, '/srv').dataDirectory).toBe('/var/kept');
    expect(readConfig({ DATA_DIR: 'kept' }, '/srv').dataDirectory).toBe('/srv/kept');
  });

  test('keep the scheme, host and port of the public address and drop a closing slash', () => {
    expect(readConfig({ PUBLIC_ORIGIN: 'https://Parole.example/' }, '/').publicOrigin).toBe('https://parole.example');
    expect(readConfig({ PUBLIC_ORIGIN: 'http://localhost:8080' }, '/').publicOrigin).toBe('http://localhost:8080');
  });

  test.each(['parole.example', 'ftp://parole.example', 'https://parole.example/site', 'https://a:b@parole.example'])(
    'refuse %s as a public address',
    (value) => {
      expect(messageOf({ PUBLIC_ORIGIN: value })).toContain(value);
    },
  );

  test.each(['0x50', '-1', '65536', '3000.5', '1e3', 'abc', '99999999999999'])('refuse %s as a port', (value) => {
    expect(messageOf({ PORT: value })).toContain('PORT');
  });

  test('keep how to reach who runs the site, and refuse what is not an address', () => {
    expect(readConfig({ CONTACT: ' bonjour@parole.example ' }, '/').contact).toEqual({
      kind: 'e-mail',
      address: 'bonjour@parole.example',
    });
    expect(messageOf({ CONTACT: 'http://parole.example' })).toContain('- CONTACT : « http://parole.example »');
  });

  test('name everything that is wrong in one message', () => {
    const message = messageOf({ PORT: 'x', PUBLIC_ORIGIN: 'y', DATABASE_URL: 'mysql://z', DEMO: 'oui', HOST: 'a b' });
    for (const variable of ['PORT', 'PUBLIC_ORIGIN', 'DATABASE_URL', 'DEMO', 'HOST']) {
      expect(message).toContain(`- ${variable} :`);
    }
  });

  test('never repeat the password of a database', () => {
    expect(messageOf({ DATABASE_URL: 'mysql://me:secret@host/base' })).not.toContain('secret');
  });

  test('take the way that mails go with the address that they come from', () => {
    const given = { SMTP_URL: 'smtps://compte:Xy12@mail.example', MAIL_FROM: 'bonjour@parole.example' };
    expect(readConfig(given, '/').mail).toEqual({ url: given.SMTP_URL, from: given.MAIL_FROM });
    expect(messageOf({ SMTP_URL: given.SMTP_URL })).toContain('MAIL_FROM');
    expect(messageOf({ ...given, SMTP_URL: 'https://compte:Xy12@mail.example' })).toMatch(/SMTP_URL(?!.*Xy12)/);
    expect(messageOf({ ...given, MAIL_FROM: 'bonjour' })).toContain('bonjour');
  });

  test('ask the time of an address of the web alone', () => {
    const { timestampAuthority } = readConfig({ TSA_URL: 'https://tsa.example/tsr' }, '/');
    expect(timestampAuthority).toBe('https://tsa.example/tsr');
    expect(messageOf({ TSA_URL: 'ldap://tsa.example' })).toContain('TSA_URL');
  });

  test('refuse a secret that could be guessed, without repeating it', () => {
    expect(messageOf({ SITE_SECRET: 'too short' })).toMatch(/SITE_SECRET(?!.*too short)/);
  });

  test('give people the public address, otherwise localhost', () => {
    expect(publicAddress(readConfig({}, '/'))).toBe('http://localhost:3000');
    expect(publicAddress(readConfig({ PUBLIC_ORIGIN: 'https://parole.example' }, '/'))).toBe('https://parole.example');
  });
});
