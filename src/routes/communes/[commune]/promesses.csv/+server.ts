import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { COMMITMENT_COLUMNS } from '#publishing/spreadsheet/pact-columns.ts';
import { municipalityCodeIn } from '#ui/addresses.ts';
import { streamedCsv } from '#server/http/streamed-list.ts';
import { runtime } from '#server/runtime.ts';
import { commitmentRows } from '#server/storage/downloads.ts';
import { findMunicipality } from '#server/storage/territory.ts';

export const GET: RequestHandler = async ({ params }) => {
  const municipality = municipalityCodeIn(params.commune) ?? error(404);
  const { db } = await runtime();
  if ((await findMunicipality(db, municipality)) === null) error(404);
  return streamedCsv(`commune-${municipality}-promesses`, COMMITMENT_COLUMNS, (after) =>
    commitmentRows(db, { municipality, ...(after === undefined ? {} : { after }) }),
  );
};
