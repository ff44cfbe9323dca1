import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import { settleClientAddress, settleOrigin } from './request-origin.ts';

function settled(headers: IncomingHttpHeaders, publicOrigin: string | null = null): string {
  settleOrigin(headers, publicOrigin);
  return `${String(headers['x-forwarded-proto'])}://${String(headers.host)}`;
}

describe('without a public address', () => {
  test('a request is http at the host it names', () => {
    expect(settled({ host: 'localhost:3000' })).toBe('http://localhost:3000');
    expect(settled({ host: '[::1]:3000' })).toBe('http://[::1]:3000');
  });

  test('a proxy may say https, and the host that people see', () => {
    expect(
      settled({ host: '127.0.0.1:3000', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'parole.example' }),
    ).toBe('https://parole.example');
    expect(settled({ host: 'parole.example', 'x-forwarded-proto': 'HTTPS, http' })).toBe('https://parole.example');
  });

  test.each(['ftp', 'javascript', 'https:', '', 'http://evil'])('%j is not a scheme', (scheme) => {
    expect(settled({ host: 'localhost', 'x-forwarded-proto': scheme })).toBe('http://localhost');
  });

  test.each(['evil.example/path', 'a b', 'evil@x', '', '[zz]'])('%j is not a host', (host) => {
    expect(settled({ host: 'localhost', 'x-forwarded-host': host })).toBe('http://localhost');
  });
});

describe('with a public address', () => {
  test('every request is at that address, whatever a proxy or a visitor says', () => {
    for (const headers of [
      { host: '127.0.0.1:3000' },
      {},
      { host: 'evil.example', 'x-forwarded-proto': 'http', 'x-forwarded-host': 'evil.example' },
    ]) {
      expect(settled(headers, 'https://parole.example')).toBe('https://parole.example');
    }
    expect(settled({ host: 'x' }, 'http://localhost:8080')).toBe('http://localhost:8080');
  });
});

describe('the address of a visitor', () => {
  test('is left to the proxy, and filled in when no proxy stood between', () => {
    const through: IncomingHttpHeaders = { 'x-forwarded-for': '192.0.2.7' };
    settleClientAddress(through, { header: 'x-forwarded-for', address: '127.0.0.1' });
    expect(through['x-forwarded-for']).toBe('192.0.2.7');
    const direct: IncomingHttpHeaders = {};
    settleClientAddress(direct, { header: 'x-forwarded-for', address: '127.0.0.1' });
    expect(direct['x-forwarded-for']).toBe('127.0.0.1');
    const untrusted: IncomingHttpHeaders = {};
    settleClientAddress(untrusted, { header: null, address: '127.0.0.1' });
    expect(untrusted).toEqual({});
  });
});
