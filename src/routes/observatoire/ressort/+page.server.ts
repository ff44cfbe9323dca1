import type { PageServerLoad } from './$types';
import { foremostShown } from '#ui/observatory/foremost.ts';
import { MOST_BODIES } from '#ui/observatory/overview-shown.ts';
import { runtime } from '#server/runtime.ts';
import { apartFigures } from '#server/storage/observatory-overview.ts';
import { undatedPart } from '../undated-part.ts';

/** Five queries. */
export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const {
    edition,
    figures,
    more: apart,
    ...shown
  } = await undatedPart(db, url.searchParams, (asked) =>
    apartFigures(db, { edition: asked.edition, area: asked.area, bodies: MOST_BODIES }),
  );
  return {
    ...shown,
    edition: { id: edition.id, title: edition.title },
    foremost: foremostShown({ edition, asked: shown.asked, figures, apart }),
  };
};
