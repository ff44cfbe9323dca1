/** Consultations of the whole country, page by page, for open data; those of collectives that the demonstration plays are in none. */
import { sql } from 'kysely';
import type { ConsultationPhase } from '#domain/consultation/consultation.ts';
import type { FrozenCount } from '#domain/consultation/count.ts';
import type { Db } from './connection.ts';

export type ConsultationRow = {
  readonly id: number;
  readonly title: string;
  readonly words: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly announcedAt: Date;
  readonly phase: ConsultationPhase;
  readonly cancelled: { readonly at: Date; readonly reason: string } | null;
  /** Whose local edition it is about; null: a national one. */
  readonly collective: number | null;
  /** What was published of the draft; null: nothing yet. */
  readonly edition: string | null;
  readonly participations: number;
  readonly comments: number;
  readonly amendments: number;
  readonly newMeasures: number;
  /** Of amendments and new measures. */
  readonly answered: number;
  readonly count: { readonly at: Date; readonly sha256: string; readonly frozen: { readonly ballots: number } } | null;
};

export type ConsultationsWanted = {
  readonly id?: number;
  readonly phase?: ConsultationPhase;
  readonly edition?: string;
  readonly collective?: number;
};

/** Over a row `d` of its draft. */
const IS_NOT_PLAYED = sql`not exists (
  select from collective_place w join municipality m on m.code = w.municipality_code
  where w.collective_id = d.collective_id and m.fictional)`;

type Found = Omit<ConsultationRow, 'cancelled' | 'count'> & {
  readonly cancelledAt: Date | null;
  readonly cancelledReason: string | null;
  readonly countedAt: Date | null;
  readonly sha256: string | null;
  readonly ballots: number | null;
};

/** Over a row `c`: what `phaseOf` of src/domain/consultation/consultation.ts says, and a test holds both together. */
const phaseAt = (now: Date) => sql<ConsultationPhase>`case
  when c.cancelled_at is not null then 'consultation-cancelled'
  when c.counted_at is not null then 'consultation-counted'
  when ${now}::timestamptz < c.opens_at then 'consultation-planned'
  when ${now}::timestamptz < c.closes_at then 'consultation-open'
  else 'consultation-closed' end`;

/** By number. One query. */
export async function consultationRows(
  db: Db,
  {
    now,
    after,
    limit,
    ...wanted
  }: ConsultationsWanted & { readonly now: Date; readonly after: number; readonly limit: number },
): Promise<readonly ConsultationRow[]> {
  const { rows } = await sql<Found>`
    select * from (
      select c.id, c.title, c.words, c.opens_on, c.closes_on, ${phaseAt(now)} as phase, c.announced_at, c.cancelled_at, c.cancelled_reason,
        c.counted_at, c.sha256, (c.frozen ->> 'ballots')::int as ballots, d.collective_id as collective,
        (select e.id from edition e where e.draft_id = d.id) as edition,
        (select count(*)::int from participation p where p.consultation_id = c.id and p.withdrawal_id is null) as participations,
        said.*
      from consultation c join edition_draft d on d.id = c.draft_id
      cross join lateral (
        select count(*) filter (where kind = 'comment')::int as comments,
          count(*) filter (where kind = 'amendment')::int as amendments,
          count(*) filter (where kind = 'new-measure')::int as new_measures,
          count(*) filter (where kind <> 'comment' and answered_at is not null)::int as answered
        from contribution o where o.consultation_id = c.id and o.withdrawn_at is null and o.hidden_at is null) as said
      where ${IS_NOT_PLAYED}
    ) as known
    where id > ${after}
      ${wanted.id === undefined ? sql`` : sql`and id = ${wanted.id}`}
      ${wanted.edition === undefined ? sql`` : sql`and edition = ${wanted.edition}`}
      ${wanted.collective === undefined ? sql`` : sql`and collective = ${wanted.collective}`}
      ${wanted.phase === undefined ? sql`` : sql`and phase = ${wanted.phase}`}
    order by id limit ${limit}`.execute(db);
  return rows.map(({ cancelledAt, cancelledReason, countedAt, sha256, ballots, ...row }) => ({
    ...row,
    cancelled: cancelledAt === null ? null : { at: cancelledAt, reason: cancelledReason ?? '' },
    count: countedAt === null ? null : { at: countedAt, sha256: sha256 ?? '', frozen: { ballots: ballots ?? 0 } },
  }));
}

/** The first of those that were counted, from the number `from` on; null: no more. One query. */
export async function nextCounted(
  db: Db,
  { from, only }: { readonly from: number; readonly only: number | null },
): Promise<{ readonly id: number; readonly frozen: FrozenCount } | null> {
  const { rows } = await sql<{ id: number; frozen: FrozenCount }>`
    select c.id, c.frozen from consultation c join edition_draft d on d.id = c.draft_id
    where c.frozen is not null and c.id >= ${from} ${only === null ? sql`` : sql`and c.id = ${only}`} and ${IS_NOT_PLAYED}
    order by c.id limit 1`.execute(db);
  return rows[0] ?? null;
}
