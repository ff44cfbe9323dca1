import type { RequestHandler } from './$types';
import { commitmentsCsv } from '#server/http/signed-lists.ts';
import { knownMunicipality } from '../known-municipality.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, code } = await knownMunicipality(params);
  return commitmentsCsv(db, { name: `commune-${code}-promesses`, wanted: { municipality: code } });
};
