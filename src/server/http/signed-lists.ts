/** What pacts say, as CSV files: the same four lists for a pact and for a municipality. */
import {
  COMMITMENT_COLUMNS,
  LOCAL_COMMITMENT_COLUMNS,
  SIGNED_CLAUSE_COLUMNS,
  SIGNED_PRINCIPLE_COLUMNS,
} from '#publishing/spreadsheet/pact-columns.ts';
import { withClauseWords, withMeasureTitle, withPrincipleTitle } from '../charter-words.ts';
import type { Db } from '../storage/connection.ts';
import {
  commitmentRows,
  localCommitmentRows,
  signedClauseRows,
  signedPrincipleRows,
  type SignedWanted,
} from '../storage/signed-rows.ts';
import { streamedCsv } from './streamed-list.ts';

type List = { readonly name: string; readonly wanted: SignedWanted };

export function commitmentsCsv(db: Db, { name, wanted }: List): Response {
  return streamedCsv(name, COMMITMENT_COLUMNS, async (after) =>
    withMeasureTitle(await commitmentRows(db, { ...wanted, ...from(after) })),
  );
}

export function clausesCsv(db: Db, { name, wanted }: List): Response {
  return streamedCsv(name, SIGNED_CLAUSE_COLUMNS, async (after) =>
    withClauseWords(await signedClauseRows(db, { ...wanted, ...from(after), limit: 200 })),
  );
}

export function principlesCsv(db: Db, { name, wanted }: List): Response {
  return streamedCsv(name, SIGNED_PRINCIPLE_COLUMNS, async (after) =>
    withPrincipleTitle(await signedPrincipleRows(db, { ...wanted, ...from(after) })),
  );
}

export function localCommitmentsCsv(db: Db, { name, wanted }: List): Response {
  return streamedCsv(name, LOCAL_COMMITMENT_COLUMNS, (after) => localCommitmentRows(db, { ...wanted, ...from(after) }));
}

function from(after: number | undefined): { readonly after?: number } {
  return after === undefined ? {} : { after };
}
