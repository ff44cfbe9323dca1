import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { fileNameOf, idIn } from '#ui/addresses.ts';
import { originalResponse } from '#server/http/files.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { NOT_PUBLIC } from '#ui/messages/signing.fr.ts';
import { seePaperPage } from '#use-cases/signature/see-paper.ts';
import { insider } from '../../../../enter.ts';

/** A picture is shown as it was made upright; a document is saved, never shown, as any file that came. */
export const GET: RequestHandler = async (event) => {
  keepPrivate(event.setHeaders);
  const { stores, actor, code } = await insider(event);
  const paper = idIn(event.params.paper) ?? error(404, NOT_PUBLIC);
  const page = idIn(event.params.page) ?? error(404, NOT_PUBLIC);
  const seen = await seePaperPage(stores, actor, { code, paper, page }, new Date());
  if (!seen.ok) error(404, NOT_PUBLIC);
  if (seen.value.kind === 'document') {
    const { bytes, filename, mediaType } = seen.value.file;
    return originalResponse(fileNameOf(filename), { mediaType, bytes: Buffer.from(bytes) });
  }
  return new Response(new Uint8Array(seen.value.jpeg), { headers: { 'content-type': 'image/jpeg' } });
};
