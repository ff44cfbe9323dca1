import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { MEMBER_COLUMNS } from '#publishing/spreadsheet/municipality-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { knownGrouping, membersOf } from '../known-grouping.ts';

export const GET: RequestHandler = async ({ params }) => {
  const known = await knownGrouping(params);
  return csvResponse(`intercommunalite-${known.siren}-communes`, csvFile(MEMBER_COLUMNS, membersOf(known)));
};
