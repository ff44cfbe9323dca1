import type { RequestHandler } from './$types';
import { commitmentsCsv } from '#server/http/signed-lists.ts';
import { knownPact } from '../known-pact.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, id } = await knownPact(params);
  return commitmentsCsv(db, { name: `pacte-${id}-mesures`, wanted: { pact: id } });
};
