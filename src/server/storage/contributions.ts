/** What people write in a consultation, what is answered, what is reported. Pages of them: ./contribution-pages.ts. */
import { sql } from 'kysely';
import type { Answer, Contribution } from '#domain/consultation/contribution.ts';
import type { KeptContribution, ReportedContribution } from '#domain/consultation/kept.ts';
import type { Db } from './connection.ts';

export async function addContribution(
  db: Db,
  {
    consultation,
    contribution,
    shownName,
    participation,
    toldTo,
    at,
  }: {
    readonly consultation: number;
    readonly contribution: Contribution;
    readonly shownName: string | null;
    readonly participation: number;
    readonly toldTo: string | null;
    readonly at: Date;
  },
): Promise<number> {
  const { kind, words } = contribution;
  const { id } = await db
    .insertInto('contribution')
    .values({
      consultationId: consultation,
      kind,
      words,
      draftMeasureId: 'measure' in contribution ? contribution.measure : null,
      spot: 'spot' in contribution ? contribution.spot : null,
      base: 'base' in contribution ? contribution.base : null,
      title: 'title' in contribution ? contribution.title : null,
      because: 'because' in contribution ? contribution.because : '',
      shownName,
      participationId: participation,
      saidAt: at,
      toldTo,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function contributedSince(db: Db, participation: number, since: Date): Promise<number> {
  const { said } = await db
    .selectFrom('contribution')
    .select(({ fn }) => fn.countAll<number>().as('said'))
    .where('participationId', '=', participation)
    .where('saidAt', '>', since)
    .executeTakeFirstOrThrow();
  return said;
}

export async function lockContribution(
  db: Db,
  { consultation, id }: { readonly consultation: number; readonly id: number },
): Promise<KeptContribution | null> {
  const row = await db
    .selectFrom('contribution')
    .select(['id', 'kind', 'participationId', 'toldTo', 'withdrawnAt', 'hiddenAt', 'answers'])
    .select(ABOUT.as('about'))
    .where('consultationId', '=', consultation)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  const { kind, participationId: participation, toldTo, about } = row;
  return {
    id,
    kind,
    about,
    participation,
    toldTo,
    withdrawn: row.withdrawnAt !== null,
    hidden: row.hiddenAt !== null,
    answers: row.answers,
  };
}

/** The title it has, or the one of the measure that it is about; '' when that one had none. */
const ABOUT = sql<string>`coalesce(contribution.title, (
  select coalesce(m.words ->> 'title', m.part #>> '{now,title}') from consultation_measure m
  where m.consultation_id = contribution.consultation_id and m.draft_measure_id = contribution.draft_measure_id), '')`;

export async function withdrawContribution(db: Db, id: number, at: Date): Promise<void> {
  await db.updateTable('contribution').set({ withdrawnAt: at, toldTo: null }).where('id', '=', id).execute();
}

export async function stopTelling(db: Db, id: number): Promise<void> {
  await db.updateTable('contribution').set({ toldTo: null }).where('id', '=', id).execute();
}

export async function hideContribution(
  db: Db,
  id: number,
  { at, reason }: { readonly at: Date; readonly reason: string },
): Promise<void> {
  await db.updateTable('contribution').set({ hiddenAt: at, hiddenReason: reason }).where('id', '=', id).execute();
}

export async function showContribution(db: Db, id: number, at: Date): Promise<void> {
  const settled = { settledAt: at };
  await db.updateTable('contribution').set({ hiddenAt: null, hiddenReason: null }).where('id', '=', id).execute();
  await db
    .updateTable('contributionReport')
    .set(settled)
    .where('contributionId', '=', id)
    .where('settledAt', 'is', null)
    .execute();
}

/** The answer that it replaces is kept beside. */
export async function answerContribution(
  db: Db,
  id: number,
  given: { readonly answer: Answer; readonly words: string; readonly measure: number | null; readonly at: Date },
): Promise<void> {
  await sql`insert into contribution_answer_before (contribution_id, answer, words, measure_id, answered_at, replaced_at)
    select id, answer, answer_words, answer_measure_id, answered_at, ${given.at}::timestamptz
    from contribution where id = ${id} and answered_at is not null`.execute(db);
  await db
    .updateTable('contribution')
    .set(({ eb }) => ({
      answer: given.answer,
      answerWords: given.words,
      answerMeasureId: given.measure,
      answeredAt: given.at,
      answers: eb('answers', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** While the contribution is held (`lockContribution`). */
export async function addContributionReport(
  db: Db,
  { contribution, reason, at }: { readonly contribution: number; readonly reason: string; readonly at: Date },
): Promise<{ readonly waitedBefore: boolean }> {
  const waiting = await db
    .selectFrom('contributionReport')
    .select('id')
    .where('contributionId', '=', contribution)
    .where('settledAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  await db
    .insertInto('contributionReport')
    .values({ contributionId: contribution, reason, reportedAt: at, settledAt: null })
    .execute();
  return { waitedBefore: waiting !== undefined };
}

/** To be read from: a report whose contribution is withdrawn or hidden waits no more. */
export const WAITING_CONTRIBUTION_REPORTS = sql`(
  select report.id, report.contribution_id, report.reason, report.reported_at, contribution.consultation_id
  from contribution_report report join contribution on contribution.id = report.contribution_id
  where report.settled_at is null and contribution.hidden_at is null and contribution.withdrawn_at is null
) as waiting`;

/** Oldest first. `consultation`: of that one alone. */
export async function waitingContributionReports(
  db: Db,
  consultation?: number,
): Promise<readonly ReportedContribution[]> {
  const { rows } = await sql<ReportedContribution>`
    select waiting.id, waiting.consultation_id as consultation, contribution.id as contribution, ${ABOUT} as about,
      contribution.words, waiting.reason, waiting.reported_at as "reportedAt"
    from ${WAITING_CONTRIBUTION_REPORTS} join contribution on contribution.id = waiting.contribution_id
    where ${consultation ?? null}::int is null or waiting.consultation_id = ${consultation ?? null}::int
    order by waiting.id limit 200`.execute(db);
  return rows;
}

export async function settleContributionReport(
  db: Db,
  id: number,
  at: Date,
): Promise<{ readonly consultation: number } | null> {
  const { rows } = await sql<{ consultation: number }>`
    update contribution_report set settled_at = ${at} from ${WAITING_CONTRIBUTION_REPORTS}
    where waiting.id = contribution_report.id and contribution_report.id = ${id}
    returning waiting.consultation_id as consultation`.execute(db);
  return rows[0] ?? null;
}
