import type { RequestHandler } from './$types';
import { clausesCsv } from '#server/http/signed-lists.ts';
import { knownMunicipality } from '../known-municipality.ts';

export const GET: RequestHandler = async (event) => {
  const { db, code } = await knownMunicipality(event);
  return clausesCsv(db, { name: `commune-${code}-alineas`, wanted: { municipality: code } });
};
