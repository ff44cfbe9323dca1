import type { PageServerLoad } from './$types';
import { ANY_DAY } from '#domain/observatory/listed.ts';
import { fieldsOf } from '#ui/observatory/asked.ts';
import { fieldsOfMap, mapFigureAsked } from '#ui/observatory/map-asked.ts';
import { MAP_BOX } from '#ui/observatory/map-shapes.ts';
import { mapShown } from '#ui/observatory/map-shown.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { runtime } from '#server/runtime.ts';
import { areaFacts } from '#server/storage/observatory-list-lines.ts';
import { departmentFigures } from '#server/storage/observatory-map.ts';
import { partAsked } from '../part-asked.ts';

/** Three queries. */
export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const part = await partAsked(db, url.searchParams);
  const { edition, editions } = part;
  const asked = { ...part.asked, area: { kind: 'country' } as const, theme: null, period: ANY_DAY };
  const figure = mapFigureAsked(url.searchParams, edition);
  const [facts, figures] = await Promise.all([
    areaFacts(db, { area: asked.area, edition: edition.id }),
    departmentFigures(db, { edition: edition.id, size: asked.size, standing: asked.standing, figure }),
  ]);
  const query = new URLSearchParams([
    ...fieldsOf(asked).map(([name, value]) => [name, value]),
    ...Object.entries(fieldsOfMap(figure)),
  ]);
  return {
    asked,
    editions,
    edition: { id: edition.id, title: edition.title },
    measures: edition.measures.map(({ number, title }) => ({ number, title: heading(title) })),
    figure,
    asOf: facts.asOf,
    box: MAP_BOX,
    map: mapShown(figures, { figure, asked }),
    regions: [...new Map(figures.map(({ region }) => [region.code, region])).values()].toSorted((one, other) =>
      one.name.localeCompare(other.name, 'fr'),
    ),
    csv: `/observatoire/carte.csv?${query.toString()}`,
  };
};
