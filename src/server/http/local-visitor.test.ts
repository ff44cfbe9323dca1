import { expect, test } from 'vitest';
import { isLocalVisitor } from './local-visitor.ts';

type Settings = { readonly clientAddressHeader: string | null; readonly publicOrigin: string | null };
type Asked = {
  readonly url?: string;
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly config?: Settings;
};
const CONFIG: Settings = { clientAddressHeader: null, publicOrigin: null };

function asks({
  url = 'http://localhost:3000/courrier',
  from = '127.0.0.1',
  headers = {},
  config = CONFIG,
}: Asked = {}): boolean {
  const event = { request: new Request(url, { headers }), getClientAddress: () => from };
  return isLocalVisitor(event, config);
}

test('somebody at the machine is', () => {
  expect(asks()).toBe(true);
  expect(asks({ from: '::1', url: 'http://[::1]:3000/courrier' })).toBe(true);
  expect(asks({ from: '::ffff:127.0.0.1', url: 'http://127.0.0.1:3000/courrier' })).toBe(true);
});

test.each([
  ['another machine', { from: '192.168.1.20' }],
  ['another name that leads here', { url: 'http://parole.example/courrier' }],
  ['a proxy that tells whom it speaks for', { headers: { 'x-forwarded-for': '203.0.113.9' } }],
  ['a proxy that tells its own name', { headers: { via: '1.1 proxy' } }],
  ['a proxy by the standard', { headers: { forwarded: 'for=203.0.113.9' } }],
  ['a proxy that says nothing and closes', { headers: { connection: 'close' } }],
  ['a site with a public address', { config: { ...CONFIG, publicOrigin: 'https://parole.example' } }],
  ['a site that expects a proxy', { config: { ...CONFIG, clientAddressHeader: 'x-forwarded-for' } }],
])('%s is not', (_, asked) => {
  expect(asks(asked)).toBe(false);
});
