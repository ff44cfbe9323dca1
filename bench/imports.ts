/** A spreadsheet of 5,000 rows, imported as a new plan and then again into it, each in a process of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { planLines } from '#domain/plan/exchange/plan-to-lines.ts';
import { planSheetFile } from '#publishing/spreadsheet/plan-sheet-file.ts';
import { storesOn } from '#server/stores.ts';
import { AGENT } from '#use-cases/demo/rivemont.ts';
import { knownPlan } from '#use-cases/plan-import/see-plan-import.ts';
import type { ImportedPlan } from './import-plan.ts';
import { accountOf, type RunningSite } from './running-site.ts';
import { type Row, type Section, fact, milliseconds, promise } from './measure.ts';
import { planFile } from './plan-file.ts';

const ROWS = 5000;
/** Of the whole process, the thread that reads included: what a small server can spare. */
const MEMORY_BOUND = 500 * 1000 * 1000;

type Told = ImportedPlan & { readonly peak: number };

export async function benchImport({ postgres, db }: RunningSite): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  try {
    const person = await accountOf(db, AGENT);
    const once = (name: string, bytes: string | Uint8Array, into: number | null): Told => {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      const words = [resolve('bench/import-once.ts'), postgres.url, person, file, into === null ? '' : String(into)];
      // As `npm start` and `npm run cli` start it.
      const said = execFileSync(process.execPath, ['--max-semi-space-size=8', ...words], { encoding: 'utf8' });
      return JSON.parse(said) as Told;
    };
    const first = once('cinq-mille.csv', planFile(ROWS), null);
    const stores = storesOn(db);
    const stored = await stores.workingPlans.find(first.plan);
    if (stored === null) throw new Error('the imported plan is not there');
    const known = await knownPlan(stores, stored);
    const plan = { title: stored.title, lines: planLines(known.axes, known.actions) };
    const rows = [...rowsOf(`CSV, ${ROWS} rows, a new plan`, first)];
    for (const format of ['xlsx', 'ods'] as const) {
      const again = once(`export.${format}`, planSheetFile(plan, format), first.plan);
      if (again.counts?.unchanged !== ROWS) throw new Error(`${format}: ${JSON.stringify(again.counts)}`);
      rows.push(...rowsOf(`its export as ${format.toUpperCase()}, into it: nothing changes`, again));
    }
    return {
      title: 'Importing 5,000 rows',
      rows,
      notes: [
        'Read (in a thread with its own bounds), previewed with all its differences, then written in one transaction with its',
        'journal. Memory is the peak of a process that imports this one file, the thread that reads included.',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowsOf(what: string, { read, preview, write, peak }: Told): readonly Row[] {
  return [
    fact(what, `read ${milliseconds(read)}, preview ${milliseconds(preview)}, write ${milliseconds(write)}`),
    promise(`${what}: peak memory`, `${(peak / 1e6).toFixed(0)} MB`, { bound: '< 500 MB', kept: peak < MEMORY_BOUND }),
  ];
}
