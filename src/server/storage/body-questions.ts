/** Promises left to a grouping and put to it, with what it answered. Public, with their dates. */
import { sql } from 'kysely';
import type { BodyAnswer, BodyQuestion } from '#domain/campaign/body-question.ts';
import { codesOfToday } from './codes-of-today.ts';
import type { Db } from './connection.ts';

type Asked = Omit<BodyQuestion, 'id' | 'answer'>;

/** Null: the same collective asked the same of the same body, and waits for the answer. Call inside a transaction. */
export async function putQuestion(db: Db, question: Asked, at: Date): Promise<number | null> {
  await sql`select 1 from "grouping" where siren = ${question.grouping} for update`.execute(db);
  const waiting = await db
    .selectFrom('bodyQuestion')
    .select('id')
    .where('groupingSiren', '=', question.grouping)
    .where('collectiveId', '=', question.collective.id)
    .where('edition', '=', question.edition)
    .where('measure', '=', question.measure)
    .where(sql<boolean>`level is not distinct from ${question.level}`)
    .where('answer', 'is', null)
    .executeTakeFirst();
  if (waiting !== undefined) return null;
  const { id } = await db
    .insertInto('bodyQuestion')
    .values({
      groupingSiren: question.grouping,
      municipalityCode: question.municipality,
      edition: question.edition,
      measure: question.measure,
      level: question.level,
      collectiveId: question.collective.id,
      collectiveName: question.collective.name,
      text: question.text,
      askedOn: question.askedOn,
      askedAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findQuestion(
  db: Db,
  id: number,
  { lock }: { readonly lock: boolean },
): Promise<BodyQuestion | null> {
  const row = await db
    .selectFrom('bodyQuestion')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row === undefined ? null : toQuestion(row);
}

export async function answerQuestion(db: Db, id: number, answer: BodyAnswer): Promise<void> {
  await db
    .updateTable('bodyQuestion')
    .set({ answer: answer.kind, answeredOn: answer.on, answerText: answer.text, answeredAs: answer.as })
    .where('id', '=', id)
    .execute();
}

export async function wasLeft(
  db: Db,
  {
    municipality,
    edition,
    measure,
  }: { readonly municipality: string; readonly edition: string; readonly measure: number },
): Promise<boolean> {
  const { rows } = await sql<{ left: boolean }>`select exists (
    select from commitment c join pact p on p.id = c.pact_id
    where p.municipality_code = ${municipality} and c.edition = ${edition} and c.measure = ${measure}
      and (c.stance = 'delegated' or 'delegated' in (c.level1, c.level2, c.level3) or c.competent_body is not null)
  ) as left`.execute(db);
  return rows[0]?.left ?? false;
}

export async function groupingsOf(db: Db, municipality: string): Promise<readonly string[]> {
  const row = await db
    .selectFrom('municipality')
    .select(['intercommunalitySiren', 'territorialEstablishmentSiren'])
    .where('code', '=', municipality)
    .executeTakeFirst();
  return [row?.territorialEstablishmentSiren, row?.intercommunalitySiren].filter(
    (siren) => siren !== null && siren !== undefined,
  );
}

export type QuestionView = BodyQuestion & {
  readonly municipalityName: string;
  readonly municipalitySlug: string;
  readonly groupingName: string;
  readonly groupingSlug: string;
};

/** Newest first: of a grouping, of one measure of a municipality, or one by its number. */
export async function questionViews(
  db: Db,
  of:
    | { readonly grouping: string }
    | { readonly municipality: string; readonly edition: string; readonly measure: number }
    | { readonly id: number },
): Promise<readonly QuestionView[]> {
  const rows = await selectQuestions(db)
    .$if('grouping' in of, (query) => query.where('q.groupingSiren', '=', 'grouping' in of ? of.grouping : ''))
    .$if('id' in of, (query) => query.where('q.id', '=', 'id' in of ? of.id : 0))
    .$if('municipality' in of, (query) =>
      query
        .where('q.municipalityCode', '=', 'municipality' in of ? of.municipality : '')
        .where('q.edition', '=', 'municipality' in of ? of.edition : '')
        .where('q.measure', '=', 'municipality' in of ? of.measure : 0),
    )
    .orderBy('q.askedOn', 'desc')
    .orderBy('q.id', 'desc')
    .limit(500)
    .execute();
  return rows.map(toView);
}

export type QuestionsWanted = {
  readonly id?: number;
  readonly edition?: string;
  readonly measure?: number;
  readonly municipality?: string;
  /** SIREN of the grouping that was asked. */
  readonly grouping?: string;
};

/** Of the whole country, by number above `after`, for open data; what is played is left out. One query. */
export async function openQuestionRows(
  db: Db,
  {
    after,
    limit,
    id,
    edition,
    measure,
    municipality,
    grouping,
  }: QuestionsWanted & { readonly after: number; readonly limit: number },
): Promise<readonly QuestionView[]> {
  const rows = await selectQuestions(db)
    .where('m.fictional', 'is not', true)
    .where('q.id', '>', after)
    .$if(id !== undefined, (query) => query.where('q.id', '=', id ?? 0))
    .$if(edition !== undefined, (query) => query.where('q.edition', '=', edition ?? ''))
    .$if(measure !== undefined, (query) => query.where('q.measure', '=', measure ?? 0))
    .$if(municipality !== undefined, (query) =>
      query.where(sql<boolean>`q.municipality_code = any ${codesOfToday(municipality ?? '')}`),
    )
    .$if(grouping !== undefined, (query) => query.where('q.groupingSiren', '=', grouping ?? ''))
    .orderBy('q.id')
    .limit(limit)
    .execute();
  return rows.map(toView);
}

function selectQuestions(db: Db) {
  return db
    .selectFrom('bodyQuestion as q')
    .innerJoin('municipality as m', 'm.code', 'q.municipalityCode')
    .innerJoin('grouping as g', 'g.siren', 'q.groupingSiren')
    .selectAll('q')
    .select([
      'm.name as municipalityName',
      'm.slug as municipalitySlug',
      'g.name as groupingName',
      'g.slug as groupingSlug',
    ]);
}

function toView({
  municipalityName,
  municipalitySlug,
  groupingName,
  groupingSlug,
  ...row
}: Row & Pick<QuestionView, 'municipalityName' | 'municipalitySlug' | 'groupingName' | 'groupingSlug'>): QuestionView {
  return { ...toQuestion(row), municipalityName, municipalitySlug, groupingName, groupingSlug };
}

type Row = {
  readonly id: number;
  readonly groupingSiren: string;
  readonly municipalityCode: string;
  readonly edition: string;
  readonly measure: number;
  readonly level: number | null;
  readonly collectiveId: number;
  readonly collectiveName: string;
  readonly text: string;
  readonly askedOn: string;
  readonly answer: BodyAnswer['kind'] | null;
  readonly answeredOn: string | null;
  readonly answerText: string | null;
  readonly answeredAs: BodyAnswer['as'] | null;
};

function toQuestion(row: Row): BodyQuestion {
  return {
    id: row.id,
    grouping: row.groupingSiren,
    municipality: row.municipalityCode,
    edition: row.edition,
    measure: row.measure,
    level: row.level,
    collective: { id: row.collectiveId, name: row.collectiveName },
    text: row.text,
    askedOn: row.askedOn,
    answer:
      row.answer === null
        ? null
        : { kind: row.answer, on: row.answeredOn ?? '', text: row.answerText ?? '', as: row.answeredAs ?? 'body' },
  };
}
