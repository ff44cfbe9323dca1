/** The page of the read API says all that its description does, to people. */
import { beforeAll, expect, test } from 'vitest';
import { PROBLEM_STATUS } from '#domain/open-data/api-problem.ts';
import { OPEN_RESOURCES } from '#server/open-data/open-resources.ts';
import { withPageRenderer } from './render-page.ts';

const { render } = withPageRenderer();
let html = '';

beforeAll(async () => {
  html = await render('/api', '/api', {});
});

test('every resource has its part, with each filter, each column and an address to try', () => {
  const parts = new Map(html.split('<h3 id="').map((part) => [part.split('"', 1)[0], part]));
  for (const { name, filters, columns, one } of OPEN_RESOURCES) {
    const part = parts.get(name) ?? '';
    const codes = [...part.matchAll(/<th scope="row"><code>(\w+)<\/code>/gu)].map(([, code]) => code);
    expect(codes, name).toEqual([...Object.keys(filters), ...Object.keys(columns)]);
    expect(part).toContain(`GET /api/v1/${name}`);
    expect(part.includes(`GET /api/v1/${name}/{${one ?? ''}}`)).toBe(one !== null);
    expect(part).toMatch(/curl '[^']+\/api\/v1\//u);
  }
});

test('every problem is where its type leads, each anchor once, and no script runs', () => {
  const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(Object.keys(PROBLEM_STATUS)));
  expect(html.match(/<h1/gu)).toHaveLength(1);
  expect(html).not.toContain('<script');
  expect(html).toContain('Licence Ouverte');
});
