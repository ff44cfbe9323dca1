import type { RequestHandler } from './$types';
import { principlesCsv } from '#server/http/signed-lists.ts';
import { knownMunicipality } from '../known-municipality.ts';

export const GET: RequestHandler = async (event) => {
  const { db, code } = await knownMunicipality(event);
  return principlesCsv(db, { name: `commune-${code}-principes`, wanted: { municipality: code } });
};
