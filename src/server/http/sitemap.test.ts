import { expect, test } from 'vitest';
import { MOST_ENTRIES, sitemapXml } from './sitemap.ts';

test('an address is escaped and dated', () => {
  const xml = sitemapXml('https://x.test', [{ path: '/a?b&c', changedAt: new Date('2026-05-12T23:59:00Z') }]);
  expect(xml).toContain('<loc>https://x.test/a?b&amp;c</loc><lastmod>2026-05-12</lastmod>');
});

test('never holds more addresses than search engines read', () => {
  const many = Array.from({ length: MOST_ENTRIES + 5 }, (_, i) => ({ path: `/${i}` }));
  expect(sitemapXml('https://x.test', many).match(/<url>/g)).toHaveLength(MOST_ENTRIES);
});
