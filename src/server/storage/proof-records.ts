/** Files that what was said of a place's promises rests on, as an exported folder holds them: those that the site shows. */
import { sql } from 'kysely';
import type { Db } from './connection.ts';

/** One file of one thing said: the same file said twice is there twice. */
export type ProofRecord = {
  readonly said: 'assessment' | 'remark';
  readonly id: number;
  readonly pact: number;
  readonly item: string;
  readonly saidAt: Date;
  /** As `document` of a proof names it. */
  readonly document: number;
  readonly filename: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

/** Never one that was taken out of sight, nor one of a remark that was hidden or withdrawn. `pacts`: published ones. */
export async function proofRecords(db: Db, pacts: readonly number[]): Promise<readonly ProofRecord[]> {
  if (pacts.length === 0) return [];
  const { rows } = await sql<ProofRecord>`
    select s.said, s.id, s.pact, s.item, s.said_at, d.id as document, d.filename, d.sha256, d.bytes
      from (
        select 'assessment' as said, id, pact_id as pact, item, said_at from assessment
        union all
        select 'remark', id, pact_id, item, said_at from remark where hidden_at is null and withdrawn_at is null
      ) s
      join evidence_document e on e.used_by = s.said || ' ' || s.id and e.hidden_at is null
      join document d on d.id = e.document_id
      where s.pact in (${sql.join(pacts)})
      order by s.said, s.id, d.id`.execute(db);
  return rows;
}
