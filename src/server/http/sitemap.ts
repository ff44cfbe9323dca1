/**
 * The sitemap's XML. One file holds at most 50,000 addresses (sitemaps.org), so a large site answers with an index of
 * files; here one file is cut short at that number rather than refused by search engines.
 */
export type SitemapEntry = { readonly path: string; readonly changedAt?: Date };

export const MOST_ENTRIES = 50_000;

export function sitemapXml(origin: string, entries: readonly SitemapEntry[]): string {
  const lines = entries.slice(0, MOST_ENTRIES).map(({ path, changedAt }) => {
    const changed = changedAt === undefined ? '' : `<lastmod>${changedAt.toISOString().slice(0, 10)}</lastmod>`;
    return `<url><loc>${escaped(origin + path)}</loc>${changed}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&apos;');
}
