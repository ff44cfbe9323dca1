import type { RequestHandler } from './$types';
import { clausesCsv } from '#server/http/signed-lists.ts';
import { knownMunicipality } from '../known-municipality.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, code } = await knownMunicipality(params);
  return clausesCsv(db, { name: `commune-${code}-alineas`, wanted: { municipality: code } });
};
