/** What the pages of a consultation show beside its words. Each function is one query, whatever was voted and written. */
import { sql } from 'kysely';
import type { ConsultedMeasure } from '#domain/consultation/consultation.ts';
import type { MeasureWords } from '#domain/workbench/draft.ts';
import type { Db } from './connection.ts';

export type ConsultationFigures = {
  /** Addresses confirmed, those taken out left out. */
  readonly participations: number;
  readonly comments: number;
  readonly amendments: number;
  readonly newMeasures: number;
  /** Of amendments and new measures. */
  readonly answered: number;
  readonly toAnswer: number;
};

/** Votes are not told before the count: what others chose is nobody's reason to choose. */
export async function consultationFigures(db: Db, consultation: number): Promise<ConsultationFigures> {
  const { rows } = await sql<ConsultationFigures>`
    select (select count(*) from participation where consultation_id = ${consultation} and withdrawal_id is null)
        as participations,
      count(*) filter (where kind = 'comment') as comments,
      count(*) filter (where kind = 'amendment') as amendments,
      count(*) filter (where kind = 'new-measure') as "newMeasures",
      count(*) filter (where kind <> 'comment' and answered_at is not null) as answered,
      count(*) filter (where kind <> 'comment' and answered_at is null) as "toAnswer"
    from contribution
    where consultation_id = ${consultation} and withdrawn_at is null and hidden_at is null`.execute(db);
  const [figures] = rows;
  if (figures === undefined) throw new Error('a count has a row');
  return figures;
}

export type MeasureInList = ConsultedMeasure & { readonly contributions: number };

/** In the order of the draft, its head first. */
export async function measuresInList(db: Db, consultation: number): Promise<readonly MeasureInList[]> {
  return await db
    .selectFrom('consultationMeasure as m')
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('contribution')
          .where('consultationId', '=', consultation)
          .where('withdrawnAt', 'is', null)
          .where('hiddenAt', 'is', null)
          .groupBy('draftMeasureId')
          .select(['draftMeasureId', ({ fn }) => fn.countAll<number>().as('contributions')])
          .as('said'),
      (join) => join.onRef('said.draftMeasureId', '=', 'm.draftMeasureId'),
    )
    .select(['m.draftMeasureId as id', 'position', 'number', 'words', 'origins', 'change', 'reason', 'part'])
    .select(({ fn, val }) => fn.coalesce('said.contributions', val(0)).as('contributions'))
    .where('m.consultationId', '=', consultation)
    .orderBy('position')
    .orderBy('m.draftMeasureId')
    .execute();
}

/** `now`: as the workbench has it today; undefined: its row is gone. */
export async function consultedBesideDraft(
  db: Db,
  { consultation, id }: { readonly consultation: number; readonly id: number },
): Promise<(ConsultedMeasure & { readonly now: MeasureWords | null | undefined }) | null> {
  const row = await db
    .selectFrom('consultationMeasure as m')
    .leftJoin('draftMeasure as d', 'd.id', 'm.draftMeasureId')
    .select([
      'm.draftMeasureId as id',
      'm.position',
      'm.number',
      'm.words',
      'm.origins',
      'm.change',
      'm.reason',
      'm.part',
    ])
    .select(['d.words as now', 'd.id as row'])
    .where('m.consultationId', '=', consultation)
    .where('m.draftMeasureId', '=', id)
    .where('m.part', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { now, row: there, ...measure } = row;
  return { ...measure, now: there === null ? undefined : now };
}

export type WithdrawalShown = {
  readonly reason: string;
  readonly participations: number;
  readonly ballots: number;
  readonly withdrawnAt: Date;
};

export async function withdrawalsShown(db: Db, consultation: number): Promise<readonly WithdrawalShown[]> {
  return await db
    .selectFrom('participationWithdrawal')
    .select(['reason', 'participations', 'ballots', 'withdrawnAt'])
    .where('consultationId', '=', consultation)
    .orderBy('id')
    .execute();
}

/** Titles of contributions that may be shown, under the code of a vote on each; of an amendment, that of what it is about. One query. */
export async function contributionTitles(db: Db, consultation: number): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ object: string; title: string }>`
    select 'c' || c.id as object, case when c.hidden_at is null and c.withdrawn_at is null
      then coalesce(c.title, m.words ->> 'title', m.part #>> '{now,title}', '') else '' end as title
    from contribution c left join consultation_measure m
      on m.consultation_id = c.consultation_id and m.draft_measure_id = c.draft_measure_id
    where c.consultation_id = ${consultation} and c.kind <> 'comment'`.execute(db);
  return new Map(rows.map(({ object, title }) => [object, title]));
}

/** All of them, with the last instant at which a page of theirs changed: by the clock, by an act, or by somebody who took part. */
export async function consultationChanges(
  db: Db,
  now: Date,
): Promise<readonly { readonly id: number; readonly isOpened: boolean; readonly changedAt: Date }[]> {
  const { rows } = await sql<{ id: number; isOpened: boolean; changedAt: Date }>`
    select c.id, c.opens_at <= ${now} as is_opened,
      greatest(c.announced_at, c.cancelled_at, c.counted_at,
        case when c.opens_at <= ${now} then c.opens_at end, case when c.closes_at <= ${now} then c.closes_at end,
        (select max(greatest(o.said_at, o.withdrawn_at, o.hidden_at, o.answered_at)) from contribution o where o.consultation_id = c.id),
        (select max(greatest(p.confirmed_at, w.withdrawn_at)) from participation p
          left join participation_withdrawal w on w.id = p.withdrawal_id where p.consultation_id = c.id)) as changed_at
    from consultation c order by c.id`.execute(db);
  return rows;
}
