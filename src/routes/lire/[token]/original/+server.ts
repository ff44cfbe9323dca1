import type { RequestHandler } from './$types';
import { originalResponse } from '#server/http/files.ts';
import { fileNameOf } from '#ui/addresses.ts';
import { fetchOriginal } from '#use-cases/drafts/fetch-original.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { holderOf, notShown } from '../enter.ts';

export const GET: RequestHandler = async (event) => {
  keepPrivate(event.setHeaders);
  const { stores, actor, key } = await holderOf(event);
  const file = await fetchOriginal(stores, actor, { draft: key }, new Date());
  if (!file.ok) notShown(file.refusal);
  const { bytes, filename, mediaType } = file.value;
  return originalResponse(fileNameOf(filename), { mediaType, bytes: Buffer.from(bytes) });
};
