/** Everything that the two voices said, oldest first, for downloads: what was said before stays in them. */
import { sql, type RawBuilder } from 'kysely';
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import { selectSaid, toSaid } from './assessments.ts';
import type { Db } from './connection.ts';
import type { Page, Rows } from './downloads.ts';
import { inScope, type PactScope } from './open-pacts.ts';

export type AssessmentRow = SaidAssessment & {
  readonly edition: string;
  readonly listName: string | null;
  /** INSEE code of a municipality or SIREN of a grouping. */
  readonly place: string;
  readonly placeName: string;
  /** The last thing that this voice said of this promise. */
  readonly isLast: boolean;
};

export type AssessmentsWanted = { readonly municipality: string } | { readonly pact: number } | CountryWanted;

/** Of the whole country or a part of it, without what is played. */
type CountryWanted = {
  readonly scope: PactScope;
  readonly id?: number;
  readonly item?: string;
  readonly voice?: Voice;
  readonly status?: AssessmentStatus;
  readonly isLast?: boolean;
};

export async function assessmentRows(
  db: Db,
  { after = 0, limit = 500, ...wanted }: Page & AssessmentsWanted,
): Promise<Rows<AssessmentRow>> {
  const rows = await selectSaid(db)
    .innerJoin('pact', 'pact.id', 'assessment.pactId')
    .select(['pact.edition', 'pact.listName'])
    .select(sql<string>`coalesce(pact.municipality_code, pact.grouping_siren)`.as('place'))
    .select(
      sql<string>`coalesce((select m.name from municipality m where m.code = pact.municipality_code),
        (select g.name from "grouping" g where g.siren = pact.grouping_siren))`.as('placeName'),
    )
    .select(sql<boolean>`exists (select from latest_assessment l where l.assessment_id = assessment.id)`.as('isLast'))
    .where('assessment.id', '>', after)
    .$if('pact' in wanted, (query) => query.where('pact.id', '=', 'pact' in wanted ? wanted.pact : 0))
    .$if('municipality' in wanted, (query) =>
      query.where('pact.municipalityCode', '=', 'municipality' in wanted ? wanted.municipality : ''),
    )
    .$if('scope' in wanted, (query) => query.where(inCountry('scope' in wanted ? wanted : { scope: {} })))
    .orderBy('assessment.id')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    rows: shown.map((row) => toRow(row)),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

function inCountry({ scope, id, item, voice, status, isLast }: CountryWanted): RawBuilder<boolean> {
  const rules = [sql`exists (select from counted_pact f where f.pact_id = pact.id ${inScope(scope)})`];
  if (id !== undefined) rules.push(sql`assessment.id = ${id}`);
  if (item !== undefined) rules.push(sql`assessment.item = ${item}`);
  if (voice !== undefined) rules.push(sql`assessment.voice = ${voice}`);
  if (status !== undefined) rules.push(sql`assessment.status = ${status}`);
  if (isLast !== undefined)
    rules.push(sql`${isLast} = exists (select from latest_assessment l where l.assessment_id = assessment.id)`);
  return sql<boolean>`(${sql.join(rules, sql` and `)})`;
}

function toRow<Row extends Parameters<typeof toSaid>[0] & Omit<AssessmentRow, keyof SaidAssessment>>(
  row: Row,
): AssessmentRow {
  const { edition, listName, place, placeName, isLast } = row;
  return { ...toSaid(row), edition, listName, place, placeName, isLast };
}
