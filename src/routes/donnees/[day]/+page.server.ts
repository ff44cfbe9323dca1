import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { dumpDays, dumpsFolder } from '#server/dumps/dump-files.ts';
import { dumpShown } from '#server/dumps/dump-list.ts';
import { runtime } from '#server/runtime.ts';
import { dumpOnPage } from '#ui/dumps/dump-page.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const { config } = await runtime();
  const folder = dumpsFolder(config.dataDirectory);
  const [days, shown] = await Promise.all([dumpDays(folder), dumpShown(folder, params.day)]);
  if (shown === null) error(404);
  return {
    dump: dumpOnPage(shown, { origin: url.origin, isOnly: days.at(-1) === shown.day }),
    isLatest: days[0] === shown.day,
  };
};
