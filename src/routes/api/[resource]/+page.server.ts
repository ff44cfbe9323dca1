import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { describedResources } from '#server/http/api/described-page.ts';

export const load: PageServerLoad = ({ params }) => ({
  resource: describedResources().find(({ name }) => name === params.resource) ?? error(404),
});
