/**
 * Every night from two o'clock in Paris: the copy of everything public (../dumps). A server that slept then makes it when it
 * wakes. Servers that share a database make one at a time; those that share a folder too, one a day.
 */
import { pass } from '#domain/access/gate.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { publicAddress } from '../config.ts';
import { makeDumpApart, type DumpOutcome } from '../dumps/dump-apart.ts';
import { dumpDays, dumpsFolder } from '../dumps/dump-files.ts';
import type { Runtime } from '../runtime.ts';
import { startRounds, type JobOptions, type Rounds } from './rounds.ts';

const HALF_AN_HOUR = 1_800_000;
const ZONE = 'Europe/Paris';
const FROM_HOUR = 2;

/** Not at the very start: whoever opens the site for the first time is not kept waiting by it. */
export function startMakingDumps(
  runtime: Runtime,
  { onFailure, everyMilliseconds = HALF_AN_HOUR }: JobOptions,
): Rounds {
  return startRounds(
    async ({ number }) => {
      if (number > 0) await makeDumpWhenDue(runtime, new Date());
    },
    { onFailure, everyMilliseconds },
  );
}

/** One round at `now`. Null: it is not time, or the day has its copy. */
export async function makeDumpWhenDue(
  { config, live, synthetic = null }: Runtime,
  now: Date,
): Promise<DumpOutcome | null> {
  const folder = dumpsFolder(config.dataDirectory);
  const day = dayIn(now, ZONE);
  const hour = Number(new Intl.DateTimeFormat('en', { timeZone: ZONE, hour: 'numeric', hourCycle: 'h23' }).format(now));
  if (live === undefined || hour < FROM_HOUR || (await dumpDays(folder)).includes(day)) return null;
  const passed = pass({ kind: 'job', name: 'make-dumps' }, { act: 'make-dump', state: 'none' });
  if (!passed.ok) throw new Error(`the copy was refused: ${passed.refusal.kind}`);
  const { databaseUrl, closing } = live;
  const errand = { databaseUrl, folder, day, now: now.toISOString(), site: publicAddress(config) };
  return await makeDumpApart({ ...errand, synthetic: synthetic !== null }, closing);
}
