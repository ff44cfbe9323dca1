import type { RequestHandler } from './$types';
import { progressOf } from '#domain/observatory/progress.ts';
import { codeOfArea } from '#domain/observatory/cell.ts';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { PROGRESS_COLUMNS, type ProgressLine } from '#publishing/spreadsheet/observatory-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { runtime } from '#server/runtime.ts';
import { signedDays } from '#server/storage/campaign-progress.ts';
import { progressAsked } from '../progress-asked.ts';

export const GET: RequestHandler = async ({ url }) => {
  const { db } = await runtime();
  const { asked, edition, measure, beside } = await progressAsked(db, url.searchParams);
  const linesOf = async (campaign: { edition: string; measure: number | null }): Promise<readonly ProgressLine[]> => {
    const { points, dayUnknown } = progressOf(await signedDays(db, { ...campaign, area: asked.area }), 'day');
    const shared = { ...campaign, area: codeOfArea(asked.area) };
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
