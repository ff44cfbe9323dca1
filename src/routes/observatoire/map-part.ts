/** The figure of every département that both the map and its table show. */
import { ANY_DAY } from '#domain/observatory/listed.ts';
import { fieldsOf } from '#ui/observatory/asked.ts';
import { fieldsOfMap, mapFigureAsked } from '#ui/observatory/map-asked.ts';
import { mapShown } from '#ui/observatory/map-shown.ts';
import { heading } from '#ui/messages/format.fr.ts';
import type { Db } from '#server/storage/connection.ts';
import { areaFacts } from '#server/storage/observatory-list-lines.ts';
import { departmentFigures } from '#server/storage/observatory-map.ts';
import { partAsked } from './part-asked.ts';

/** Three queries. */
export async function mapPart(db: Db, fields: URLSearchParams) {
  const part = await partAsked(db, fields);
  const { edition, editions } = part;
  const asked = { ...part.asked, area: { kind: 'country' } as const, theme: null, period: ANY_DAY };
  const figure = mapFigureAsked(fields, edition);
  const [facts, figures] = await Promise.all([
    areaFacts(db, { area: asked.area, edition: edition.id }),
    departmentFigures(db, { edition: edition.id, size: asked.size, standing: asked.standing, figure }),
  ]);
  const query = new URLSearchParams([
    ...fieldsOf(asked).map(([name, value]) => [name, value]),
    ...Object.entries(fieldsOfMap(figure)),
  ]).toString();
  return {
    asked,
    editions,
    edition: { id: edition.id, title: edition.title },
    measures: edition.measures.map(({ number, title }) => ({ number, title: heading(title) })),
    figure,
    asOf: facts.asOf,
    map: mapShown(figures, { figure, asked }),
    regions: [...new Map(figures.map(({ region }) => [region.code, region])).values()].toSorted((one, other) =>
      one.name.localeCompare(other.name, 'fr'),
    ),
    /** What is shown, for the other page and the file. */
    query,
  };
}
