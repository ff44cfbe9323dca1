import type { RequestHandler } from './$types';
import { localCommitmentsCsv } from '#server/http/signed-lists.ts';
import { knownMunicipality } from '../known-municipality.ts';

export const GET: RequestHandler = async (event) => {
  const { db, code } = await knownMunicipality(event);
  return localCommitmentsCsv(db, { name: `commune-${code}-engagements`, wanted: { municipality: code } });
};
