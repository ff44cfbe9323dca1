/**
 * The XML of sitemaps (sitemaps.org): an index that names parts, and the parts. The limits there are 50,000 addresses
 * and 50 MB a file; 10,000 addresses of ours weigh at most some 5 MB, and take a moment to make.
 */
import { asMarkup } from '#domain/shared/markup.ts';

export type SitemapEntry = { readonly path: string; readonly changedAt?: Date };

export const ADDRESSES_A_PART = 10_000;

export function sitemapXml(origin: string, entries: readonly SitemapEntry[]): string {
  const lines = entries.map(({ path, changedAt }) => {
    const changed = changedAt === undefined ? '' : `<lastmod>${changedAt.toISOString()}</lastmod>`;
    return `<url><loc>${asMarkup(origin + path)}</loc>${changed}</url>`;
  });
  return file('urlset', lines);
}

export function sitemapIndexXml(origin: string, paths: readonly string[]): string {
  return file(
    'sitemapindex',
    paths.map((path) => `<sitemap><loc>${asMarkup(origin + path)}</loc></sitemap>`),
  );
}

export function xmlResponse(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}

function file(element: string, lines: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</${element}>\n`;
}
