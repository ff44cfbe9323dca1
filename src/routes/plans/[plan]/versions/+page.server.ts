import type { PageServerLoad } from './$types';
import { planAddress } from '#ui/addresses.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { knownVersions } from './known-versions.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const { page, versions } = await knownVersions(params);
  sendOnTo(`${planAddress(page.plan)}/versions`, url);
  // Who published is the town hall's own business: an account says nothing to anybody.
  return { plan: page.plan, versions: versions.map(({ publishedBy: _, ...version }) => version) };
};
