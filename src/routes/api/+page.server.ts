import type { PageServerLoad } from './$types';
import { PROBLEM_STATUS } from '#domain/open-data/api-problem.ts';
import { describedResources } from '#server/http/api/described-page.ts';

export const load: PageServerLoad = () => ({
  resources: describedResources().map(({ name, title, path }) => ({ name, title, path })),
  problems: Object.entries(PROBLEM_STATUS),
});
