/**
 * The commune page as ours, its components and its data, in a bare SvelteKit site: the data is a constant, there is no
 * database, no header, no hook, no French spaces. What is left beside it is what they cost.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayIn } from '#domain/shared/local-day.ts';
import { communeSheet } from '#ui/commune/commune-sheet.ts';
import { editionById } from '#server/charters.ts';
import type { CommuneShown } from '#server/storage/commune-shown.ts';
import { buildKitSite, type KitSite } from './kit-site.ts';

const ROUTE = 'src/routes/communes/[commune]';

/** Builds the site; the page has the address that it has in ours. */
export function buildSameComponents(commune: CommuneShown): KitSite {
  const data = { sheet: communeSheet(commune, editionById, dayIn(new Date(), 'Europe/Paris')), near: null };
  return buildKitSite({
    'src/app.html': readFileSync('src/app.html', 'utf8'),
    'src/routes/+layout.svelte': readFileSync('src/routes/+layout.svelte', 'utf8'),
    'src/routes/+layout.js': 'export const csr = false;\n',
    ...componentsOf(ROUTE),
    [`${ROUTE}/data.json`]: JSON.stringify(data),
    // Hidden from Kit as ours is (#server/http/not-written-out.ts), or Kit would write all of it twice.
    [`${ROUTE}/+page.server.js`]: [
      `import shown from './data.json';`,
      `const commune = Object.defineProperty({}, 'shown', { value: shown });`,
      `export const load = ({ url }) => ({ origin: url.origin, contact: null, commune });`,
    ].join('\n'),
  });
}

function componentsOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.svelte'));
  return Object.fromEntries(names.map((name) => [`${folder}/${name}`, readFileSync(join(folder, name), 'utf8')]));
}
