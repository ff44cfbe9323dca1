/** What the pages beside the observatory's first one show of a part of the country: their figures know no dates. */
import { error } from '@sveltejs/kit';
import { ANY_DAY } from '#domain/observatory/listed.ts';
import { areaNamed } from '#ui/observatory/area-named.ts';
import { cellOf, observatoryAddress, type ObservatoryAsked } from '#ui/observatory/asked.ts';
import type { Db } from '#server/storage/connection.ts';
import { cellFigures } from '#server/storage/observatory.ts';
import { territoryOf } from '#server/storage/observatory-overview.ts';
import { partAsked } from './part-asked.ts';

/** Four queries, and those of `more`, asked at the same time. */
export async function undatedPart<More>(
  db: Db,
  fields: URLSearchParams,
  more: (asked: ObservatoryAsked) => Promise<More>,
) {
  const { asked: part, edition, editions } = await partAsked(db, fields);
  const asked = { ...part, period: ANY_DAY };
  const [{ areas }, figures, others] = await Promise.all([
    territoryOf(db, asked),
    cellFigures(db, cellOf(asked)),
    more(asked),
  ]);
  const themes = edition.groupings[0]?.themes.map(({ id, title }) => ({ id, title })) ?? [];
  return {
    asked,
    edition,
    editions,
    areas,
    themes,
    theme: themes.find(({ id }) => id === asked.theme)?.title ?? null,
    area: areaNamed(areas, asked.area) ?? error(404),
    asOf: figures.asOf,
    pacts: figures.pacts,
    overview: observatoryAddress('', asked),
    figures,
    more: others,
  };
}
