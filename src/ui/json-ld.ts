/**
 * Structured data for search engines, as a data block: browsers never run it, so the policy of pages
 * without scripts lets it stand.
 */
export type JsonLd = { readonly '@type': string; readonly [property: string]: unknown };

/** `id`: an address that lasts, by which others may speak of it. `<` is written so that no text can close the block. */
export function dataBlock(about: JsonLd, id: string): string {
  const json = JSON.stringify({ '@context': 'https://schema.org', '@id': id, ...about }).replaceAll('<', '\\u003c');
  return `<script type="application/ld+json">${json}</` + 'script>';
}

export function trailOf(origin: string, steps: readonly { readonly href: string; readonly label: string }[]): JsonLd {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.label,
      item: origin + step.href,
    })),
  };
}
