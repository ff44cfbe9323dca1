import type { RequestHandler } from './$types';
import { LIST_COLUMNS } from '#publishing/spreadsheet/list-columns.ts';
import { streamedCsv } from '#server/http/streamed-list.ts';
import { listRows } from '#server/storage/list-pages.ts';
import { knownMunicipality } from '../known-municipality.ts';

export const GET: RequestHandler = async (event) => {
  const { db, code } = await knownMunicipality(event);
  return streamedCsv(`commune-${code}-listes`, LIST_COLUMNS, (after) =>
    listRows(db, { municipality: code, ...from(after) }),
  );
};

function from(after: number | undefined): { readonly after?: number } {
  return after === undefined ? {} : { after };
}
