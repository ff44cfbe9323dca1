import type { LayoutServerLoad } from './$types';
import { readConfig, type Config } from '#server/config.ts';
import { contactUri } from '#server/contact.ts';
import { runtime } from '#server/runtime.ts';

/** Asks nothing of the database: the error page needs this too. Read late, since the build imports this file. */
let config: Config | undefined;

export const load: LayoutServerLoad = async ({ url }) => {
  config ??= readConfig(process.env);
  const { contact, publicOrigin } = config;
  return {
    origin: publicOrigin ?? url.origin,
    contact: contact && { href: contactUri(contact), address: contact.address },
    // Known since the start. Where nothing could be opened, the page of the error says that.
    synthetic: await runtime().then(
      ({ synthetic }) => synthetic ?? null,
      () => null,
    ),
  };
};
