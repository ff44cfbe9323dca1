import type { RequestHandler } from './$types';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { BULK_ENTRY_COLUMNS } from '#publishing/spreadsheet/bulk-entry-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { itemsShown } from '#server/storage/bulk-entry-pages.ts';
import { problemLine } from '#ui/messages/bulk-entry-problems.fr.ts';
import { reasonOf } from '#ui/bulk-entry/item-line.ts';
import { DOCUMENTS_LIMIT } from '#use-cases/bulk-entry/bring-entry.ts';
import { LINES_LIMIT } from '#use-cases/bulk-entry/read-lines.ts';
import { enterEntry } from '../../entry.ts';

/** As long as an entry may be. */
const LIMIT = LINES_LIMIT + DOCUMENTS_LIMIT;

export const GET: RequestHandler = async (event) => {
  keepPrivate(event.setHeaders);
  const { db, entry, now } = await enterEntry(event);
  const { items } = await itemsShown(db, { entry: entry.id, state: null, after: 0, limit: LIMIT, now });
  const rows = items.map((item) => ({ ...item, why: reasonOf(item), problems: item.problems.map(problemLine) }));
  return csvResponse(`saisie-${entry.id}`, csvFile(BULK_ENTRY_COLUMNS, rows));
};
