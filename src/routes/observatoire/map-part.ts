/** The figure of every département that both the map and its table show. */
import { fieldsOf } from '#ui/observatory/asked.ts';
import { fieldsOfMap, mapFigureAsked, mapFigureFaults } from '#ui/observatory/map-asked.ts';
import { mapShown } from '#ui/observatory/map-shown.ts';
import { heading } from '#ui/messages/format.fr.ts';
import type { Db } from '#server/storage/connection.ts';
import { areaFacts } from '#server/storage/observatory-list-lines.ts';
import { departmentFigures } from '#server/storage/observatory-map.ts';
import { headOf, pageAsked } from './part-asked.ts';

/** Three queries. */
export async function mapPart(db: Db, url: URL) {
  const part = await pageAsked(db, url, '/carte');
  const { asked, edition } = part;
  const figure = mapFigureAsked(url.searchParams, edition);
  // The form sends a measure along with every figure.
  const wrong = mapFigureFaults(url.searchParams, edition).filter(({ fault }) => fault === 'misunderstood');
  const [facts, figures] = await Promise.all([
    areaFacts(db, { area: asked.area, edition: edition.id }),
    departmentFigures(db, { edition: edition.id, size: asked.size, standing: asked.standing, figure }),
  ]);
  const query = new URLSearchParams([
    ...fieldsOf(asked).map(([name, value]) => [name, value]),
    ...Object.entries(fieldsOfMap(figure)),
  ]).toString();
  const head = headOf(part, { page: '/carte', areas: [], asOf: facts.asOf });
  return {
    head: { ...head, faults: [...head.faults, ...wrong] },
    measures: edition.measures.map(({ number, title }) => ({ number, title: heading(title) })),
    figure,
    map: mapShown(figures, { figure, asked }),
    regions: [...new Map(figures.map(({ region }) => [region.code, region])).values()].toSorted((one, other) =>
      one.name.localeCompare(other.name, 'fr'),
    ),
    /** What is shown, for the other page and the file. */
    query,
  };
}
