import type { RequestHandler } from './$types';
import { LIST_COLUMNS } from '#publishing/spreadsheet/list-columns.ts';
import { streamedCsv } from '#server/http/streamed-list.ts';
import { listRows } from '#server/storage/list-pages.ts';
import { knownElection } from '../known-election.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, election } = await knownElection(params);
  return streamedCsv(`${election.id}-listes`, LIST_COLUMNS, (after) =>
    listRows(db, { election: election.id, ...from(after) }),
  );
};

function from(after: number | undefined): { readonly after?: number } {
  return after === undefined ? {} : { after };
}
