import type { RequestHandler } from './$types';
import { canonicalJson } from '#domain/shared/canonical-json.ts';
import { keptJsonResponse } from '#server/http/files.ts';
import { countedConsultation } from '../known-consultation.ts';

/** Byte for byte what the hash is of. */
export const GET: RequestHandler = async ({ params }) => {
  const { consultation, count } = await countedConsultation(params);
  return keptJsonResponse(`decompte-${consultation.id}`, canonicalJson(count.frozen));
};
