/** Everything that the two voices said, oldest first, for downloads: what was said before stays in them. */
import { sql } from 'kysely';
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import { selectSaid, toSaid } from './assessments.ts';
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

export type AssessmentsWanted = { readonly municipality: string } | { readonly pact: number };

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
    .orderBy('assessment.id')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    rows: shown.map((row) => toRow(row)),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

function toRow<Row extends Parameters<typeof toSaid>[0] & Omit<AssessmentRow, keyof SaidAssessment>>(
  row: Row,
): AssessmentRow {
  const { edition, listName, place, placeName, isLast } = row;
  return { ...toSaid(row), edition, listName, place, placeName, isLast };
}
