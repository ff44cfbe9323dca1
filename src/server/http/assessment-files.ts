/** What the two voices said, as files: of a pact, or of all pacts of a municipality. */
import { ASSESSMENT_COLUMNS } from '#publishing/spreadsheet/assessment-columns.ts';
import { assessmentRows, type AssessmentsWanted } from '../storage/assessment-rows.ts';
import type { Db } from '../storage/connection.ts';
import { streamedCsv, streamedJson } from './streamed-list.ts';

type List = { readonly name: string; readonly wanted: AssessmentsWanted };

export function assessmentsCsv(db: Db, { name, wanted }: List): Response {
  return streamedCsv(name, ASSESSMENT_COLUMNS, (after) =>
    assessmentRows(db, { ...wanted, ...(after === undefined ? {} : { after }) }),
  );
}

export function assessmentsJson(db: Db, { name, wanted }: List): Response {
  return streamedJson(name, (after) => assessmentRows(db, { ...wanted, ...(after === undefined ? {} : { after }) }));
}
