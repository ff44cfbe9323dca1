/** Follow-up committees that both sides wanted, and decisions of minutes that both agreed to, page by page, for open data. */
import { sql, type RawBuilder } from 'kysely';
import type { DecisionStanding, DecisionState } from '#domain/committee/decision-state.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { Db } from './connection.ts';
import { ofPlaces, type PlansWanted } from './open-plans.ts';
import type { PlaceRef } from './places.ts';

type Paged = { readonly after: number; readonly limit: number };
type Places = Omit<PlansWanted, 'plan'>;

export type OpenCommitteeRow = {
  readonly id: number;
  readonly place: PlaceRef;
  readonly collective: number;
  readonly proposedBy: Voice;
  readonly acceptedAt: Date;
  readonly closed: { readonly at: Date; readonly by: Voice; readonly reason: string } | null;
  /** But those that were cancelled. */
  readonly meetings: number;
  /** That both sides agreed to. */
  readonly minutes: number;
  readonly decisions: number;
};

/** By number above `after`. One query. */
export async function openCommitteeRows(
  db: Db,
  { after, limit, id, ...places }: Places & Paged & { readonly id?: number },
): Promise<readonly OpenCommitteeRow[]> {
  type Found = Omit<OpenCommitteeRow, 'closed'> & {
    readonly closedAt: Date | null;
    readonly closedBy: Voice | null;
    readonly closedReason: string | null;
  };
  const count = (table: RawBuilder<unknown>, rule: RawBuilder<unknown>) =>
    sql`(select count(*)::integer from committee_meeting s ${table} where s.committee_id = p.id and ${rule})`;
  const { rows } = await sql<Found>`
    select p.id, ${PLACE}, p.collective_id as collective, p.proposed_by, p.accepted_at, p.closed_at, p.closed_by, p.closed_reason,
      ${count(sql``, sql`s.cancelled_at is null`)} as meetings,
      ${count(sql`join committee_minutes n on n.meeting_id = s.id`, sql`n.agreed_at is not null`)} as minutes,
      ${count(sql`join committee_decision d on d.meeting_id = s.id`, sql`true`)} as decisions
    from committee p
    where p.accepted_at is not null and p.id > ${after} and ${ofPlaces('p', places)} ${numbered('p', id)}
    order by p.id limit ${limit}`.execute(db);
  return rows.map(({ closedAt, closedBy, closedReason, ...row }) => ({
    ...row,
    closed: closedAt === null || closedBy === null ? null : { at: closedAt, by: closedBy, reason: closedReason ?? '' },
  }));
}

export type OpenCommitteeDecisionRow = {
  readonly id: number;
  readonly committee: number;
  readonly place: PlaceRef;
  /** Number of the meeting in its committee. */
  readonly meeting: number;
  /** The day of the meeting there, YYYY-MM-DD. */
  readonly decidedOn: string;
  readonly words: string;
  readonly edition: string | null;
  readonly items: readonly string[];
  readonly who: string;
  readonly dueOn: string | null;
  readonly standing: DecisionStanding;
};

/** By number above `after`. One query. */
export async function openCommitteeDecisionRows(
  db: Db,
  { after, limit, id, committee, ...places }: Places & Paged & { readonly id?: number; readonly committee?: number },
): Promise<readonly OpenCommitteeDecisionRow[]> {
  type Found = Omit<OpenCommitteeDecisionRow, 'standing'> & {
    readonly state: DecisionState;
    readonly stateOn: string | null;
    readonly stateVoice: Voice | null;
  };
  const { rows } = await sql<Found>`
    select d.id, p.id as committee, ${PLACE}, s.number as meeting, d.words, d.edition, d.items, d.who, d.due_on, d.state, d.state_voice,
      (s.starts_at at time zone s.zone)::date::text as decided_on, (d.state_at at time zone s.zone)::date::text as state_on
    from committee_decision d
    join committee_meeting s on s.id = d.meeting_id
    join committee p on p.id = s.committee_id
    where d.id > ${after} and ${ofPlaces('p', places)} ${numbered('d', id)} ${numbered('p', committee)}
    order by d.id limit ${limit}`.execute(db);
  return rows.map(({ state, stateOn, stateVoice, ...row }) => ({
    ...row,
    standing: { state, said: stateOn === null || stateVoice === null ? null : { on: stateOn, voice: stateVoice } },
  }));
}

/** Of the row `p`. */
const PLACE = sql`coalesce(
  (select jsonb_build_object('kind', 'municipality', 'code', m.code, 'name', m.name) from municipality m where m.code = p.municipality_code),
  (select jsonb_build_object('kind', 'grouping', 'siren', g.siren, 'name', g.name) from "grouping" g where g.siren = p.grouping_siren)
) as place`;

function numbered(table: 'd' | 'p', id: number | undefined): RawBuilder<unknown> {
  return id === undefined ? sql`` : sql`and ${sql.ref(`${table}.id`)} = ${id}`;
}
