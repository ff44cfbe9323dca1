import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { QUESTION_COLUMNS } from '#publishing/spreadsheet/question-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { questionViews } from '#server/storage/body-questions.ts';
import { knownGrouping } from '../known-grouping.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, siren } = await knownGrouping(params);
  return csvResponse(
    `intercommunalite-${siren}-questions`,
    csvFile(QUESTION_COLUMNS, await questionViews(db, { grouping: siren })),
  );
};
