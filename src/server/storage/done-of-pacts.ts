/** What was kept of what was signed, pact by pact, for lists of them: counted from the last that each voice said. */
import { sql } from 'kysely';
import type { Role } from '#domain/access/gate.ts';
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import type { LevelStatus } from '#domain/follow-up/levels.ts';
import type { Db } from './connection.ts';
import { JOIN_MERGED_LISTS, PACT_STATE } from './pact-state.ts';

export type DoneOfPact = {
  readonly pact: number;
  /** Promises taken at least in part: measures, principles, local commitments. */
  readonly signed: number;
  readonly collective: DoneOfVoice;
  readonly townHall: DoneOfVoice;
};
type DoneOfVoice = {
  /** Kept of what counts, by the rule of shareKept (#domain/follow-up/tally.ts); null: nothing that counts was looked at. */
  readonly share: { readonly kept: number; readonly of: number } | null;
  /** Signed, and never looked at by this voice. */
  readonly never: number;
  /** The last day looked at; null: this voice said nothing. */
  readonly lookedOn: string | null;
};

/** One query; a pact that promises nothing is left out. */
export async function doneOfPacts(db: Db, pacts: readonly number[]): Promise<ReadonlyMap<number, DoneOfPact>> {
  if (pacts.length === 0) return new Map();
  const { rows } = await sql<
    { pact: number; voice: Voice; signed: number; never: number; lookedOn: string | null } & Figures
  >`
    with promised as (
      select pact_id, 'm' || measure as item from commitment where pact_id = any(${pacts}) and stance in ('accepted', 'partial')
      union all
      select pact_id, 'p' || letter from pact_principle where pact_id = any(${pacts}) and stance in ('accepted', 'partial')
      union all
      select pact_id, 'l' || id from local_commitment where pact_id = any(${pacts})
    ), told as (
      select r.pact_id, v.voice, s.status, s.looked_on,
        s.before_mandate or s.status in ('cannot-assess', 'not-competent') as apart
      from promised r
        cross join (values ('collective'), ('town-hall')) as v (voice)
        left join latest_assessment s on s.pact_id = r.pact_id and s.item = r.item and s.voice = v.voice
    )
    select pact_id as pact, voice, count(*)::int as signed, max(looked_on) as "lookedOn",
      (count(*) filter (where status is null))::int as never,
      (count(*) filter (where apart))::int as apart,
      (count(*) filter (where not apart))::int as looked,
      (count(*) filter (where not apart and status = 'kept'))::int as kept
    from told group by pact_id, voice`.execute(db);
  const told = new Map(rows.map((row) => [`${String(row.pact)} ${row.voice}`, row]));
  const of = (pact: number, voice: Voice): DoneOfVoice => {
    const row = told.get(`${String(pact)} ${voice}`);
    return row === undefined
      ? { share: null, never: 0, lookedOn: null }
      : { share: shareOf(row), never: row.never, lookedOn: row.lookedOn };
  };
  return new Map(
    rows.map(({ pact, signed }) => [
      pact,
      { pact, signed, collective: of(pact, 'collective'), townHall: of(pact, 'town-hall') },
    ]),
  );
}

/** `looked`: what counts and was looked at; `apart`: what this voice counts apart. */
type Figures = { readonly apart: number; readonly looked: number; readonly kept: number };
function shareOf({ signed, apart, looked, kept }: Figures & { readonly signed: number }): DoneOfVoice['share'] {
  return looked === 0 ? null : { kept, of: signed - apart };
}

export type LatestOfPact = {
  readonly item: string;
  readonly voice: Voice;
  readonly status: AssessmentStatus;
  readonly before: boolean;
  readonly on: string;
  readonly levels: readonly LevelStatus[];
  readonly saidAs: Role;
};

/** The last that each voice said of each promise of one pact. One query. */
export async function latestOfPact(db: Db, pact: number): Promise<readonly LatestOfPact[]> {
  return await db
    .selectFrom('latestAssessment as latest')
    .innerJoin('assessment', 'assessment.id', 'latest.assessmentId')
    .select(['latest.item', 'latest.voice', 'latest.status', 'latest.beforeMandate as before', 'latest.lookedOn as on'])
    .select(['assessment.levels', 'assessment.saidAs'])
    .where('latest.pactId', '=', pact)
    .orderBy('latest.item')
    .orderBy('latest.voice')
    .execute();
}

/** `state`: whether the list that signed governs. */
export type DoneOfMeasure = {
  readonly state: 'in-office' | 'in-opposition';
  readonly collective: AssessmentStatus | null;
  readonly townHall: AssessmentStatus | null;
};

/** What each voice last said of one measure, for the pacts that took it. One query; each pact that is there. */
export async function doneOfMeasure(
  db: Db,
  { pacts, measure }: { readonly pacts: readonly number[]; readonly measure: number },
): Promise<ReadonlyMap<number, DoneOfMeasure>> {
  if (pacts.length === 0) return new Map();
  const said = (voice: Voice) => sql<AssessmentStatus | null>`(
    select status from latest_assessment a where a.pact_id = p.id and a.item = ${`m${measure}`} and a.voice = ${voice})`;
  const { rows } = await sql<{ pact: number } & DoneOfMeasure>`
    select p.id as pact, ${PACT_STATE} as state, ${said('collective')} as collective, ${said('town-hall')} as town_hall
    from pact p
    left join pact_list pl on pl.pact_id = p.id
    left join candidate_list l on l.id = pl.candidate_list_id
    ${JOIN_MERGED_LISTS}
    where p.id = any(${pacts})`.execute(db);
  return new Map(rows.map(({ pact, ...done }) => [pact, done]));
}
