/** What collectives asked of other authorities about promises that were left to them, and what these answered. */
import { FILTER } from '#publishing/open-data/filter.ts';
import { QUESTION_COLUMNS } from '#publishing/spreadsheet/question-columns.ts';
import { openQuestionRows } from '../storage/body-questions.ts';
import { onlySaid } from './only-said.ts';
import { numberIn, openResource, pageUpTo } from './open-resource.ts';

export const QUESTIONS = openResource({
  name: 'questions',
  columns: QUESTION_COLUMNS,
  key: ['question'],
  one: 'question',
  after: ['integer'],
  filters: {
    question: FILTER.number,
    commune: FILTER.commune,
    intercommunalite: FILTER.siren,
    charte: FILTER.slug,
    mesure: FILTER.measure,
  },
  page: async (db, { wanted, after, limit }) => {
    const {
      question: id,
      commune: municipality,
      intercommunalite: grouping,
      charte: edition,
      mesure: measure,
    } = wanted;
    const asked = onlySaid({ id, municipality, grouping, edition, measure });
    const rows = await openQuestionRows(db, { ...asked, after: numberIn(after), limit: limit + 1 });
    return pageUpTo(rows, limit, ({ id: one }) => [one]);
  },
});
