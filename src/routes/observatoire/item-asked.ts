/** The page of a measure or of a principle: what both routes show. */
import { error } from '@sveltejs/kit';
import { cellOf, observatoryAddress } from '#ui/observatory/asked.ts';
import { itemPage } from '#ui/observatory/item-page.ts';
import { MOST_BODIES } from '#ui/observatory/overview-shown.ts';
import type { Db } from '#server/storage/connection.ts';
import { cellFigures } from '#server/storage/observatory.ts';
import { apartFigures, territoryOf } from '#server/storage/observatory-overview.ts';
import { headOf, pageAsked } from './part-asked.ts';

/** Five queries. `item`: `m15`, `pA`. */
export async function itemAsked(db: Db, { url, item }: { readonly url: URL; readonly item: string }) {
  const page = item.startsWith('m') ? '/mesures' : '/principes';
  const part = await pageAsked(db, url, page);
  const { asked, edition } = part;
  const measure = item.startsWith('m') ? Number(item.slice(1)) : 0;
  const [territory, figures, apart] = await Promise.all([
    territoryOf(db, { area: asked.area, size: asked.size }),
    cellFigures(db, cellOf(asked), { item }),
    apartFigures(db, { ...cellOf(asked), measure, bodies: MOST_BODIES }),
  ]);
  return {
    head: headOf(part, { page, areas: territory.areas, asOf: figures.asOf }),
    edition: edition.id,
    pacts: figures.pacts,
    overview: observatoryAddress('', asked),
    shown: itemPage({ edition, item, asked, figures, apart }) ?? error(404),
  };
}
