import type { RequestHandler } from './$types';
import { commitmentsCsv } from '#server/http/signed-lists.ts';
import { knownMunicipality } from '../known-municipality.ts';

export const GET: RequestHandler = async (event) => {
  const { db, code } = await knownMunicipality(event);
  return commitmentsCsv(db, { name: `commune-${code}-promesses`, wanted: { municipality: code } });
};
