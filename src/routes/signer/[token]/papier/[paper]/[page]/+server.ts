import type { RequestHandler } from './$types';
import { keepPrivate } from '#server/http/private-page.ts';
import { pageFile } from '../../../../../textes/papers.ts';
import { linkComer } from '../../../bearer.ts';

export const GET: RequestHandler = async (event) => {
  keepPrivate(event.setHeaders);
  return await pageFile(await linkComer(event), event);
};
