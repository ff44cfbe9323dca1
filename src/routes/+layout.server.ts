import type { LayoutServerLoad } from './$types';
import { readConfig, type Config } from '#server/config.ts';
import { contactUri } from '#server/contact.ts';

/** Asks nothing of the database: the error page needs this too. Read late, since the build imports this file. */
let config: Config | undefined;

export const load: LayoutServerLoad = ({ url }) => {
  config ??= readConfig(process.env);
  const { contact, publicOrigin } = config;
  return {
    origin: publicOrigin ?? url.origin,
    contact: contact && { href: contactUri(contact), address: contact.address },
  };
};
