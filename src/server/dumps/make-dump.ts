/**
 * The copy of the day: made once however many servers try, from one state of the database, under a name that nobody is given
 * until it is whole. A file that is as it was the day before takes no room twice. Old days go by a rule
 * (#domain/shared/kept-days.ts).
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { daysToDrop } from '#domain/shared/kept-days.ts';
import type { Db } from '../storage/connection.ts';
import { beginFolder, dropDay, dumpDays, endFolder, shareFile, type DumpFile } from './dump-files.ts';
import { writeDump, type DumpWritten } from './write-dump.ts';

/** ASCII of "paroledu": one copy at a time on a database. */
const DUMP_LOCK = '8097876208943457397';

export type MadeDump =
  | {
      readonly kind: 'made';
      readonly files: readonly DumpFile[];
      readonly shared: number;
      readonly dropped: readonly string[];
    }
  /** The day has its copy. */
  | { readonly kind: 'there' }
  /** Another process is making it. */
  | { readonly kind: 'being-made' };

/** `folder`: of all days. When it fails, days that were there stay as they are. */
export async function makeDump(db: Db, folder: string, wanted: DumpWritten): Promise<MadeDump> {
  const { day } = wanted;
  return await inSnapshot(db, async (snapshot) => {
    if (!(await isFirst(snapshot))) return { kind: 'being-made' };
    const [latest, ...others] = await dumpDays(folder);
    if (latest === day || others.includes(day)) return { kind: 'there' };
    const made = await beginFolder(folder, day);
    try {
      const files = await writeDump(snapshot, made, wanted);
      let shared = 0;
      for (const file of latest === undefined ? [] : files) {
        if (await shareFile(file, { here: made, there: join(folder, latest ?? '') })) shared += 1;
      }
      await endFolder(folder, { made, day });
      const dropped = daysToDrop(await dumpDays(folder));
      for (const old of dropped) await dropDay(folder, old);
      return { kind: 'made', files, shared, dropped };
    } catch (error) {
      // A full disk has room again; what cannot be taken away now, the next one takes away.
      await rm(made, { recursive: true, force: true }).catch(() => undefined);
      throw error;
    }
  });
}

/** One state of the database, whatever is written meanwhile. */
export async function inSnapshot<Value>(db: Db, work: (snapshot: Db) => Promise<Value>): Promise<Value> {
  return await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
}

async function isFirst(snapshot: Db): Promise<boolean> {
  const { rows } = await sql<{ first: boolean }>`select pg_try_advisory_xact_lock(${DUMP_LOCK}) as first`.execute(
    snapshot,
  );
  return rows[0]?.first === true;
}
