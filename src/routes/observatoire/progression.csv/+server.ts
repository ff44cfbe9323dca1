import type { RequestHandler } from './$types';
import { progressOf } from '#domain/observatory/progress.ts';
import { codeOfArea } from '#domain/observatory/cell.ts';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { PROGRESS_COLUMNS, type ProgressLine } from '#publishing/spreadsheet/observatory-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';
import { countedAt, signedDays } from '#server/storage/campaign-progress.ts';
import { inSharedWords } from '#ui/observatory/former-words.ts';
import { fileAsked } from '../file-asked.ts';
import { campaignsAsked, PROGRESS_FIELDS } from '../progress-asked.ts';

export const GET: RequestHandler = async ({ url }) => {
  const { db } = await runtime();
  const found = await fileAsked(db, url.searchParams, {
    page: '/progression',
    own: PROGRESS_FIELDS,
    ownFaults: (part) => campaignsAsked(part, inSharedWords(url.searchParams)).faults,
    resource: 'pactes',
  });
  if (found instanceof Response) return found;
  const { asked, edition } = found.part;
  const { measure, beside } = campaignsAsked(found.part, found.fields);
  const linesOf = async (campaign: { edition: string; measure: number | null }): Promise<readonly ProgressLine[]> => {
    const [days, at] = await Promise.all([
      signedDays(db, { ...campaign, area: asked.area }),
      countedAt(db, campaign.edition),
    ]);
    const { points, dayUnknown } = progressOf(days, 'day');
    const shared = { ...campaign, area: codeOfArea(asked.area), countedAt: at };
    return [
      ...points.map(({ from, signed, total }) => ({ ...shared, day: from, signed, total })),
      ...(dayUnknown === 0 ? [] : [{ ...shared, day: null, signed: dayUnknown, total: null }]),
    ];
  };
  const lines = await Promise.all([
    linesOf({ edition: edition.id, measure }),
    // A measure is one of its own charter.
    beside === null ? [] : linesOf({ edition: beside.id, measure: null }),
  ]);
  return csvResponse('observatoire-progression', csvFile(PROGRESS_COLUMNS, lines.flat()));
};
