import type { RequestHandler } from './$types';
import { clausesCsv } from '#server/http/signed-lists.ts';
import { knownPact } from '../known-pact.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, id } = await knownPact(params);
  return clausesCsv(db, { name: `pacte-${id}-alineas`, wanted: { pact: id } });
};
