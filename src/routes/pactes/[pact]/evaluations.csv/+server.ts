import type { RequestHandler } from './$types';
import { assessmentsCsv } from '#server/http/assessment-files.ts';
import { knownPact } from '../known-pact.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, id } = await knownPact(params);
  return assessmentsCsv(db, { name: `pacte-${id}-evaluations`, wanted: { pact: id } });
};
