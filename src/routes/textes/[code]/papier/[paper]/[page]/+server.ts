import type { RequestHandler } from './$types';
import { keepPrivate } from '#server/http/private-page.ts';
import { comerTo } from '../../../../enter.ts';
import { pageFile } from '../../../../papers.ts';

export const GET: RequestHandler = async (event) => {
  keepPrivate(event.setHeaders);
  return await pageFile(await comerTo(event), event);
};
