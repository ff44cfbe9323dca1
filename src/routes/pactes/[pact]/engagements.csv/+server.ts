import type { RequestHandler } from './$types';
import { localCommitmentsCsv } from '#server/http/signed-lists.ts';
import { knownPact } from '../known-pact.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, id } = await knownPact(params);
  return localCommitmentsCsv(db, { name: `pacte-${id}-engagements`, wanted: { pact: id } });
};
