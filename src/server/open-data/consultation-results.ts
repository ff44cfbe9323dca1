/** What was counted, line by line: of each measure consulted on and each contribution voted on, how many chose what. */
import { consultedName } from '#domain/consultation/consulted-name.ts';
import { CHOICES, type Choice, type CountedChoice, type FrozenCount } from '#domain/consultation/count.ts';
import type { Change } from '#domain/workbench/change.ts';
import { FILTER } from '#publishing/open-data/filter.ts';
import { CONSULTATION_RESULT_COLUMNS } from '#publishing/spreadsheet/consultation-result-columns.ts';
import { editionById } from '../charters.ts';
import type { Db } from '../storage/connection.ts';
import { measuresInList } from '../storage/consultation-pages.ts';
import { nextCounted } from '../storage/open-consultations.ts';
import { numberIn, openResource, pageUpTo } from './open-resource.ts';

type ResultRow = {
  readonly consultation: number;
  /** Its place in the count, from 1. */
  readonly ordinal: number;
  readonly object: string;
  readonly choice: Choice;
  readonly measure: { readonly title: string; readonly change: Change } | null;
} & CountedChoice;

export const RESULTATS_DE_CONSULTATIONS = openResource({
  name: 'resultats-de-consultations',
  columns: CONSULTATION_RESULT_COLUMNS,
  key: ['consultation', 'objet', 'choix'],
  one: null,
  after: ['integer', 'integer'],
  filters: { consultation: FILTER.number },
  page: async (db, { wanted, after, limit }) => {
    const rows: ResultRow[] = [];
    const only = wanted.consultation ?? null;
    let last = numberIn(after, 1);
    for (let from = numberIn(after); rows.length <= limit;) {
      const counted = await nextCounted(db, { from, only });
      if (counted === null) break;
      // What was given of the first one is left out; the others are read from their first line.
      const given = counted.id === from ? last : 0;
      rows.push(...(await linesOf(db, counted)).slice(given));
      [from, last] = [counted.id + 1, 0];
    }
    return pageUpTo(rows, limit, ({ consultation, ordinal }) => [consultation, ordinal]);
  },
});

async function linesOf(
  db: Db,
  { id, frozen }: { readonly id: number; readonly frozen: FrozenCount },
): Promise<readonly ResultRow[]> {
  const consulted = new Map(
    (await measuresInList(db, id)).map((measure) => [
      `m${measure.id}`,
      { title: consultedName(measure, editionById).title, change: measure.change },
    ]),
  );
  return frozen.objects
    .flatMap((line) => CHOICES.map((choice) => ({ object: line.object, choice, ...line[choice] })))
    .map((line, at) => ({
      ...line,
      ...{ consultation: id, ordinal: at + 1, measure: consulted.get(line.object) ?? null },
    }));
}
