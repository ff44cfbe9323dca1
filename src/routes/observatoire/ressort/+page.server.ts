import type { PageServerLoad } from './$types';
import { cellOf } from '#ui/observatory/asked.ts';
import { foremostShown } from '#ui/observatory/foremost.ts';
import { MOST_BODIES } from '#ui/observatory/overview-shown.ts';
import { runtime } from '#server/runtime.ts';
import { apartFigures } from '#server/storage/observatory-overview.ts';
import { undatedPart } from '../undated-part.ts';

/** Five queries. */
export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const { edition, asked, figures, more, shown } = await undatedPart(db, { url, page: '/ressort' }, (part) =>
    apartFigures(db, { ...cellOf(part), bodies: MOST_BODIES }),
  );
  return { ...shown, foremost: foremostShown({ edition, asked, figures, apart: more }) };
};
