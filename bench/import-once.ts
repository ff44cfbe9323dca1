/**
 * Imports one spreadsheet as an agent does, in a process of its own: read, previewed, confirmed. Prints as JSON what each
 * took in milliseconds, what was counted, and the most memory that the process held, in bytes.
 *
 * `import-once.ts DATABASE_URL PERSON FILE [PLAN]`: a new plan, or into that one.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openDatabase } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { importPlan } from './import-plan.ts';

const [url = '', person = '', file = '', into = ''] = process.argv.slice(2);
const db = openDatabase(url, { pool: 2, name: 'bench' });
try {
  const told = await importPlan(storesOn(db), {
    db,
    person,
    bytes: readFileSync(file),
    filename: basename(file),
    into: into === '' ? null : Number(into),
  });
  // The system counts in kilobytes.
  console.log(JSON.stringify({ ...told, peak: process.resourceUsage().maxRSS * 1024 }));
} finally {
  await db.destroy();
}
