/** What pages and files show of partners, of what they support and of the national committees: names only as people agreed. */
import { sql } from 'kysely';
import type { DecisionDocument, NationalCommittee, NationalSeat } from '#domain/partners/national-committee.ts';
import type { Organisation, PartnerState, PartnerVote } from '#domain/partners/organisation.ts';
import type { Db } from './connection.ts';
import { toOrganisation } from './partners.ts';

export async function findOrganisation(db: Db, id: number): Promise<Organisation | null> {
  const row = await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toOrganisation(row);
}

/** One that was ever decided on: requests that wait, or were taken back before, are nobody's business. */
export type OrganisationRow = {
  readonly id: number;
  readonly name: string;
  readonly website: string;
  readonly about: string;
  readonly state: Exclude<PartnerState, 'partner-asked'>;
  readonly askedAt: Date;
  readonly decidedAt: Date;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesNeeded: number;
  readonly endedAt: Date | null;
  readonly endedReason: string | null;
  /** Of today. */
  readonly endorsements: number;
  readonly sheets: number;
};

/** By number; `next` is to be passed as `after`. */
export async function organisationRows(
  db: Db,
  {
    after = 0,
    limit = 1000,
    id,
    state,
  }: {
    readonly after?: number;
    readonly limit?: number;
    readonly id?: number;
    readonly state?: OrganisationRow['state'];
  },
): Promise<{ readonly rows: readonly OrganisationRow[]; readonly next: number | null }> {
  const { rows } = await sql<OrganisationRow>`
    select o.id, o.name, o.website, o.about, o.state, o.asked_at, o.decided_at, o.votes_for, o.votes_against, o.votes_needed,
      o.ended_at, o.ended_reason,
      (select count(*) from endorsement e where e.organisation_id = o.id and e.withdrawn_at is null) as endorsements,
      (select count(*) from measure_sheet s where s.organisation_id = o.id and s.withdrawn_at is null) as sheets
    from organisation o
    where o.decided_at is not null and o.id > ${after} ${id === undefined ? sql`` : sql`and o.id = ${id}`}
      ${state === undefined ? sql`` : sql`and o.state = ${state}`}
    order by o.id limit ${limit + 1}`.execute(db);
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

/** Those that have joined, to choose one. */
export async function partnersByName(db: Db): Promise<readonly { readonly id: number; readonly name: string }[]> {
  return await db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('state', '=', 'partner-accepted')
    .orderBy('nameKey')
    .orderBy('id')
    .limit(2000)
    .execute();
}

/** Of all that were ever decided on. */
export async function organisationCounts(db: Db): Promise<Readonly<Partial<Record<PartnerState, number>>>> {
  const rows = await db
    .selectFrom('organisation')
    .select((its) => ['state', its.fn.countAll<number>().as('count')])
    .where('decidedAt', 'is not', null)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

export type EndorsementRow = {
  readonly id: number;
  readonly organisation: number;
  readonly name: string;
  readonly edition: string;
  readonly measure: number | null;
  readonly endorsedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
};

type EndorsementsWanted = {
  readonly id?: number;
  readonly organisation?: number;
  readonly edition?: string;
  /** Null: of the edition, whole. */
  readonly measure?: number | null;
  /** Those that were not taken back. */
  readonly held?: boolean;
  readonly after?: number;
  readonly limit?: number;
};

export async function endorsementRows(
  db: Db,
  { id, organisation, edition, measure, held = false, after = 0, limit = 1000 }: EndorsementsWanted,
): Promise<{ readonly rows: readonly EndorsementRow[]; readonly next: number | null }> {
  const { rows } = await sql<EndorsementRow>`
    select e.id, e.organisation_id as organisation, o.name, e.edition, e.measure, e.endorsed_at, e.withdrawn_at, e.withdrawn_reason
    from endorsement e join organisation o on o.id = e.organisation_id
    where e.id > ${after} ${id === undefined ? sql`` : sql`and e.id = ${id}`}
      ${organisation === undefined ? sql`` : sql`and e.organisation_id = ${organisation}`}
      ${edition === undefined ? sql`` : sql`and e.edition = ${edition}`}
      ${measure === undefined ? sql`` : sql`and e.measure is not distinct from ${measure}`}
      ${held ? sql`and e.withdrawn_at is null` : sql``}
    order by e.id limit ${limit + 1}`.execute(db);
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

/** Of one measure or, `measure` null, of an edition: how many support it, and the first of them by name. */
export async function supportersOf(
  db: Db,
  { edition, measure, limit }: { readonly edition: string; readonly measure: number | null; readonly limit: number },
): Promise<{
  readonly total: number;
  readonly supporters: readonly { readonly id: number; readonly name: string; readonly endorsedAt: Date }[];
}> {
  const { rows } = await sql<{ id: number; name: string; endorsedAt: Date; total: number }>`
    select o.id, o.name, e.endorsed_at, count(*) over () as total
    from endorsement e join organisation o on o.id = e.organisation_id
    where e.edition = ${edition} and e.measure is not distinct from ${measure} and e.withdrawn_at is null
    order by o.name_key, o.id limit ${limit}`.execute(db);
  return {
    total: rows[0]?.total ?? 0,
    supporters: rows.map(({ id, name, endorsedAt }) => ({ id, name, endorsedAt })),
  };
}

export type VoteShown = {
  readonly vote: PartnerVote;
  readonly reason: string;
  readonly at: Date;
  /** Null: they did not agree to be named. */
  readonly name: string | null;
};

export type OrganisationStory = {
  readonly names: readonly { readonly name: string; readonly website: string; readonly saidAt: Date }[];
  /** `id` is of the row. */
  readonly representatives: readonly {
    readonly id: number;
    readonly person: string | null;
    readonly quality: string;
    readonly shownName: string | null;
    readonly since: Date;
    readonly until: Date | null;
  }[];
  readonly votes: readonly VoteShown[];
  readonly sheets: readonly {
    readonly id: number;
    readonly title: string;
    readonly edition: string;
    readonly measure: number;
    readonly withdrawn: boolean;
  }[];
};

/** Four queries. Votes are those that were counted. */
export async function organisationStory(db: Db, id: number): Promise<OrganisationStory> {
  const [names, representatives, votes, sheets] = await Promise.all([
    db
      .selectFrom('organisationVersion')
      .select(['name', 'website', 'saidAt'])
      .where('organisationId', '=', id)
      .orderBy('version', 'desc')
      .limit(50)
      .execute(),
    db
      .selectFrom('organisationRepresentative')
      .select(['id', 'personId as person', 'quality', 'shownName', 'since', 'until'])
      .where('organisationId', '=', id)
      .orderBy('id')
      .limit(100)
      .execute(),
    sql<VoteShown>`select v.vote, v.reason, v.at, m.shown_name as name
      from partner_vote v join national_member m on m.id = v.member_id join organisation o on o.id = v.organisation_id
      where v.organisation_id = ${id}
        and (m.until is null or m.until >= (o.decided_at at time zone 'Europe/Paris')::date)
      order by v.at, m.id`.execute(db),
    sql<
      OrganisationStory['sheets'][number]
    >`select s.id, v.title, s.edition, s.measure, s.withdrawn_at is not null as withdrawn
      from measure_sheet s join measure_sheet_version v on v.sheet_id = s.id and v.version = s.version
      where s.organisation_id = ${id} order by s.id limit 500`.execute(db),
  ]);
  return { names, representatives, votes: votes.rows, sheets: sheets.rows };
}

/** Requests that wait, the first first. */
export async function waitingOrganisations(
  db: Db,
  { limit }: { readonly limit: number },
): Promise<readonly Organisation[]> {
  const rows = await db
    .selectFrom('organisation')
    .selectAll()
    .where('state', '=', 'partner-asked')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toOrganisation);
}

export type SeatsAndRules = {
  readonly seats: readonly NationalSeat[];
  readonly rules: readonly {
    readonly committee: NationalCommittee;
    readonly since: string;
    readonly votesNeeded: number;
  }[];
};

/** Of today first, then those who left. */
export async function seatsAndRules(db: Db): Promise<SeatsAndRules> {
  const [seats, rules] = await Promise.all([
    sql<NationalSeat>`select id, committee, quality, organisation, shown_name, since, until from national_member
      order by until is not null, since, id limit 500`.execute(db),
    db
      .selectFrom('nationalRule')
      .select(['committee', 'since', 'votesNeeded'])
      .orderBy('since', 'desc')
      .limit(100)
      .execute(),
  ]);
  return { seats: seats.rows, rules };
}

export type DecisionShown = {
  readonly id: number;
  readonly committee: NationalCommittee;
  readonly decidedOn: string;
  readonly what: string;
  readonly why: string;
  readonly documents: readonly DecisionDocument[];
  readonly version: number;
  /** What it said before, the last first. */
  readonly before: readonly {
    readonly decidedOn: string;
    readonly what: string;
    readonly why: string;
    readonly documents: readonly DecisionDocument[];
    readonly correctedAt: Date;
    readonly reason: string;
  }[];
};

/** The latest first; `next` is to be passed as `after`. */
export async function nationalDecisions(
  db: Db,
  { after, limit }: { readonly after?: { readonly on: string; readonly id: number }; readonly limit: number },
): Promise<{
  readonly decisions: readonly DecisionShown[];
  readonly next: { readonly on: string; readonly id: number } | null;
}> {
  const rows = await db
    .selectFrom('nationalDecision')
    .select(['id', 'committee', 'decidedOn', 'what', 'why', 'documents', 'version'])
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(decided_on, id) < (${after?.on ?? ''}::date, ${after?.id ?? 0})`),
    )
    .orderBy('decidedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const before =
    shown.length === 0
      ? []
      : await db
          .selectFrom('nationalDecisionBefore')
          .selectAll()
          .where(
            'decisionId',
            'in',
            shown.map(({ id }) => id),
          )
          .orderBy('version', 'desc')
          .execute();
  const last = shown.at(-1);
  return {
    decisions: shown.map((row) => ({ ...row, before: before.filter(({ decisionId }) => decisionId === row.id) })),
    next: rows.length > limit && last !== undefined ? { on: last.decidedOn, id: last.id } : null,
  };
}
