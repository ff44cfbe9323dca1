/**
 * `npm run country -- --share 0.01|0.1|1 [--into FOLDER]`: a synthetic country, to see the site with what it may hold one day.
 *
 * It goes into a folder of its own (`.country-SHARE` unless told), or into the empty database of `DATABASE_URL`; never
 * beside what people wrote. Then `DATA_DIR=FOLDER DEMO=0 npm start`.
 */
import { parseArgs } from 'node:util';
import { readConfig } from '#server/config.ts';
import { openPostgres } from '#server/postgres/open.ts';
import { CountryNotEmptyError, makeCountry } from './make-country.ts';

const SHARES = new Map([
  ['0.01', 0.01],
  ['0.1', 0.1],
  ['1', 1],
]);

const { values } = parseArgs({ options: { share: { type: 'string', default: '0.01' }, into: { type: 'string' } } });
const share = SHARES.get(values.share);
if (share === undefined) {
  console.error('npm run country -- --share 0.01|0.1|1 [--into FOLDER]');
  process.exit(2);
}
const folder = values.into ?? `.country-${values.share}`;
const config = readConfig({ ...process.env, DATA_DIR: folder });
const started = performance.now();
const postgres = await openPostgres(config, { role: 'command' });
try {
  const made = await makeCountry(postgres.url, { share, onStep: (step) => console.log(`${seconds()} s  ${step}`) });
  console.log(
    `${seconds()} s  made: ${Object.entries(made)
      .map(([what, count]) => `${count.toLocaleString('en')} ${what}`)
      .join(', ')}`,
  );
  console.log(`       memory of this program at its most: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
  if (config.databaseUrl === null) console.log(`To see it: DATA_DIR=${folder} DEMO=0 npm start`);
} catch (error) {
  if (!(error instanceof CountryNotEmptyError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await postgres.close();
}

function seconds(): string {
  return ((performance.now() - started) / 1000).toFixed(0).padStart(4);
}
