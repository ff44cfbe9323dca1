/** What the person who runs the site does beside a journey: a command, on the folder of the site that is walked. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `npm run cli -- …`; what it said. Throws when it refuses. */
export type Operator = (...words: readonly string[]) => Promise<string>;

/** Of a site of one's own: `DATA_DIR`, and whatever else it was started with. */
export function operatorOf(environment: Readonly<Record<string, string | undefined>>): Operator {
  return async (...words) => {
    const program = ['src/cli/main.ts', ...words];
    const { stdout } = await run(process.execPath, program, { env: { ...process.env, ...environment } });
    return stdout;
  };
}

/** Of the site that all journeys share: `SITE_DATA_DIR` comes from bin/journeys.ts. */
export const operator: Operator = (...words) => operatorOf({ DATA_DIR: process.env['SITE_DATA_DIR'] })(...words);
