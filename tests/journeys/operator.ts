/** What the person who runs the site does beside a journey: a command, on the folder of the site that is walked. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `npm run cli -- …`; what it said. Throws when it refuses. `SITE_DATA_DIR` comes from bin/journeys.ts. */
export async function operator(...words: readonly string[]): Promise<string> {
  const environment = { ...process.env, DATA_DIR: process.env['SITE_DATA_DIR'] };
  const { stdout } = await run(process.execPath, ['src/cli/main.ts', ...words], { env: environment });
  return stdout;
}
