import type { RequestHandler } from './$types';
import { CARRIED_COLUMNS } from '#publishing/spreadsheet/carried-columns.ts';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { editionById } from '#server/charters.ts';
import { csvResponse, placeFileName } from '#server/http/files.ts';
import { carriedPromises } from '#server/storage/carried-promises.ts';
import { commitmentLine } from '#ui/commitments/commitment-line.ts';
import { signatory } from '#ui/messages/pact.fr.ts';
import { followUpPlace } from '../follow-up-place.ts';

export const GET: RequestHandler = async (event) => {
  const { db, place, code } = await followUpPlace(event);
  const { promises } = await carriedPromises(db, place);
  const lines = promises.flatMap(({ promise, actions }) => {
    const { edition, item, label } = commitmentLine(place, editionById(promise.edition), promise);
    const line = { edition, item, label, signedBy: [...new Set(promise.signed.map(signatory))].join(' ; ') };
    const carrying = actions.length === 0 ? [null] : actions;
    return carrying.map((action) => ({ ...line, action }));
  });
  return csvResponse(`${placeFileName(code)}-engagements-et-actions`, csvFile(CARRIED_COLUMNS, lines));
};
