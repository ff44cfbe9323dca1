/** The editions and what stands in one, as rows: for pages and for downloads. */
import { clausesOf, themeOf, type Edition } from '#domain/charter/edition.ts';
import { codeOfArea } from '#domain/observatory/cell.ts';
import { loadEditions } from './charters.ts';
import type { Db } from './storage/connection.ts';
import { countedAt } from './storage/campaign-progress.ts';
import { editionFigures, measureTallies } from './storage/measure-page.ts';
import { measureTitle } from './charter-words.ts';

export function editionRows() {
  return loadEditions().map(({ id, title, year, source, measures, principles }) => ({
    id,
    title,
    year,
    publisher: source.publisher,
    measures: measures.length,
    principles: principles.length,
  }));
}

export function principleRows({ id, principles }: Edition) {
  return principles.map((principle) => ({ edition: id, ...principle }));
}

export type LevelRow = {
  readonly edition: string;
  readonly measure: number;
  readonly title: string;
  readonly theme: string | null;
  readonly level: number | null;
  readonly text: string;
};

/** A measure that is a title alone has one row, with `level` null. */
export function levelRows({ id, measures, groupings }: Edition): readonly LevelRow[] {
  const [grouping] = groupings;
  return measures.flatMap(({ number, title, levels }): readonly LevelRow[] => {
    const theme = grouping === undefined ? null : (themeOf(grouping, number)?.title ?? null);
    const measure = { edition: id, measure: number, title, theme };
    if (levels.length === 0) return [{ ...measure, level: null, text: '' }];
    return levels.map(({ level, clauses }) => ({
      ...measure,
      level,
      text: clauses.map(({ text }) => text).join('\n'),
    }));
  });
}

export function clauseRows(edition: Edition) {
  const titles = new Map(edition.measures.map(({ number, title }) => [number, title]));
  return clausesOf(edition).map(({ words, ...address }) => ({
    edition: edition.id,
    ...address,
    title: titles.get(address.measure) ?? '',
    text: words.text,
  }));
}

/** Who took what, from the figures kept by publishing. `level` null: the measure as a whole. Three queries. */
export async function tallyRows(db: Db, { id }: Pick<Edition, 'id'>) {
  const [{ pacts: of }, tallies, at] = await Promise.all([
    editionFigures(db, { edition: id }),
    measureTallies(db, { edition: id }),
    countedAt(db, id),
  ]);
  return tallies.map(({ measure, level, stance, pacts }) => ({
    edition: id,
    measure,
    measureTitle: measureTitle({ edition: id, measure }),
    level: level === 0 ? null : level,
    stance,
    pacts,
    of,
    area: codeOfArea({ kind: 'country' }),
    countedAt: at,
  }));
}
