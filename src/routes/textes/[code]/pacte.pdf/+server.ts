import type { RequestHandler } from './$types';
import { pactPdfResponse } from '#server/http/pact-pdf.ts';
import { enterText } from '../../enter.ts';

/** Sealed once everybody signed; before, the one to print and sign, for those of the text. */
export const GET: RequestHandler = async (event) => {
  const { seen } = await enterText(event);
  return await pactPdfResponse(event, seen.signing);
};
