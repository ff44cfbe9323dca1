/** What the pages beside the observatory's first one show of a part of the country: their figures know no dates. */
import { cellOf, observatoryAddress, type ObservatoryAsked } from '#ui/observatory/asked.ts';
import type { Db } from '#server/storage/connection.ts';
import { cellFigures } from '#server/storage/observatory.ts';
import { territoryOf } from '#server/storage/observatory-overview.ts';
import { headOf, pageAsked } from './part-asked.ts';

/** Four queries, and those of `more`, asked at the same time. */
export async function undatedPart<More>(
  db: Db,
  { url, page }: { readonly url: URL; readonly page: string },
  more: (asked: ObservatoryAsked) => Promise<More>,
) {
  const part = await pageAsked(db, url, page);
  const { asked, edition } = part;
  const [{ areas }, figures, others] = await Promise.all([
    territoryOf(db, asked),
    cellFigures(db, cellOf(asked)),
    more(asked),
  ]);
  return {
    edition,
    asked,
    figures,
    more: others,
    shown: {
      head: headOf(part, { page, areas, asOf: figures.asOf }),
      pacts: figures.pacts,
      overview: observatoryAddress('', asked),
    },
  };
}
