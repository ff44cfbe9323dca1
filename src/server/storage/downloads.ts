/**
 * Flat rows for downloads, page by page: the whole country never stands in memory at once.
 * `next` is to be passed as `after`; null: that was the last page. `limit` is 1 to 1,000.
 */
import { sql, type ExpressionBuilder } from 'kysely';
import type { ActionStatus, Participation, Priority } from '#domain/plan/action-sheet.ts';
import type { ActionField } from '#domain/plan/plan.ts';
import type { PublishedSheet } from '#domain/plan/published-sheet.ts';
import { codesOfToday } from './codes-of-today.ts';
import type { Db, Schema } from './connection.ts';
import { isNotPlayed } from './fictional-municipality.ts';
import { lastCorrection } from './earlier-readings.ts';
import { toProvenance, type Provenance } from './provenance.ts';
import { selectPacts, selectPlans, toPactRef, toPlanRef, type PactRef, type PlanRef } from './views.ts';

export type Page = { readonly after?: number; readonly limit?: number };
export type Rows<Row> = { readonly rows: readonly Row[]; readonly next: number | null };

export type PactRow = PactRef & Provenance & Corrected;

/** `correctedAt` null: the reading shown is the first one. */
type Corrected = { readonly correctedAt: Date | null };

/** `municipality`, of then or of today; `grouping`: the SIREN of a grouping that signed itself, or whose municipalities of today did. */
export type PactsWanted = {
  readonly edition?: string;
  readonly municipality?: string;
  readonly grouping?: string;
};

export async function pactRows(
  db: Db,
  { edition, municipality, grouping, after = 0, limit = 1000 }: Page & PactsWanted,
): Promise<Rows<PactRow>> {
  const found = await selectPacts(db)
    .select(lastCorrection('pact'))
    .where('pact.id', '>', after)
    .$if(edition !== undefined, (query) => query.where('pact.edition', '=', edition ?? ''))
    .where(
      municipality === undefined
        ? isNotPlayed('pact')
        : sql<boolean>`pact.municipality_code = any ${codesOfToday(municipality)}`,
    )
    .$if(grouping !== undefined, (query) => query.where(signedWithin(grouping ?? '')))
    .orderBy('pact.id')
    .limit(sizeOf(limit) + 1)
    .execute();
  return pageOf(found, limit, (row) => ({ ...toPactRef(row), ...toProvenance(row), correctedAt: row.correctedAt }));
}

function signedWithin(siren: string) {
  return ({ eb, or, selectFrom }: ExpressionBuilder<Schema, 'pact'>) =>
    or([
      eb('pact.groupingSiren', '=', siren),
      eb(
        'pact.municipalityCode',
        'in',
        selectFrom('municipality as m')
          .innerJoin('municipality as there', 'there.ofToday', 'm.code')
          .select('there.code')
          .where((member) =>
            member.or([
              member('m.intercommunalitySiren', '=', siren),
              member('m.territorialEstablishmentSiren', '=', siren),
            ]),
          ),
      ),
    ]);
}

export type PlanRow = PlanRef & Provenance & Corrected;

export async function planRows(
  db: Db,
  { municipality, after = 0, limit = 1000 }: Page & { municipality?: string },
): Promise<Rows<PlanRow>> {
  const found = await selectPlans(db)
    .select(lastCorrection('plan'))
    .where('plan.id', '>', after)
    .where(
      municipality === undefined
        ? isNotPlayed('plan')
        : sql<boolean>`plan.municipality_code = any ${codesOfToday(municipality)}`,
    )
    .orderBy('plan.id')
    .limit(sizeOf(limit) + 1)
    .execute();
  return pageOf(found, limit, (row) => ({ ...toPlanRef(row), ...toProvenance(row), correctedAt: row.correctedAt }));
}

export type ActionRow = {
  readonly id: number;
  readonly plan: number;
  readonly number: string;
  readonly printedNumber: string;
  readonly title: string;
  readonly axis: string | null;
  readonly subAxis: string | null;
  readonly labels: readonly string[];
  readonly fields: Readonly<Record<ActionField, string | null>>;
  readonly amounts: readonly { readonly text: string; readonly euros: number | null }[];
  readonly dates: readonly { readonly text: string; readonly day: string | null }[];
  readonly relatedActions: readonly string[];
  /** Null where nobody said, or where the plan was only read in a document. */
  readonly status: ActionStatus | null;
  readonly priority: Priority | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly participation: Participation | null;
  readonly newsAt: Date | null;
  /** As the version shown has it; null where the plan was only read in a document. */
  readonly sheet: PublishedSheet | null;
};

/** Every action of one plan, in the order of its document. */
export async function actionRows(db: Db, { plan }: { readonly plan: number }): Promise<readonly ActionRow[]> {
  return await db
    .selectFrom('action')
    .select(['id', 'planId as plan', 'number', 'printedNumber', 'title', 'axis', 'subAxis', 'labels', 'fields'])
    .select(['amounts', 'dates', 'relatedActions'])
    .select(['status', 'priority', 'startsOn', 'endsOn', 'participation', 'newsAt', 'sheet'])
    .where('planId', '=', plan)
    .orderBy('ordinal')
    .execute();
}

/** What was asked, within bounds. */
export function sizeOf(limit: number): number {
  return Math.min(Math.max(Math.trunc(limit), 1), 1000);
}

/** `found` holds one row more than the page when there is another. */
export function pageOf<Found extends { readonly id: number }, Row>(
  found: readonly Found[],
  limit: number,
  toRow: (row: Found) => Row,
): Rows<Row> {
  const page = found.slice(0, sizeOf(limit));
  return { rows: page.map(toRow), next: found.length > page.length ? (page.at(-1)?.id ?? null) : null };
}
