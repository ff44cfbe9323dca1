import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { allMethods, methodOf } from '#server/method.ts';

export const load: PageServerLoad = ({ params }) => {
  const all = allMethods();
  const latest = all[0] ?? error(404);
  const method = params.version === undefined ? latest : (methodOf(params.version) ?? error(404));
  return {
    method,
    isLatest: method.version === latest.version,
    versions: all.map(({ version, since }) => ({ version, since })),
  };
};
