import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { CROSSWALK_COLUMNS } from '#publishing/spreadsheet/crosswalk-columns.ts';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { csvResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';
import { findVersion } from '#server/storage/crosswalk-versions.ts';
import { numberIn } from '#ui/addresses.ts';

export const GET: RequestHandler = async ({ params }) => {
  const number = numberIn(params.number) ?? error(404);
  const { db } = await runtime();
  const { content } = (await findVersion(db, number)) ?? error(404);
  return csvResponse(`correspondances-version-${number}`, csvFile(CROSSWALK_COLUMNS, content.relations));
};
