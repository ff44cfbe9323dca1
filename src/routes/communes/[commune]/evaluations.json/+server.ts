import type { RequestHandler } from './$types';
import { assessmentsJson } from '#server/http/assessment-files.ts';
import { knownMunicipality } from '../known-municipality.ts';

export const GET: RequestHandler = async (event) => {
  const { db, code } = await knownMunicipality(event);
  return assessmentsJson(db, { name: `commune-${code}-evaluations`, wanted: { municipality: code } });
};
