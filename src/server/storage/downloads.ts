/**
 * Flat rows for downloads, page by page: the whole country never stands in memory at once.
 * `next` is to be passed as `after`; null: that was the last page. `limit` is 1 to 1,000.
 */
import type { LocalCommitment } from '#domain/pact/commitment.ts';
import type { Stance, Wording } from '#domain/pact/stance.ts';
import type { ActionField } from '#domain/plan/plan.ts';
import type { Db } from './connection.ts';
import type { PlaceRef } from './places.ts';
import { toProvenance, type Provenance } from './provenance.ts';
import {
  selectCommitments,
  selectPacts,
  selectPlans,
  toCommitmentView,
  toPactRef,
  toPlanRef,
  type PactRef,
  type PlanRef,
} from './views.ts';

export type Page = { readonly after?: number; readonly limit?: number };
export type Rows<Row> = { readonly rows: readonly Row[]; readonly next: number | null };

export type PactRow = PactRef & Provenance;

export async function pactRows(
  db: Db,
  { edition, municipality, after = 0, limit = 1000 }: Page & { edition?: string; municipality?: string },
): Promise<Rows<PactRow>> {
  const found = await selectPacts(db)
    .where('pact.id', '>', after)
    .$if(edition !== undefined, (query) => query.where('pact.edition', '=', edition ?? ''))
    .$if(municipality !== undefined, (query) => query.where('pact.municipalityCode', '=', municipality ?? ''))
    .orderBy('pact.id')
    .limit(sizeOf(limit) + 1)
    .execute();
  return pageOf(found, limit, (row) => ({ ...toPactRef(row), ...toProvenance(row) }));
}

/** One row a level, or one with `level` null for a measure promised without a level. */
export type CommitmentRow = {
  readonly pact: number;
  readonly place: PlaceRef;
  readonly listName: string | null;
  readonly termFrom: number;
  readonly edition: string;
  readonly measure: number;
  readonly localNumber: string | null;
  readonly measureStance: Stance;
  readonly level: number | null;
  readonly stance: Stance;
  readonly wording: Wording | null;
  readonly competentBody: string | null;
  readonly competentSiren: string | null;
  readonly observations: readonly string[];
};

/** By number of commitment. Narrow it to one pact, municipality, edition or measure. Two queries. */
export async function commitmentRows(
  db: Db,
  wanted: Page & { pact?: number; municipality?: string; edition?: string; measure?: number },
): Promise<Rows<CommitmentRow>> {
  const { pact, municipality, edition, measure, after = 0, limit = 1000 } = wanted;
  const found = await selectCommitments(db)
    .where('commitment.id', '>', after)
    .$if(pact !== undefined, (query) => query.where('commitment.pactId', '=', pact ?? 0))
    .$if(edition !== undefined, (query) => query.where('commitment.edition', '=', edition ?? ''))
    .$if(measure !== undefined, (query) => query.where('commitment.measure', '=', measure ?? 0))
    .$if(municipality !== undefined, (query) =>
      query.where('commitment.pactId', 'in', (here) =>
        here
          .selectFrom('pact')
          .select('pact.id')
          .where('pact.municipalityCode', '=', municipality ?? ''),
      ),
    )
    .orderBy('commitment.id')
    .limit(sizeOf(limit) + 1)
    .execute();
  const ids = [...new Set(found.map(({ pactId }) => pactId))];
  const pacts = ids.length === 0 ? [] : await selectPacts(db).where('pact.id', 'in', ids).execute();
  const byId = new Map(pacts.map((row) => [row.id, toPactRef(row)]));
  const { rows, next } = pageOf(found, limit, (row) => row);
  return { rows: rows.flatMap((row) => levelRows(row, byId.get(row.pactId))), next };
}

function levelRows(row: Parameters<typeof toCommitmentView>[0], pact: PactRef | undefined): readonly CommitmentRow[] {
  if (pact === undefined) return [];
  const view = toCommitmentView(row);
  const shared = {
    pact: pact.id,
    place: pact.place,
    listName: pact.listName,
    termFrom: pact.term.from,
    edition: pact.edition,
    measure: view.measure,
    localNumber: view.localNumber,
    measureStance: view.stance,
    competentBody: view.competentBody?.asWritten ?? null,
    competentSiren: view.competentBody?.grouping?.siren ?? null,
    observations: view.detail.observations,
  };
  if (view.levels.length === 0) return [{ ...shared, level: null, stance: view.stance, wording: null }];
  return view.levels.map(({ level, stance, wording }) => ({ ...shared, level, stance, wording }));
}

export type LocalCommitmentRow = LocalCommitment & { readonly id: number; readonly pact: number };

export async function localCommitmentRows(
  db: Db,
  { pact, municipality, after = 0, limit = 1000 }: Page & { pact?: number; municipality?: string },
): Promise<Rows<LocalCommitmentRow>> {
  const found = await db
    .selectFrom('localCommitment')
    .innerJoin('pact', 'pact.id', 'localCommitment.pactId')
    .select(['localCommitment.id', 'localCommitment.pactId', 'localNumber', 'text', 'relatedMeasures', 'detail'])
    .where('localCommitment.id', '>', after)
    .$if(pact !== undefined, (query) => query.where('localCommitment.pactId', '=', pact ?? 0))
    .$if(municipality !== undefined, (query) => query.where('pact.municipalityCode', '=', municipality ?? ''))
    .orderBy('localCommitment.id')
    .limit(sizeOf(limit) + 1)
    .execute();
  return pageOf(found, limit, ({ pactId, detail, ...row }) => ({
    ...row,
    pact: pactId,
    quotations: detail.quotations,
  }));
}

export type PlanRow = PlanRef & Provenance;

export async function planRows(
  db: Db,
  { municipality, after = 0, limit = 1000 }: Page & { municipality?: string },
): Promise<Rows<PlanRow>> {
  const found = await selectPlans(db)
    .where('plan.id', '>', after)
    .$if(municipality !== undefined, (query) => query.where('plan.municipalityCode', '=', municipality ?? ''))
    .orderBy('plan.id')
    .limit(sizeOf(limit) + 1)
    .execute();
  return pageOf(found, limit, (row) => ({ ...toPlanRef(row), ...toProvenance(row) }));
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
};

/** Every action of one plan, in the order of its document. */
export async function actionRows(db: Db, { plan }: { readonly plan: number }): Promise<readonly ActionRow[]> {
  return await db
    .selectFrom('action')
    .select(['id', 'planId as plan', 'number', 'printedNumber', 'title', 'axis', 'subAxis', 'labels', 'fields'])
    .select(['amounts', 'dates', 'relatedActions'])
    .where('planId', '=', plan)
    .orderBy('ordinal')
    .execute();
}

function sizeOf(limit: number): number {
  return Math.min(Math.max(Math.trunc(limit), 1), 1000);
}

function pageOf<Found extends { readonly id: number }, Row>(
  found: readonly Found[],
  limit: number,
  toRow: (row: Found) => Row,
): Rows<Row> {
  const page = found.slice(0, sizeOf(limit));
  return { rows: page.map(toRow), next: found.length > page.length ? (page.at(-1)?.id ?? null) : null };
}
