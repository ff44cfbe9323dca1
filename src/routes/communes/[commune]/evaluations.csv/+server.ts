import type { RequestHandler } from './$types';
import { assessmentsCsv } from '#server/http/assessment-files.ts';
import { knownMunicipality } from '../known-municipality.ts';

export const GET: RequestHandler = async (event) => {
  const { db, code } = await knownMunicipality(event);
  return assessmentsCsv(db, { name: `commune-${code}-evaluations`, wanted: { municipality: code } });
};
