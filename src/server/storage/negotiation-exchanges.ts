/** Around the answers of a negotiation: rounds, comments, yeses to a text, and reports of insulting words. */
import { sql } from 'kysely';
import type { Position } from '#domain/negotiation/position.ts';
import type { Side } from '#domain/signature/side.ts';
import type { Db } from './connection.ts';

export async function roundsOf(db: Db, negotiation: number) {
  return await db
    .selectFrom('negotiationRound')
    .select(['number', 'side', 'words', 'answers', 'sentAt'])
    .where('negotiationId', '=', negotiation)
    .orderBy('number')
    .execute();
}

/** `answers`: items on which the side spoke since its round before. Call with the negotiation locked. */
export async function addRound(
  db: Db,
  negotiation: number,
  round: { readonly side: Side; readonly words: string | null; readonly by: string; readonly at: Date },
): Promise<{ readonly number: number; readonly answers: number }> {
  return await db
    .insertInto('negotiationRound')
    .values({
      negotiationId: negotiation,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from negotiation_round where negotiation_id = ${negotiation})`,
      side: round.side,
      words: round.words,
      answers: sql<number>`(
        select count(distinct item) from negotiation_saying saying
        where saying.negotiation_id = ${negotiation} and saying.side = ${round.side} and saying.said_at > coalesce(
          (select max(sent_at) from negotiation_round sent where sent.negotiation_id = ${negotiation} and sent.side = ${round.side}),
          '-infinity'))`,
      sentBy: round.by,
      sentAt: round.at,
    })
    .returning(['number', 'answers'])
    .executeTakeFirstOrThrow();
}

export async function commentsOf(db: Db, negotiation: number) {
  const rows = await db
    .selectFrom('negotiationComment as comment')
    .leftJoinLateral(
      (query) =>
        query
          .selectFrom('negotiationReport as report')
          .select(['report.settledAt as hiddenAt', 'report.notice'])
          .whereRef('report.commentId', '=', 'comment.id')
          .where('report.outcome', '=', 'hidden')
          .orderBy('report.id')
          .limit(1)
          .as('hiding'),
      (join) => join.onTrue(),
    )
    .select([
      'comment.id',
      'comment.measure',
      'comment.side',
      'comment.text',
      'comment.saidAt as at',
      'hiding.hiddenAt',
      'hiding.notice',
    ])
    .where('comment.negotiationId', '=', negotiation)
    .orderBy('comment.id')
    .execute();
  return rows.map(({ hiddenAt, notice, text, ...comment }) => ({
    ...comment,
    text: hiddenAt === null ? text : '',
    hidden: hiddenAt === null ? null : { at: hiddenAt, notice: notice ?? '' },
  }));
}

export async function addComment(
  db: Db,
  negotiation: number,
  comment: {
    readonly measure: number | null;
    readonly side: Side;
    readonly text: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<number> {
  const { measure, side, text, by, at } = comment;
  const { id } = await db
    .insertInto('negotiationComment')
    .values({ negotiationId: negotiation, measure, side, text, saidBy: by, saidAt: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function yesesOf(db: Db, negotiation: number) {
  return await db
    .selectFrom('negotiationYes')
    .select(['side', 'fingerprint', 'origin', 'saidAt as at'])
    .where('negotiationId', '=', negotiation)
    .execute();
}

/** Takes the place of what the side said yes to before. */
export async function sayYes(
  db: Db,
  negotiation: number,
  yes: {
    readonly side: Side;
    readonly fingerprint: string;
    readonly origin: 'own' | 'reported';
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const said = { fingerprint: yes.fingerprint, origin: yes.origin, saidBy: yes.by, saidAt: yes.at };
  await db
    .insertInto('negotiationYes')
    .values({ negotiationId: negotiation, side: yes.side, ...said })
    .onConflict((conflict) => conflict.columns(['negotiationId', 'side']).doUpdateSet(said))
    .execute();
}

export async function takeYesBack(db: Db, negotiation: number, side: Side | null): Promise<void> {
  await db
    .deleteFrom('negotiationYes')
    .where('negotiationId', '=', negotiation)
    .$if(side !== null, (query) => query.where('side', '=', side ?? 'carrier'))
    .execute();
}

type Target = { readonly saying: number } | { readonly comment: number };

/** Null: there is nothing of this number in that negotiation, or this person already reported it. */
export async function addReport(
  db: Db,
  negotiation: number,
  report: { readonly target: Target; readonly reason: string; readonly by: string; readonly at: Date },
): Promise<number | null> {
  const { target } = report;
  const found =
    'saying' in target
      ? await db
          .selectFrom('negotiationSaying')
          .select('id')
          .where('id', '=', target.saying)
          .where('negotiationId', '=', negotiation)
          .executeTakeFirst()
      : await db
          .selectFrom('negotiationComment')
          .select('id')
          .where('id', '=', target.comment)
          .where('negotiationId', '=', negotiation)
          .executeTakeFirst();
  if (found === undefined) return null;
  const row = await db
    .insertInto('negotiationReport')
    .values({
      negotiationId: negotiation,
      sayingId: 'saying' in target ? target.saying : null,
      commentId: 'comment' in target ? target.comment : null,
      reason: report.reason,
      reportedBy: report.by,
      reportedAt: report.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function waitingReports(db: Db) {
  const rows = await selectReports(db).where('report.outcome', 'is', null).orderBy('report.id').limit(200).execute();
  return rows.map(reportIn);
}

/** Nobody else settles it before the end of the transaction. */
export async function lockReport(db: Db, id: number) {
  await db.selectFrom('negotiationReport').select('id').where('id', '=', id).forUpdate().execute();
  const row = await selectReports(db).where('report.id', '=', id).executeTakeFirst();
  return row === undefined ? null : reportIn(row);
}

function selectReports(db: Db) {
  return db
    .selectFrom('negotiationReport as report')
    .leftJoin('negotiationSaying as saying', 'saying.id', 'report.sayingId')
    .leftJoin('negotiationComment as comment', 'comment.id', 'report.commentId')
    .select([
      'report.id',
      'report.negotiationId',
      'report.sayingId',
      'report.commentId',
      'report.reason',
      'report.reportedAt',
      'report.outcome',
      'report.notice',
      'report.settledAt',
      'saying.side as sayingSide',
      'saying.position',
      'comment.side as commentSide',
      'comment.text',
    ]);
}

function reportIn(row: Awaited<ReturnType<ReturnType<typeof selectReports>['executeTakeFirstOrThrow']>>) {
  const { sayingId, commentId, outcome, settledAt } = row;
  const target: Target = sayingId === null ? { comment: commentId ?? 0 } : { saying: sayingId };
  return {
    id: row.id,
    negotiation: row.negotiationId,
    target,
    side: row.sayingSide ?? row.commentSide ?? 'counterpart',
    words: sayingId === null ? [row.text ?? ''] : wordsOf(row.position),
    reason: row.reason,
    reportedAt: row.reportedAt,
    settled: outcome === null || settledAt === null ? null : { at: settledAt, outcome, notice: row.notice },
  };
}

function wordsOf(position: Position | null): readonly string[] {
  const body = position?.stance?.kind === 'delegated' ? position.stance.body : null;
  return [body, position?.wording ?? null, position?.observation ?? null].filter((words) => words !== null);
}

export async function settleReport(
  db: Db,
  id: number,
  settled: { readonly outcome: 'hidden' | 'kept'; readonly notice: string | null; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('negotiationReport')
    .set({ outcome: settled.outcome, notice: settled.notice, settledAt: settled.at })
    .where('id', '=', id)
    .execute();
}
