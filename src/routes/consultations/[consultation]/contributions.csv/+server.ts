import type { RequestHandler } from './$types';
import { CONTRIBUTION_COLUMNS } from '#publishing/spreadsheet/consultation-columns.ts';
import { streamedCsv } from '#server/http/streamed-list.ts';
import { publicContributions } from '#server/storage/contribution-pages.ts';
import { knownConsultation } from '../known-consultation.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, consultation } = await knownConsultation(params);
  return streamedCsv(`contributions-${consultation.id}`, CONTRIBUTION_COLUMNS, (after) =>
    publicContributions(db, { consultation: consultation.id, ...(after === undefined ? {} : { after }) }),
  );
};
