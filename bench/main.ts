/**
 * `npm run bench`: what is promised of speed and memory, measured. Everything stays on this machine.
 *
 * `--only reader|site|growth|mandate|country` measures a part (`--whole`: of the country, 100 % too, some minutes more); `--write` keeps the figures, the machine and the date in docs/performance.md.
 * A promise that is not kept is printed as NO and makes the command fail.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSite } from '../tests/site.ts';
import type { Section } from './measure.ts';
import { benchDashboards } from './dashboards.ts';
import { benchGrowth } from './growth.ts';
import { benchMandate } from './mandate.ts';
import { benchPages } from './pages.ts';
import { circumstances, printSection, writeSection } from './performance-page.ts';
import { benchReader } from './reader.ts';
import { benchSearch } from './search.ts';
import { startSection } from './start.ts';
import manifest from '../package.json' with { type: 'json' };

const COMMUNE_PAGE = '/communes/94017-champigny-sur-marne';

/** What `npm start` gives to Node: memory and speed are those of the site as people run it. */
const AS_STARTED = { NODE_OPTIONS: (manifest.scripts.start.match(/--\S+/g) ?? []).join(' ') };

const { values: wanted } = parseArgs({
  options: { only: { type: 'string' }, whole: { type: 'boolean' }, write: { type: 'boolean' } },
});
const now = new Date();
const where = circumstances(now);
console.log(where);

if (isWanted('reader')) say('reader', await benchReader());
if (isWanted('site')) await benchSite();
if (isWanted('growth')) say('growth', await benchGrowth());
if (isWanted('country')) say('country', await benchDashboards(AS_STARTED, { whole: wanted.whole === true }));
if (isWanted('mandate')) for await (const [name, section] of benchMandate(AS_STARTED)) say(name, section);

function isWanted(part: 'reader' | 'site' | 'growth' | 'mandate' | 'country'): boolean {
  return wanted.only === undefined || wanted.only === part;
}

async function benchSite(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-site-'));
  // Started as root, PostgreSQL runs as another account, which must pass through.
  chmodSync(folder, 0o711);
  try {
    const first = await startSite({ dataDirectory: folder, environment: AS_STARTED });
    await first.stop();
    const site = await startSite({ dataDirectory: folder, environment: AS_STARTED });
    try {
      say('start', startSection({ first: first.startedIn, second: site.startedIn }));
      say('search', await benchSearch(folder, site));
      say('pages', await benchPages(folder, site, COMMUNE_PAGE));
    } finally {
      await site.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function say(name: string, section: Section): void {
  printSection(section);
  if (wanted.write === true) writeSection(name, section, where);
  if (section.rows.some((row) => row.kept === false)) process.exitCode = 1;
}
