/** The page of a measure or of a principle: what both routes show. */
import { error } from '@sveltejs/kit';
import { ANY_DAY } from '#domain/observatory/listed.ts';
import { areaNamed } from '#ui/observatory/area-named.ts';
import { cellOf, observatoryAddress } from '#ui/observatory/asked.ts';
import { itemPage } from '#ui/observatory/item-page.ts';
import { MOST_BODIES } from '#ui/observatory/overview-shown.ts';
import type { Db } from '#server/storage/connection.ts';
import { cellFigures } from '#server/storage/observatory.ts';
import { apartFigures, territoryOf } from '#server/storage/observatory-overview.ts';
import { partAsked } from './part-asked.ts';

/** Five queries. `item`: `m15`, `pA`. */
export async function itemAsked(db: Db, { fields, item }: { readonly fields: URLSearchParams; readonly item: string }) {
  const part = await partAsked(db, fields);
  const { edition, editions } = part;
  const asked = { ...part.asked, theme: null, period: ANY_DAY };
  const measure = item.startsWith('m') ? Number(item.slice(1)) : 0;
  const [territory, figures, apart] = await Promise.all([
    territoryOf(db, { area: asked.area, size: asked.size }),
    cellFigures(db, cellOf(asked)),
    apartFigures(db, { edition: asked.edition, area: asked.area, measure, bodies: MOST_BODIES }),
  ]);
  return {
    asked,
    editions,
    areas: territory.areas,
    edition: { id: edition.id, title: edition.title },
    area: areaNamed(territory.areas, asked.area) ?? error(404),
    asOf: figures.asOf,
    pacts: figures.pacts,
    overview: observatoryAddress('', asked),
    shown: itemPage({ edition, item, asked, figures, apart }) ?? error(404),
  };
}
