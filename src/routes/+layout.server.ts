import type { LayoutServerLoad } from './$types';
import { readConfig } from '#server/config.ts';

/** Asks nothing of the database: the error page needs this too. Read late, since the build imports this file. */
let publicOrigin: string | null | undefined;

export const load: LayoutServerLoad = ({ url }) => {
  publicOrigin ??= readConfig(process.env).publicOrigin;
  return { origin: publicOrigin ?? url.origin };
};
