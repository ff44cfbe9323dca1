import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { pactPdfResponse } from '#server/http/pact-pdf.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { LINK_GONE } from '#ui/messages/signing.fr.ts';
import { seeSigning } from '#use-cases/signature/see-signing.ts';
import { bearer } from '../bearer.ts';

/** For a signatory who reads or signs on paper. */
export const GET: RequestHandler = async (event) => {
  keepPrivate(event.setHeaders);
  const { stores, actor, text } = await bearer(event);
  const seen = await seeSigning(stores, actor, { id: text }, new Date());
  if (!seen.ok || seen.value.signatory === null) error(404, LINK_GONE);
  return await pactPdfResponse(event, seen.value.signing);
};
