/** The collective's own edition is written in the workbench. */
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { keepPrivate } from '#server/http/private-page.ts';
import { enterSpace } from '../enter.ts';

export const GET: RequestHandler = async (event) => {
  keepPrivate(event.setHeaders);
  const { id } = await enterSpace(event);
  redirect(303, `/atelier?collectif=${id}`);
};
