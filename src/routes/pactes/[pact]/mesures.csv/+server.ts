import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { COMMITMENT_COLUMNS } from '#publishing/spreadsheet/pact-columns.ts';
import { idIn } from '#ui/addresses.ts';
import { streamedCsv } from '#server/http/streamed-list.ts';
import { runtime } from '#server/runtime.ts';
import { commitmentRows } from '#server/storage/downloads.ts';
import { pactPage } from '#server/storage/pact-page.ts';

export const GET: RequestHandler = async ({ params }) => {
  const pact = idIn(params.pact) ?? error(404);
  const { db } = await runtime();
  if ((await pactPage(db, { id: pact })) === null) error(404);
  return streamedCsv(`pacte-${pact}-mesures`, COMMITMENT_COLUMNS, (after) =>
    commitmentRows(db, { pact, ...(after === undefined ? {} : { after }) }),
  );
};
