/** What was kept of what was signed, pact by pact, for lists of them: counted from the last that each voice said. */
import { sql } from 'kysely';
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import type { LevelStatus } from '#domain/follow-up/levels.ts';
import type { Db } from './connection.ts';

export type DoneOfPact = {
  readonly pact: number;
  /** Promises taken at least in part: measures, principles, local commitments. */
  readonly signed: number;
  /** Kept during the mandate, and the last day looked at, as each voice tells it; `lookedOn` null: it said nothing. */
  readonly collective: { readonly kept: number; readonly lookedOn: string | null };
  readonly townHall: { readonly kept: number; readonly lookedOn: string | null };
};

/** One query; a pact that promises nothing is left out. */
export async function doneOfPacts(db: Db, pacts: readonly number[]): Promise<ReadonlyMap<number, DoneOfPact>> {
  if (pacts.length === 0) return new Map();
  const { rows } = await sql<{
    pact: number;
    signed: number;
    keptC: number;
    onC: string | null;
    keptT: number;
    onT: string | null;
  }>`
    with promised as (
      select pact_id, 'm' || measure as item from commitment where pact_id = any(${pacts}) and stance in ('accepted', 'partial')
      union all
      select pact_id, 'p' || letter from pact_principle where pact_id = any(${pacts}) and stance in ('accepted', 'partial')
      union all
      select pact_id, 'l' || id from local_commitment where pact_id = any(${pacts})
    )
    select r.pact_id as pact, count(*)::int as signed,
      (count(*) filter (where c.status = 'kept' and not c.before_mandate))::int as "keptC", max(c.looked_on) as "onC",
      (count(*) filter (where t.status = 'kept' and not t.before_mandate))::int as "keptT", max(t.looked_on) as "onT"
    from promised r
      left join latest_assessment c on c.pact_id = r.pact_id and c.item = r.item and c.voice = 'collective'
      left join latest_assessment t on t.pact_id = r.pact_id and t.item = r.item and t.voice = 'town-hall'
    group by r.pact_id`.execute(db);
  return new Map(
    rows.map(({ pact, signed, keptC, onC, keptT, onT }) => [
      pact,
      {
        pact,
        signed,
        collective: { kept: keptC, lookedOn: onC },
        townHall: { kept: keptT, lookedOn: onT },
      },
    ]),
  );
}

export type LatestOfPact = {
  readonly item: string;
  readonly voice: Voice;
  readonly status: AssessmentStatus;
  readonly before: boolean;
  readonly on: string;
  readonly levels: readonly LevelStatus[];
};

/** The last that each voice said of each promise of one pact. One query. */
export async function latestOfPact(db: Db, pact: number): Promise<readonly LatestOfPact[]> {
  return await db
    .selectFrom('latestAssessment as latest')
    .innerJoin('assessment', 'assessment.id', 'latest.assessmentId')
    .select(['latest.item', 'latest.voice', 'latest.status', 'latest.beforeMandate as before', 'latest.lookedOn as on'])
    .select('assessment.levels')
    .where('latest.pactId', '=', pact)
    .orderBy('latest.item')
    .orderBy('latest.voice')
    .execute();
}

/** What each voice last said of one measure, for the pacts that took it. One query. */
export async function doneOfMeasure(
  db: Db,
  { pacts, measure }: { readonly pacts: readonly number[]; readonly measure: number },
): Promise<
  ReadonlyMap<number, { readonly collective: AssessmentStatus | null; readonly townHall: AssessmentStatus | null }>
> {
  if (pacts.length === 0) return new Map();
  const rows = await db
    .selectFrom('latestAssessment')
    .select(['pactId', 'voice', 'status'])
    .where('pactId', 'in', [...pacts])
    .where('item', '=', `m${measure}`)
    .execute();
  return new Map(
    pacts.map((pact) => {
      const said = (voice: Voice) => rows.find((row) => row.pactId === pact && row.voice === voice)?.status ?? null;
      return [pact, { collective: said('collective'), townHall: said('town-hall') }];
    }),
  );
}
