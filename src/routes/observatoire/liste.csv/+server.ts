import type { RequestHandler } from './$types';
import { LISTED_COLUMNS, type ListedLine } from '#publishing/spreadsheet/observatory-columns.ts';
import { streamedCsv } from '#server/http/streamed-list.ts';
import { runtime } from '#server/runtime.ts';
import { countedAt } from '#server/storage/campaign-progress.ts';
import { pactLines, placeLines } from '#server/storage/observatory-list-lines.ts';
import { listedPacts, listedPlaces, type ListedPact } from '#server/storage/observatory-lists.ts';
import { listOfFile } from '../list-asked.ts';

const AT_ONCE = 500;

export const GET: RequestHandler = async ({ url }) => {
  const { db } = await runtime();
  const found = await listOfFile(db, url);
  if (found instanceof Response) return found;
  const { asked, list } = found;
  const part = { ...asked, countedAt: await countedAt(db, asked.edition) };
  if (list.listed.kind === 'places') {
    return streamedCsv<ListedLine, string>('observatoire-liste', LISTED_COLUMNS, async (after) => {
      const { rows, next } = await listedPlaces(db, { ...list, after: after ?? null, limit: AT_ONCE });
      const lines = await placeLines(db, rows);
      return { rows: lines.map(({ place, pacts }) => ({ ...part, place, pact: null, mark: null, pacts })), next };
    });
  }
  return streamedCsv<ListedLine, ListedPact>('observatoire-liste', LISTED_COLUMNS, async (after) => {
    const { rows, next } = await listedPacts(db, { ...list, after: after ?? null, limit: AT_ONCE });
    const lines = await pactLines(db, rows);
    return { rows: lines.map(({ pact, mark }) => ({ ...part, place: pact.place, pact, mark, pacts: 1 })), next };
  });
};
