/**
 * Structured data for search engines, as a data block: browsers never run it, so the policy of pages
 * without scripts lets it stand.
 */
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { syntheticLine, syntheticTitle } from '#ui/messages/synthetic.fr.ts';

export type JsonLd = { readonly '@type': string; readonly [property: string]: unknown };

/** Of a country that was made up, both what the thing is called and what is said of it begin with that. `share`: of the communes. */
export function saidMadeUp(about: JsonLd, share: number): JsonLd {
  const { name, description } = about;
  const line = syntheticLine(share);
  const said = typeof description === 'string' ? description : '';
  return {
    ...about,
    ...(typeof name === 'string' ? { name: syntheticTitle(name) } : {}),
    description: said.includes(line) ? said : `${line} ${said}`.trim(),
  };
}

/** A commune by its INSEE code, a grouping by its SIREN: many share their name. */
export function areaOf(place: PlaceCode & { readonly name: string }): JsonLd {
  const type = place.kind === 'municipality' ? 'City' : 'AdministrativeArea';
  return { '@type': type, name: place.name, identifier: codeOf(place) };
}

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
