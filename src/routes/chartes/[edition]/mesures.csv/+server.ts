import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { clausesOf } from '#domain/charter/edition.ts';
import { CLAUSE_COLUMNS } from '#publishing/spreadsheet/charter-columns.ts';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { editionById } from '#server/charters.ts';
import { csvResponse } from '#server/http/files.ts';

export const GET: RequestHandler = ({ params }) => {
  const edition = editionById(params.edition) ?? error(404);
  const titles = new Map(edition.measures.map(({ number, title }) => [number, title]));
  const rows = clausesOf(edition).map(({ words, ...address }) => ({
    ...address,
    title: titles.get(address.measure) ?? '',
    text: words.text,
  }));
  return csvResponse(edition.id, csvFile(CLAUSE_COLUMNS, rows));
};
