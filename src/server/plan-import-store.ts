/** Imports of plans between the file and the plan: found again by whoever works on plans of the place, forgotten after a month. */
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { sql, type ColumnType, type Generated } from 'kysely';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import type {
  ImportCounts,
  NewPlanImport,
  PlanImportStore,
  PlanImportSummary,
  StoredPlanImport,
} from '#use-cases/plan-import/plan-import-store.ts';
import type { Db } from './storage/connection.ts';
import type { JsonColumn } from './storage/json-column.ts';
import { placeColumns, placeIn } from './storage/places.ts';

type Choices = StoredPlanImport['choices'];

export type PlanImportTables = {
  planImport: {
    id: Generated<number>;
    municipalityCode: string | null;
    groupingSiren: string | null;
    intoPlan: number | null;
    title: string;
    filename: string;
    format: StoredPlanImport['format'];
    sha256: string;
    workbook: Buffer | null;
    choices: JsonColumn<Choices>;
    version: Generated<number>;
    openedBy: string;
    openedAt: Date;
    expiresAt: Date;
    doneAt: Date | null;
    planId: number | null;
    counts: ColumnType<ImportCounts | null, string | null, string | null>;
  };
};

export function planImportsOn(db: Db): PlanImportStore {
  return {
    open: (given) => open(db, given),
    find: (id) => find(db, { id, lock: false }),
    lock: (id) => find(db, { id, lock: true }),
    choose: (id, change) => choose(db, { id, ...change }),
    finish: (id, done) => finish(db, { id, ...done }),
    drop: async (id) => {
      await db.deleteFrom('planImport').where('id', '=', id).where('doneAt', 'is', null).execute();
    },
    ofPlace: (place) => ofPlace(db, place),
    doneFrom: (place, sha256) => doneFrom(db, { place, sha256 }),
    forget: async (now) => {
      const { numDeletedRows } = await db
        .deleteFrom('planImport')
        .where('doneAt', 'is', null)
        .where('expiresAt', '<=', now)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

async function open(db: Db, { place, into, workbook, choices, ...given }: NewPlanImport): Promise<number> {
  const { id } = await db
    .insertInto('planImport')
    .values({
      ...placeColumns(place),
      ...given,
      intoPlan: into,
      workbook: await promisify(deflate)(JSON.stringify(workbook)),
      format: workbook.format,
      choices: JSON.stringify(choices),
      doneAt: null,
      planId: null,
      counts: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function find(db: Db, { id, lock }: { id: number; lock: boolean }): Promise<StoredPlanImport | null> {
  const row = await db
    .selectFrom('planImport')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (row === undefined) return null;
  // Two imports of the same bytes, confirmed at once, are told of each other.
  if (lock) await sql`select pg_advisory_xact_lock(hashtextextended(${`plan-import ${row.sha256}`}, 0))`.execute(db);
  const { municipalityCode, groupingSiren, intoPlan, workbook, doneAt, planId, counts, ...known } = row;
  return {
    ...known,
    place: placeIn({ municipalityCode, groupingSiren }),
    into: intoPlan,
    ...(workbook === null ? NOTHING_KEPT : keptIn((await promisify(inflate)(workbook)).toString('utf8'))),
    done: doneAt === null || planId === null ? null : { at: doneAt, plan: planId, counts },
  };
}

/** What this program wrote there itself. */
function keptIn(json: string): Pick<StoredPlanImport, 'tabs' | 'asWritten'> {
  const { tabs, asWritten = {} } = JSON.parse(json) as NewPlanImport['workbook'];
  return { tabs, asWritten };
}

const NOTHING_KEPT: ReturnType<typeof keptIn> = { tabs: [], asWritten: {} };

async function choose(
  db: Db,
  { id, version, choices, title }: { id: number; version: number; choices: Choices; title: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('planImport')
    .set({ choices: JSON.stringify(choices), title, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('doneAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function finish(
  db: Db,
  { id, plan, at, counts }: { id: number; plan: number; at: Date; counts: ImportCounts },
): Promise<void> {
  await db
    .updateTable('planImport')
    .set({ doneAt: at, planId: plan, counts: JSON.stringify(counts), workbook: null })
    .where('id', '=', id)
    .execute();
}

async function ofPlace(db: Db, place: PlaceCode): Promise<readonly PlanImportSummary[]> {
  return await db
    .selectFrom('planImport')
    .select(['id', 'title', 'filename', 'intoPlan as into', 'openedAt', 'expiresAt'])
    .where(sql<string>`coalesce(municipality_code, grouping_siren)`, '=', codeOf(place))
    .where('doneAt', 'is', null)
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
}

async function doneFrom(db: Db, { place, sha256 }: { place: PlaceCode; sha256: string }) {
  const rows = await db
    .selectFrom('planImport as i')
    .innerJoin('workingPlan as w', 'w.id', 'i.planId')
    .select(['w.id as plan', 'w.title', 'i.doneAt as at'])
    .where(sql<string>`coalesce(i.municipality_code, i.grouping_siren)`, '=', codeOf(place))
    .where('i.sha256', '=', sha256)
    .where('w.archivedAt', 'is', null)
    .orderBy('i.id', 'desc')
    .execute();
  return rows.flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at }]));
}
