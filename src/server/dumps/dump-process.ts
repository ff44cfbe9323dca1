/**
 * The process that makes the copy of the day: apart from the server, whose memory and answers it leaves alone. Reads its
 * errand as JSON, says what became of it as JSON; what goes wrong is on its error output, with exit code 1.
 */
import { text } from 'node:stream/consumers';
import { refreshEditions } from '../editions-kept.ts';
import { COPIED_RESOURCES } from '../open-data/open-resources.ts';
import { openDatabase } from '../storage/connection.ts';
import type { DumpErrand } from './dump-apart.ts';
import { makeDump } from './make-dump.ts';

const errand = JSON.parse(await text(process.stdin)) as DumpErrand;
const db = openDatabase(errand.databaseUrl, { pool: 2, name: 'parole-tenue copy' });
try {
  await refreshEditions(db);
  const { folder, day, site, synthetic } = errand;
  const now = new Date(errand.now);
  const made = await makeDump(db, folder, { day, now, site, synthetic, resources: COPIED_RESOURCES });
  process.stdout.write(JSON.stringify(made.kind === 'made' ? { ...made, files: made.files.length } : made));
} finally {
  await db.destroy();
}
