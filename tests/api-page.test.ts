/** The page of the read API says all that its description does, to people. */
import { beforeAll, expect, test } from 'vitest';
import { PROBLEM_STATUS } from '#domain/open-data/api-problem.ts';
import { COPIED_RESOURCES, OPEN_RESOURCES } from '#server/open-data/open-resources.ts';
import { readMe } from '#ui/messages/dumps.fr.ts';
import { NOT_COPIED, NOT_THERE } from '#ui/messages/open-data/not-there.fr.ts';
import { withPageRenderer } from './render-page.ts';

const { render } = withPageRenderer();
let html = '';

beforeAll(async () => {
  html = await render('/api', '/api', {});
});

test.each(OPEN_RESOURCES.map((resource) => [resource.name, resource] as const))(
  'the page of %s says each filter, each column and an address to try; the first page leads to it',
  async (name, { filters, columns, one }) => {
    // Comments are where the framework finds its way.
    const broken = (await render('/api/[resource]', `/api/${name}`, { resource: name })).replaceAll(/<!--.*?-->/gu, '');
    const page = broken.replaceAll(/<wbr ?\/?>/gu, '');
    const codes = [...page.matchAll(/<th scope="row"><code>(\w+)<\/code>/gu)].map(([, code]) => code);
    expect(codes).toEqual([...Object.keys(filters), ...Object.keys(columns)]);
    // On a phone a long name breaks where a word of it ends, and nothing stands out of the page.
    expect(broken.match(/_<wbr/gu)?.length ?? 0).toBe(codes.join('').split('_').length - 1);
    expect(page).toContain(`GET /api/v1/${name}`);
    expect(page.includes(`GET /api/v1/${name}/{${one ?? ''}}`)).toBe(one !== null);
    expect(page).toMatch(/curl '[^']+\/api\/v1\//u);
    expect(html).toContain(`href="/api/${name}"`);
  },
);

test('a resource that does not exist has no page', async () => {
  await expect(render('/api/[resource]', '/api/comptes', { resource: 'comptes' })).rejects.toMatchObject({
    status: 404,
  });
});

test('what everybody may see and the API or the copies do not hold is said, with where to get it', () => {
  const readMeText = readMe({
    site: 'https://parole.example',
    day: '2026-06-02',
    synthetic: false,
    origins: [],
    tables: [],
    objects: [],
  });
  for (const { what } of NOT_THERE) {
    expect(html).toContain(what);
    expect(readMeText).toContain(what);
  }
  for (const { what } of NOT_COPIED)
    expect([what, html.includes(what), readMeText.includes(what)]).toEqual([what, false, true]);
  const copied = new Set(COPIED_RESOURCES);
  expect(OPEN_RESOURCES.filter((one) => !copied.has(one)).map(({ name }) => `/api/${name}`)).toEqual(
    NOT_COPIED.map(({ href }) => href),
  );
});

test('every problem is where its type leads, each anchor once, and no script runs', () => {
  const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(Object.keys(PROBLEM_STATUS)));
  expect(html.match(/<h1/gu)).toHaveLength(1);
  expect(html).not.toContain('<script');
  expect(html).toContain('Licence Ouverte');
});
