/**
 * Pacts of a part of the country, page by page, for open data: by number, found among those that count (./counted-pacts.ts),
 * so that what the demonstration plays is in no page.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Size, Standing } from '#domain/observatory/cell.ts';
import { codesOfToday } from './codes-of-today.ts';
import type { Db } from './connection.ts';
import type { PactRow } from './downloads.ts';
import { lastCorrection } from './earlier-readings.ts';
import { toProvenance } from './provenance.ts';
import { selectPacts, toPactRef } from './views.ts';

export type PactScope = {
  readonly pact?: number;
  readonly edition?: string;
  /** INSEE code of the commune that signed, or of the one that it is part of today. */
  readonly municipality?: string;
  /** SIREN: the grouping itself, and its communes. */
  readonly grouping?: string;
  readonly department?: string;
  readonly region?: string;
  readonly size?: Size;
  readonly standing?: Standing;
  /** YYYY-MM-DD, both included. */
  readonly signedFrom?: string;
  readonly signedUntil?: string;
};

/** Numbers above `after`, in order; `limit` at most. One query. */
export async function pactNumbers(
  db: Db,
  scope: PactScope,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly number[]> {
  const { rows } = await sql<{ pact: number }>`
    select f.pact_id as pact from counted_pact f where f.pact_id > ${after} ${inScope(scope)}
    order by f.pact_id limit ${limit}`.execute(db);
  return rows.map(({ pact }) => pact);
}

export type ScannedPact = { readonly pact: number; readonly says: boolean };

/**
 * The same, each with whether it says what one looks for: `saying` is about the pact `f`. One query, whose cost depends on
 * `limit` and not on how rare that is.
 */
export async function scannedPacts(
  db: Db,
  scope: PactScope,
  { after, limit, saying }: { readonly after: number; readonly limit: number; readonly saying: RawBuilder<boolean> },
): Promise<readonly ScannedPact[]> {
  const { rows } = await sql<ScannedPact>`
    with scanned as materialized (
      select f.pact_id, f.edition from counted_pact f where f.pact_id > ${after} ${inScope(scope)}
      order by f.pact_id limit ${limit}
    )
    select f.pact_id as pact, ${saying} as says from scanned f order by f.pact_id`.execute(db);
  return rows;
}

/** Two queries. */
export async function openPactRows(
  db: Db,
  scope: PactScope,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly PactRow[]> {
  const numbers = await pactNumbers(db, scope, page);
  if (numbers.length === 0) return [];
  const rows = await selectPacts(db)
    .select(lastCorrection('pact'))
    .where('pact.id', 'in', [...numbers])
    .orderBy('pact.id')
    .execute();
  return rows.map((row) => ({ ...toPactRef(row), ...toProvenance(row), correctedAt: row.correctedAt }));
}

export async function countPacts(db: Db, scope: PactScope): Promise<number> {
  const { rows } = await sql<{ pacts: number }>`
    select count(*)::integer as pacts from counted_pact f where true ${inScope(scope)}`.execute(db);
  return rows[0]?.pacts ?? 0;
}

/** Whether the pact `f` of a larger query is in that part; begins with `and`. */
export function inScope(scope: PactScope): RawBuilder<unknown> {
  const rules: RawBuilder<unknown>[] = [];
  if (scope.pact !== undefined) rules.push(sql`f.pact_id = ${scope.pact}`);
  if (scope.edition !== undefined) rules.push(sql`f.edition = ${scope.edition}`);
  if (scope.municipality !== undefined)
    rules.push(
      sql`f.pact_id in (select p.id from pact p where p.municipality_code = any ${codesOfToday(scope.municipality)})`,
    );
  if (scope.grouping !== undefined)
    rules.push(sql`f.place in (
      select ${scope.grouping} union all select there.code from municipality m join municipality there on there.of_today = m.code
      where ${scope.grouping} in (m.intercommunality_siren, m.territorial_establishment_siren))`);
  if (scope.department !== undefined) rules.push(sql`f.department = ${scope.department}`);
  if (scope.region !== undefined) rules.push(sql`f.region = ${scope.region}`);
  if (scope.size !== undefined) rules.push(sql`f.size = ${scope.size}`);
  if (scope.standing !== undefined) rules.push(sql`f.standing = ${scope.standing}`);
  if (scope.signedFrom !== undefined) rules.push(sql`f.signed_on >= ${scope.signedFrom}::date`);
  if (scope.signedUntil !== undefined) rules.push(sql`f.signed_on <= ${scope.signedUntil}::date`);
  return sql.join(
    rules.map((rule) => sql` and ${rule}`),
    sql``,
  );
}
