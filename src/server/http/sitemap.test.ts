import { expect, test } from 'vitest';
import { ADDRESSES_A_PART, sitemapIndexXml, sitemapXml } from './sitemap.ts';

test('an address is escaped and dated to the instant', () => {
  const xml = sitemapXml('https://x.test', [{ path: '/a?b&c', changedAt: new Date('2026-05-12T23:59:00Z') }]);
  expect(xml).toContain('<url><loc>https://x.test/a?b&amp;c</loc><lastmod>2026-05-12T23:59:00.000Z</lastmod></url>');
});

test('a page whose last change nobody keeps has no date', () => {
  expect(sitemapXml('https://x.test', [{ path: '/' }])).toContain('<url><loc>https://x.test/</loc></url>');
});

test('the index names its parts', () => {
  expect(sitemapIndexXml('https://x.test', ['/sitemap/pactes-1.xml'])).toContain(
    '<sitemap><loc>https://x.test/sitemap/pactes-1.xml</loc></sitemap>',
  );
});

test('a full part stays within what search engines read: 50,000 addresses, 50 MB', () => {
  // The longest host, and an address with two slugs of 80 characters.
  const origin = `https://${'a'.repeat(253)}`;
  const entries = Array.from({ length: ADDRESSES_A_PART }, (_, i) => ({
    path: `/communes/94017-${'a'.repeat(80)}/engagements/${i}-${'&'.repeat(80)}`,
    changedAt: new Date(0),
  }));
  expect(ADDRESSES_A_PART).toBeLessThanOrEqual(50_000);
  expect(Buffer.byteLength(sitemapXml(origin, entries))).toBeLessThan(50_000_000);
});
