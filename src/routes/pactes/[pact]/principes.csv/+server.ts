import type { RequestHandler } from './$types';
import { principlesCsv } from '#server/http/signed-lists.ts';
import { knownPact } from '../known-pact.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, id } = await knownPact(params);
  return principlesCsv(db, { name: `pacte-${id}-principes`, wanted: { pact: id } });
};
