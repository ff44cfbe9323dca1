import type { RequestHandler } from './$types';
import { PACT_COLUMNS } from '#publishing/spreadsheet/pact-columns.ts';
import { streamedCsv } from '#server/http/streamed-list.ts';
import { pactRows } from '#server/storage/downloads.ts';
import { knownGrouping } from '../known-grouping.ts';

/** Its own and those of its municipalities. */
export const GET: RequestHandler = async ({ params }) => {
  const { db, siren } = await knownGrouping(params);
  return streamedCsv(`intercommunalite-${siren}-pactes`, PACT_COLUMNS, (after) =>
    pactRows(db, { grouping: siren, ...(after === undefined ? {} : { after }) }),
  );
};
