import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compressed, encodingFor } from './compression.ts';

const PAGE = `<p>${'Un pacte, des promesses. '.repeat(200)}</p>`;
const answer = (body: string | null, headers: Record<string, string> = {}) =>
  new Response(body, { headers: { 'content-type': 'text/html', etag: '"abc"', ...headers } });
const asked = (headers: Record<string, string>) => new Request('http://localhost/', { headers });

describe('a page asked for by a browser', () => {
  test('comes as brotli and reads the same', async () => {
    const response = await compressed(asked({ 'accept-encoding': 'gzip, br' }), answer(PAGE));
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(PAGE);
    expect(response.headers.get('etag')).toBe('"abc-br"');
    expect(response.headers.get('vary')).toContain('accept-encoding');
  });
  test('comes as gzip to one that knows no brotli', async () => {
    const response = await compressed(asked({ 'accept-encoding': 'gzip;q=0.8' }), answer(PAGE));
    expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(PAGE);
  });
  test('comes as it is to one that knows neither', async () => {
    const response = await compressed(asked({}), answer(PAGE));
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toBe(PAGE);
  });
  test('is not packed again when its packed ETag is known', async () => {
    const response = await compressed(asked({ 'accept-encoding': 'br', 'if-none-match': '"abc-br"' }), answer(PAGE));
    expect(await response.text()).toBe('');
    expect(response.headers.get('etag')).toBe('"abc-br"');
  });
});

test('a picture and a short answer are left alone', async () => {
  const br = asked({ 'accept-encoding': 'br' });
  expect(
    (await compressed(br, answer(PAGE, { 'content-type': 'image/png' }))).headers.get('content-encoding'),
  ).toBeNull();
  expect((await compressed(br, answer('court'))).headers.get('content-encoding')).toBeNull();
});

test('a weight of zero is a refusal', () => {
  expect(encodingFor('br;q=0, gzip')).toBe('gzip');
  expect(encodingFor('br;q=0')).toBeNull();
});

test.each([
  ['application/json; charset=utf-8', 'br'],
  ['application/atom+xml; charset=utf-8', 'br'],
  ['application/problem+json', 'br'],
  ['image/svg+xml', null],
  ['application/zip', null],
  ['application/jsonlines', null],
])('what is %s is packed or not for what it is', async (type, encoding) => {
  const response = await compressed(asked({ 'accept-encoding': 'br' }), answer(PAGE, { 'content-type': type }));
  expect(response.headers.get('content-encoding')).toBe(encoding);
});
