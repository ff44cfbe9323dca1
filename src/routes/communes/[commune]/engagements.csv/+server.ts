import type { RequestHandler } from './$types';
import { localCommitmentsCsv } from '#server/http/signed-lists.ts';
import { knownMunicipality } from '../known-municipality.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, code } = await knownMunicipality(params);
  return localCommitmentsCsv(db, { name: `commune-${code}-engagements`, wanted: { municipality: code } });
};
