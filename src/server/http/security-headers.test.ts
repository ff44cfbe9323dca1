import { expect, test } from 'vitest';
import { addSecurityHeaders, FRAMED_POLICY, QUIET_POLICY } from './security-headers.ts';

test('a page without scripts gets the constant policy, which allows none', () => {
  const headers = new Headers({ 'content-security-policy': "default-src 'none'; script-src 'self'" });
  addSecurityHeaders(headers, { secure: false, path: '/' });
  expect(headers.get('content-security-policy')).toBe(QUIET_POLICY);
  expect(QUIET_POLICY).not.toMatch(/script|unsafe|\*/);
  expect(headers.get('strict-transport-security')).toBeNull();
});

test('a page with scripts keeps the policy that names its nonce', () => {
  const headers = new Headers({ 'content-security-policy': "script-src 'self' 'nonce-abc'" });
  addSecurityHeaders(headers, { secure: true, path: '/lire' });
  expect(headers.get('content-security-policy')).toContain("'nonce-abc'");
  expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
});

test('a page says in which letters it is written, and nothing else is changed', () => {
  const typed = (type: string) => {
    const headers = new Headers({ 'content-type': type });
    addSecurityHeaders(headers, { secure: false, path: '/' });
    return headers.get('content-type');
  };
  expect(typed('text/html')).toBe('text/html; charset=utf-8');
  expect(typed('text/html; charset=utf-8')).toBe('text/html; charset=utf-8');
  expect(typed('image/png')).toBe('image/png');
});

test('a card may stand in the frame of another site, and still runs and sends nothing', () => {
  const headers = new Headers();
  addSecurityHeaders(headers, { secure: false, path: '/communes/94017-champigny-sur-marne/carte' });
  expect(headers.get('content-security-policy')).toBe(FRAMED_POLICY);
  expect(FRAMED_POLICY).not.toMatch(/script|unsafe/);
  expect(FRAMED_POLICY).toContain("form-action 'none'");
  expect(headers.get('x-frame-options')).toBeNull();
});

test('no other page may, however close its address', () => {
  for (const path of ['/communes/94017', '/communes/94017/carte/x', '/a/communes/94017/carte', '/observatoire/carte']) {
    const headers = new Headers();
    addSecurityHeaders(headers, { secure: false, path });
    expect(headers.get('x-frame-options'), path).toBe('DENY');
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
  }
});
