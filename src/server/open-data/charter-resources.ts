/** Editions of charters, and their measures with what pacts of a part of the country say of them. */
import type { Area, Cell } from '#domain/observatory/cell.ts';
import { FILTER, type Wanted } from '#publishing/open-data/filter.ts';
import { EDITION_COLUMNS, MEASURE_COLUMNS, type MeasureFigures } from '#publishing/spreadsheet/charter-columns.ts';
import { loadEditions } from '../charters.ts';
import { editionRows } from '../edition-lists.ts';
import type { Db } from '../storage/connection.ts';
import { measureFigures } from './measure-figures.ts';
import { numberIn, openResource, pageUpTo, textIn } from './open-resource.ts';

export const CHARTES = openResource({
  name: 'chartes',
  columns: EDITION_COLUMNS,
  key: ['charte'],
  one: 'charte',
  after: ['text'],
  filters: { charte: FILTER.slug },
  page: (_, { wanted, after, limit }) => {
    const rows = editionRows()
      .filter(({ id }) => (wanted.charte === undefined || id === wanted.charte) && id > textIn(after))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1));
    return Promise.resolve(pageUpTo(rows, limit, ({ id }) => [id]));
  },
  count: (_, wanted) =>
    Promise.resolve(editionRows().filter(({ id }) => wanted.charte === undefined || id === wanted.charte).length),
});

const MEASURE_FILTERS = {
  charte: FILTER.slug,
  mesure: FILTER.measure,
  departement: FILTER.departement,
  region: FILTER.region,
  taille: FILTER.taille,
  situation: FILTER.situation,
} as const;

/** Ordered by charter, measure, level; two queries a charter. */
export const MESURES = openResource({
  name: 'mesures',
  columns: MEASURE_COLUMNS,
  key: ['charte', 'mesure', 'niveau'],
  one: null,
  after: ['text', 'integer', 'integer'],
  filters: MEASURE_FILTERS,
  page: async (db, { wanted, after, limit }) => {
    const found: MeasureFigures[] = [];
    if (await isNowhere(db, wanted)) return pageUpTo(found, limit, () => []);
    const from = textIn(after);
    for (const edition of editionsFor(wanted.charte).filter(({ id }) => id >= from)) {
      const rows = await measuresOf(db, { edition, wanted });
      found.push(
        ...rows.filter(
          ({ measure, level }) =>
            edition.id > from ||
            measure > numberIn(after, 1) ||
            (measure === numberIn(after, 1) && (level ?? 0) > numberIn(after, 2)),
        ),
      );
      if (found.length > limit) break;
    }
    return pageUpTo(found, limit, ({ edition, measure, level }) => [edition, measure, level ?? 0]);
  },
  count: async (db, wanted) => {
    if (await isNowhere(db, wanted)) return 0;
    return editionsFor(wanted.charte)
      .flatMap(({ measures }) => measures)
      .filter(({ number }) => wanted.mesure === undefined || number === wanted.mesure)
      .reduce((rows, { levels }) => rows + 1 + levels.length, 0);
  },
});

type MeasuresWanted = Wanted<typeof MEASURE_FILTERS>;
type Edition = ReturnType<typeof loadEditions>[number];

function editionsFor(charter: string | undefined): readonly Edition[] {
  return loadEditions()
    .filter(({ id }) => charter === undefined || id === charter)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function measuresOf(
  db: Db,
  { edition, wanted }: { readonly edition: Edition; readonly wanted: MeasuresWanted },
): Promise<readonly MeasureFigures[]> {
  const cell: Cell = {
    edition: edition.id,
    area: areaOf(wanted),
    size: wanted.taille ?? null,
    standing: wanted.situation ?? null,
  };
  return measureFigures(db, { edition, cell, ...(wanted.mesure === undefined ? {} : { measure: wanted.mesure }) });
}

/** A département that is not of the region asked beside it: nothing is in both. */
async function isNowhere(db: Db, { departement, region }: MeasuresWanted): Promise<boolean> {
  if (departement === undefined || region === undefined) return false;
  const both = await db
    .selectFrom('department')
    .select('code')
    .where('code', '=', departement)
    .where('regionCode', '=', region)
    .executeTakeFirst();
  return both === undefined;
}

/** Asked a region and a département of it, the smaller one counts. */
function areaOf({ departement, region }: MeasuresWanted): Area {
  if (departement !== undefined) return { kind: 'department', code: departement };
  return region === undefined ? { kind: 'country' } : { kind: 'region', code: region };
}
