/** Everything that the two voices said, oldest first, for downloads: what was said before stays in them. */
import { sql, type RawBuilder } from 'kysely';
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import { selectSaid, toSaid } from './assessments.ts';
import { codesOfToday } from './codes-of-today.ts';
import type { Db } from './connection.ts';
import type { Page, Rows } from './downloads.ts';

export type AssessmentRow = SaidAssessment & {
  readonly edition: string;
  readonly listName: string | null;
  /** INSEE code of a municipality or SIREN of a grouping. */
  readonly place: string;
  readonly placeName: string;
  /** The last thing that this voice said of this promise. */
  readonly isLast: boolean;
};

export type AssessmentsWanted = { readonly municipality: string } | { readonly pact: number } | OfPactsWanted;

/** Of these pacts, of which somebody made sure that each may be shown; at least one. */
type OfPactsWanted = {
  readonly pacts: readonly number[];
  readonly id?: number;
} & SaidWanted;

export type SaidWanted = {
  readonly item?: string;
  readonly voice?: Voice;
  readonly status?: AssessmentStatus;
  readonly isLast?: boolean;
};

export async function assessmentRows(
  db: Db,
  { after = 0, limit = 500, ...wanted }: Page & AssessmentsWanted,
): Promise<Rows<AssessmentRow>> {
  const among = 'pacts' in wanted ? await numbersAmong(db, { ...wanted, after, limit }) : null;
  if (among?.length === 0) return { rows: [], next: null };
  const rows = await selectSaid(db)
    .innerJoin('pact', 'pact.id', 'assessment.pactId')
    .select(['pact.edition', 'pact.listName'])
    .select(sql<string>`coalesce(pact.municipality_code, pact.grouping_siren)`.as('place'))
    .select(
      sql<string>`coalesce((select m.name from municipality m where m.code = pact.municipality_code),
        (select g.name from "grouping" g where g.siren = pact.grouping_siren))`.as('placeName'),
    )
    .select(sql<boolean>`${isLastOf('assessment')}`.as('isLast'))
    .where('assessment.id', '>', after)
    .$if('pact' in wanted, (query) => query.where('pact.id', '=', 'pact' in wanted ? wanted.pact : 0))
    .$if('municipality' in wanted, (query) =>
      query.where(
        sql<boolean>`pact.municipality_code = any ${codesOfToday('municipality' in wanted ? wanted.municipality : '')}`,
      ),
    )
    .$if(among !== null, (query) => query.where('assessment.id', 'in', [...(among ?? [])]))
    .orderBy('assessment.id')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    rows: shown.map((row) => toRow(row)),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** All of these few pacts, then cut: asked for the first ones only, PostgreSQL would walk those of the whole country. */
async function numbersAmong(
  db: Db,
  { pacts, id, after, limit, ...wanted }: OfPactsWanted & { readonly after: number; readonly limit: number },
): Promise<readonly number[]> {
  const one = id === undefined ? sql`true` : sql`a.id = ${id}`;
  const { rows } = await sql<{ id: number }>`
    select a.id from assessment a
    where a.pact_id = any (${[...pacts]}::integer[]) and a.id > ${after} and ${one} and ${saidAs(wanted)}
    order by a.id`.execute(db);
  return rows.slice(0, limit + 1).map((row) => row.id);
}

/** Whether anything of the kind was said of the pact `f` of a larger query. */
export function anythingSaid(wanted: SaidWanted): RawBuilder<boolean> {
  return sql<boolean>`exists (select from assessment a where a.pact_id = f.pact_id and ${saidAs(wanted)})`;
}

function saidAs({ item, voice, status, isLast }: SaidWanted): RawBuilder<unknown> {
  const rules: RawBuilder<unknown>[] = [sql`true`];
  if (item !== undefined) rules.push(sql`a.item = ${item}`);
  if (voice !== undefined) rules.push(sql`a.voice = ${voice}`);
  if (status !== undefined) rules.push(sql`a.status = ${status}`);
  // As it stands, not compared to a value: PostgreSQL then joins instead of reading all that was said last.
  if (isLast !== undefined) rules.push(isLast ? isLastOf('a') : sql`not ${isLastOf('a')}`);
  return sql.join(rules, sql` and `);
}

/** Found by the key of what was said last: by its number alone, all of the country would be read. */
function isLastOf(table: 'assessment' | 'a'): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${table}.${column}`);
  return sql<boolean>`exists (select from latest_assessment l where l.pact_id = ${of('pactId')} and l.item = ${of('item')}
    and l.voice = ${of('voice')} and l.assessment_id = ${of('id')})`;
}

export async function pactOfAssessment(db: Db, id: number): Promise<number | null> {
  const row = await db.selectFrom('assessment').select('pactId').where('id', '=', id).executeTakeFirst();
  return row?.pactId ?? null;
}

function toRow<Row extends Parameters<typeof toSaid>[0] & Omit<AssessmentRow, keyof SaidAssessment>>(
  row: Row,
): AssessmentRow {
  const { edition, listName, place, placeName, isLast } = row;
  return { ...toSaid(row), edition, listName, place, placeName, isLast };
}
