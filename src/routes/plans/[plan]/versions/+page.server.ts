import type { PageServerLoad } from './$types';
import { planAddress } from '#ui/addresses.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { knownVersions } from './known-versions.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const { head, versions } = await knownVersions(params);
  const { plan } = head;
  sendOnTo(`${planAddress(plan)}/versions`, url);
  // Who published is the town hall's own business: an account says nothing to anybody.
  return { plan, versions: versions.map(({ publishedBy: _, ...version }) => version) };
};
