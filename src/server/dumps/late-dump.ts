/** Whether the copy of the night has failed for too long: the log alone would tell, and nobody reads it every day. */
import { dayAfter, dayIn } from '#domain/shared/local-day.ts';
import { dumpDays } from './dump-files.ts';

/** Older than so many days, somebody should look. */
const MOST_DAYS = 2;

/** Null: there is nothing to say. `latest` null: there is no copy at all. */
export async function lateDump(folder: string, now: Date): Promise<{ readonly latest: string | null } | null> {
  const [latest = null] = await dumpDays(folder);
  if (latest !== null && dayAfter(latest, MOST_DAYS) >= dayIn(now, 'Europe/Paris')) return null;
  return { latest };
}
