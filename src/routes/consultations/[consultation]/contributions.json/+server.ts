import type { RequestHandler } from './$types';
import { streamedJson } from '#server/http/streamed-list.ts';
import { publicContributions } from '#server/storage/contribution-pages.ts';
import { knownConsultation } from '../known-consultation.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, consultation } = await knownConsultation(params);
  return streamedJson(`contributions-${consultation.id}`, (after) =>
    publicContributions(db, { consultation: consultation.id, ...(after === undefined ? {} : { after }) }),
  );
};
