/**
 * A site of its own: for a journey that publishes what every other would see, or through which days must pass. It begins in
 * the past and is started again when they have passed: nobody waits, and nothing is written behind the site's back.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startSite, temporaryFolder } from '../site.ts';
import { operatorOf, type Operator } from './operator.ts';

export type OwnSite = {
  /** The same before and after the days that pass. */
  readonly origin: string;
  /** The person who runs it, at the time that it is there. */
  readonly operate: Operator;
  /** Back to the true time: the days between are over, and whoever was signed in still is. */
  readonly daysPass: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** `daysAgo`: how far in the past it begins. */
export async function startOwnSite(daysAgo: number): Promise<OwnSite> {
  const dataDirectory = temporaryFolder();
  const clock = pathToFileURL(join(import.meta.dirname, 'clock.ts')).href;
  const past = { NODE_OPTIONS: `--import=${clock}`, CLOCK_DAYS: String(-daysAgo) };
  let environment: Readonly<Record<string, string>> = past;
  let site = await startSite({ dataDirectory, environment });
  const { origin } = site;
  return {
    origin,
    operate: (...words) => operatorOf({ DATA_DIR: dataDirectory, ...environment })(...words),
    daysPass: async () => {
      await site.stop();
      environment = {};
      site = await startSite({ dataDirectory, environment, port: Number(new URL(origin).port) });
    },
    stop: async () => {
      await site.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
