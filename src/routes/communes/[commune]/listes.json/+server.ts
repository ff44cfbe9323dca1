import type { RequestHandler } from './$types';
import { streamedJson } from '#server/http/streamed-list.ts';
import { listRows } from '#server/storage/list-pages.ts';
import { knownMunicipality } from '../known-municipality.ts';

export const GET: RequestHandler = async (event) => {
  const { db, code } = await knownMunicipality(event);
  return streamedJson(`commune-${code}-listes`, (after) => listRows(db, { municipality: code, ...from(after) }));
};

function from(after: number | undefined): { readonly after?: number } {
  return after === undefined ? {} : { after };
}
