import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** A plan is begun on the page of the plans of one's town hall. */
export const GET: RequestHandler = ({ url }) => {
  redirect(303, `/plans/mairie${url.search}#nouveau`);
};
