import type { RequestHandler } from './$types';
import { jsonResponse } from '#server/http/files.ts';
import { earlierReadings } from '#server/storage/earlier-readings.ts';
import { knownPact } from '../known-pact.ts';

/** What was shown before each correction. */
export const GET: RequestHandler = async ({ params }) => {
  const { db, id } = await knownPact(params);
  return jsonResponse(`pacte-${id}-lectures`, await earlierReadings(db, { what: 'pact', id }));
};
