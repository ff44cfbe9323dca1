/** `npm run build`: builds the site, whether its sources changed or not. */
import { dirname } from 'node:path';
import { buildSite } from './build-site.ts';

process.exitCode = buildSite(dirname(import.meta.dirname)) ? 0 : 1;
