import type { LayoutServerLoad } from './$types';
import { readConfig } from '#server/config.ts';

const { publicOrigin } = readConfig(process.env);

export const load: LayoutServerLoad = ({ url }) => ({ origin: publicOrigin ?? url.origin });
