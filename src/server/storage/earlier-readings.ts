/**
 * Readings that are no longer shown: replaced by a corrected one, or withdrawn. Written once, when it happens.
 *
 * The signed text never changes and its file stays kept (./documents.ts); what ends here is our reading of it.
 */
import { sql, type ExpressionBuilder, type Generated } from 'kysely';
import type { Db, Schema } from './connection.ts';
import { pactSays, planSays } from './digests.ts';
import { sha256 } from './journal-chain.ts';
import type { JsonColumn } from './json-column.ts';
import type { KeptReading } from './provenance.ts';

export type EarlierReadingTables = {
  earlierReading: {
    id: Generated<number>;
    subjectKind: 'pact' | 'plan';
    subjectId: number;
    endedBy: 'correction' | 'withdrawal';
    endedAt: Date;
    reason: string;
    documentId: number;
    municipalityCode: string | null;
    groupingSiren: string | null;
    says: string;
    reading: JsonColumn<KeptReading>;
  };
};

export type Published = { readonly what: 'pact' | 'plan'; readonly id: number };

export type Ending = Published & {
  readonly endedBy: 'correction' | 'withdrawal';
  readonly at: Date;
  readonly reason: string;
};

/** Keeps what is shown now, before it is replaced or removed. Returns its digest. Call inside the same transaction. */
export async function keepEarlierReading(db: Db, { what, id, endedBy, at, reason }: Ending): Promise<string> {
  const says = await (what === 'pact' ? pactSays(db, id) : planSays(db, id));
  if (says === null) throw new Error(`nothing to keep of ${what} ${id}`);
  const [parent, reading] = [sql.table(what), sql.table(`${what}_reading`)];
  await sql`
    insert into earlier_reading (subject_kind, subject_id, ended_by, ended_at, reason, document_id, municipality_code,
      grouping_siren, says, reading)
    select ${what}, p.id, ${endedBy}, ${at}, ${reason}, p.document_id, p.municipality_code, p.grouping_siren, ${says}, r.reading
    from ${parent} p join ${reading} r on r.${sql.ref(`${what}_id`)} = p.id where p.id = ${id}`.execute(db);
  return sha256(says);
}

/** When the reading shown now replaced another, and why. */
export type Correction = { readonly at: Date; readonly reason: string };
export type JsonCorrection = { readonly at: string; readonly reason: string };

/** The corrections of a pact or plan, oldest first, as one column of a larger query: its `corrections`. */
export function jsonCorrections<Table extends 'pact' | 'plan'>(table: Table) {
  return (_: ExpressionBuilder<Schema, Table>) =>
    sql<JsonCorrection[]>`(
      select coalesce(jsonb_agg(jsonb_build_object('at', e.ended_at, 'reason', e.reason) order by e.id), '[]')
      from earlier_reading e where e.subject_kind = ${sql.lit(table)} and e.subject_id = ${sql.ref(`${table}.id`)}
    )`.as('corrections');
}

export function toCorrections(rows: readonly JsonCorrection[]): readonly Correction[] {
  return rows.map(({ at, reason }) => ({ at: new Date(at), reason }));
}

/** The instant of the last correction as one column of a larger query: its `correctedAt`; null: never corrected. */
export function lastCorrection<Table extends 'pact' | 'plan'>(table: Table) {
  return (_: ExpressionBuilder<Schema, Table>) =>
    sql<Date | null>`(
      select max(e.ended_at) from earlier_reading e
      where e.subject_kind = ${sql.lit(table)} and e.subject_id = ${sql.ref(`${table}.id`)}
    )`.as('correctedAt');
}

export type Withdrawal = { readonly at: Date; readonly reason: string; readonly placeName: string };

/** Null: never withdrawn, or never there. */
export async function withdrawalOf(db: Db, { what, id }: Published): Promise<Withdrawal | null> {
  const row = await db
    .selectFrom('earlierReading as e')
    .leftJoin('municipality as m', 'm.code', 'e.municipalityCode')
    .leftJoin('grouping as g', 'g.siren', 'e.groupingSiren')
    .select(['e.endedAt as at', 'e.reason'])
    .select(sql<string>`coalesce(m.name, g.name)`.as('placeName'))
    .where('e.subjectKind', '=', what)
    .where('e.subjectId', '=', id)
    .where('e.endedBy', '=', 'withdrawal')
    .executeTakeFirst();
  return row ?? null;
}

export type EarlierReading = {
  /** Until when it was shown. */
  readonly until: Date;
  readonly reason: string;
  /** SHA-256 of `says`: the journal holds it since the day it was published. */
  readonly digest: string;
  /** JSON text of its rows. */
  readonly says: string;
};

/** What was shown before, oldest first. */
export async function earlierReadings(db: Db, { what, id }: Published): Promise<readonly EarlierReading[]> {
  const rows = await db
    .selectFrom('earlierReading')
    .select(['endedAt as until', 'reason', 'says'])
    .where('subjectKind', '=', what)
    .where('subjectId', '=', id)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ until: row.until, reason: row.reason, digest: sha256(row.says), says: row.says }));
}
