/** Reports of remarks and of files, as the national team looks at them. Who reported is not kept. */
import { sql } from 'kysely';
import type { NewSaidReport, SaidReport } from '#domain/follow-up/said-report.ts';
import type { Db } from './connection.ts';

export async function addSaidReport(db: Db, { said, document, reason, at }: NewSaidReport): Promise<number> {
  const { id } = await db
    .insertInto('saidReport')
    .values({
      remarkId: 'remark' in said ? said.remark : null,
      assessmentId: 'assessment' in said ? said.assessment : null,
      documentId: document,
      reason,
      reportedAt: at,
      settledAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** To be read from: a report whose remark is withdrawn or hidden, whose file is, or whose pact is gone waits no more. */
export const WAITING_SAID_REPORTS = sql`(
  select report.id, report.remark_id, report.assessment_id, report.document_id, report.reason, report.reported_at,
    coalesce(remark.pact_id, assessment.pact_id) as pact_id, coalesce(remark.item, assessment.item) as item,
    coalesce(remark.sentence, assessment.sentence) as words
  from said_report report
    left join remark on remark.id = report.remark_id left join assessment on assessment.id = report.assessment_id
  where report.settled_at is null and remark.hidden_at is null and remark.withdrawn_at is null
    and exists (select from pact where pact.id = coalesce(remark.pact_id, assessment.pact_id))
    and (report.document_id is null or exists (
      select from evidence_document e where e.document_id = report.document_id and e.hidden_at is null
        and e.used_by = coalesce('remark ' || report.remark_id, 'assessment ' || report.assessment_id)))
) as waiting`;

export async function waitingSaidReports(db: Db): Promise<readonly SaidReport[]> {
  const { rows } = await sql<
    Pick<SaidReport, 'id' | 'item' | 'placeName' | 'words' | 'reason' | 'reportedAt'> & {
      readonly pactId: number;
      readonly remarkId: number | null;
      readonly assessmentId: number | null;
      readonly documentId: number | null;
      readonly filename: string | null;
    }
  >`
    select waiting.*, coalesce(m.name, g.name) as place_name, document.filename
    from ${WAITING_SAID_REPORTS} join pact on pact.id = waiting.pact_id
      left join municipality m on m.code = pact.municipality_code left join "grouping" g on g.siren = pact.grouping_siren
      left join document on document.id = waiting.document_id
    order by waiting.id`.execute(db);
  return rows.map(({ pactId, remarkId, assessmentId, documentId, filename, ...row }) => ({
    ...row,
    pact: pactId,
    said: remarkId === null ? { assessment: assessmentId ?? 0 } : { remark: remarkId },
    file: documentId === null ? null : { document: documentId, filename: filename ?? '' },
  }));
}

/** Null: no such report waits. */
export async function settleSaidReport(db: Db, id: number, at: Date): Promise<{ readonly pact: number } | null> {
  const { rows } = await sql<{ pact: number }>`
    update said_report set settled_at = ${at} from ${WAITING_SAID_REPORTS}
    where waiting.id = said_report.id and said_report.id = ${id} and said_report.settled_at is null
    returning waiting.pact_id as pact`.execute(db);
  return rows[0] ?? null;
}
