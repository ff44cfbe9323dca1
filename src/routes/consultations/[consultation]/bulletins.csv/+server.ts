import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { BALLOT_COLUMNS } from '#publishing/spreadsheet/consultation-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { publishedBallots } from '#server/storage/consultation-votes.ts';
import { countedConsultation } from '../known-consultation.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, consultation } = await countedConsultation(params);
  return csvResponse(
    `bulletins-${consultation.id}`,
    csvFile(BALLOT_COLUMNS, await publishedBallots(db, consultation.id)),
  );
};
