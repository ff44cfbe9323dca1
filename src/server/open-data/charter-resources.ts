/** Editions of charters, and their measures with what pacts of a part of the country say of them. */
import { ASSESSMENT_STATUSES } from '#domain/follow-up/assessment.ts';
import type { Area, Cell } from '#domain/observatory/cell.ts';
import { STANCES } from '#domain/pact/stance.ts';
import { FILTER, type Wanted } from '#publishing/open-data/filter.ts';
import { EDITION_COLUMNS, MEASURE_COLUMNS, type MeasureFigures } from '#publishing/spreadsheet/charter-columns.ts';
import { loadEditions } from '../charters.ts';
import { editionRows, levelRows } from '../edition-lists.ts';
import type { Db } from '../storage/connection.ts';
import { cellFigures, type CellFigures } from '../storage/observatory.ts';
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
  count: (_, { charte, mesure }) =>
    Promise.resolve(
      editionsFor(charte)
        .flatMap(({ measures }) => measures)
        .filter(({ number }) => mesure === undefined || number === mesure)
        .reduce((rows, { levels }) => rows + 1 + levels.length, 0),
    ),
});

type MeasuresWanted = Wanted<typeof MEASURE_FILTERS>;
type Edition = ReturnType<typeof loadEditions>[number];

function editionsFor(charter: string | undefined): readonly Edition[] {
  return loadEditions()
    .filter(({ id }) => charter === undefined || id === charter)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

async function measuresOf(
  db: Db,
  { edition, wanted }: { readonly edition: Edition; readonly wanted: MeasuresWanted },
): Promise<readonly MeasureFigures[]> {
  const cell: Cell = {
    edition: edition.id,
    area: areaOf(wanted),
    size: wanted.taille ?? null,
    standing: wanted.situation ?? null,
  };
  const figures = await cellFigures(db, cell);
  const levels = Map.groupBy(levelRows(edition), ({ measure }) => measure);
  return edition.measures
    .filter(({ number }) => wanted.mesure === undefined || number === wanted.mesure)
    .toSorted((one, other) => one.number - other.number)
    .flatMap(({ number, title }): readonly MeasureFigures[] => {
      const rows = levels.get(number) ?? [];
      const shared = { edition: edition.id, measure: number, title, theme: rows[0]?.theme ?? null };
      const counted = { of: figures.pacts, countedAt: figures.asOf };
      const of = (level: number) => stancesIn(figures, { item: `m${number}`, level });
      return [
        { ...shared, ...counted, level: null, text: '', stances: of(0), said: saidIn(figures, `m${number}`) },
        ...rows.flatMap(({ level, text }) =>
          level === null ? [] : [{ ...shared, ...counted, level, text, stances: of(level), said: null }],
        ),
      ];
    });
}

/** A département is within its region: asked both, the smaller one counts. */
function areaOf({ departement, region }: MeasuresWanted): Area {
  if (departement !== undefined) return { kind: 'department', code: departement };
  return region === undefined ? { kind: 'country' } : { kind: 'region', code: region };
}

function stancesIn({ stances }: CellFigures, { item, level }: { readonly item: string; readonly level: number }) {
  const here = stances.filter((figure) => figure.item === item && figure.level === level);
  return byName(STANCES, (stance) => sum(here.filter((figure) => figure.stance === stance)));
}

function saidIn({ done }: CellFigures, item: string): NonNullable<MeasureFigures['said']> {
  const here = done.filter((figure) => figure.item === item && figure.voice === 'collective');
  const during = here.filter(({ beforeMandate }) => !beforeMandate);
  return {
    byStatus: byName(ASSESSMENT_STATUSES, (status) => sum(during.filter((figure) => figure.status === status))),
    beforeMandate: sum(here.filter(({ beforeMandate }) => beforeMandate)),
  };
}

function byName<Name extends string>(names: readonly Name[], count: (name: Name) => number): Record<Name, number> {
  // Each name once.
  return Object.fromEntries(names.map((name) => [name, count(name)])) as Record<Name, number>;
}

function sum(figures: readonly { readonly pacts: number }[]): number {
  return figures.reduce((total, { pacts }) => total + pacts, 0);
}
