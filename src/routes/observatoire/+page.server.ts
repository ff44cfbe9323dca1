import type { PageServerLoad } from './$types';
import { isBounded } from '#domain/observatory/listed.ts';
import { cellOf } from '#ui/observatory/asked.ts';
import { overviewShown, periodShown } from '#ui/observatory/overview-page.ts';
import { runtime } from '#server/runtime.ts';
import { cellFigures } from '#server/storage/observatory.ts';
import { signatoriesOf, signedInPeriod, territoryOf } from '#server/storage/observatory-overview.ts';
import { headOf, pageAsked } from './part-asked.ts';

/** Five queries, all of kept figures. */
export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const asks = await pageAsked(db, url, '');
  const { asked, edition } = asks;
  const part = { edition: asked.edition, area: asked.area };
  const [{ areas, communes }, figures, signed, signatories] = await Promise.all([
    territoryOf(db, { area: asked.area, size: asked.size }),
    cellFigures(db, cellOf(asked)),
    isBounded(asked.period) ? signedInPeriod(db, { ...part, period: asked.period }) : null,
    isBounded(asked.period) ? null : signatoriesOf(db, part),
  ]);
  return {
    head: headOf(asks, { page: '', areas, asOf: figures.asOf }),
    pacts: figures.pacts,
    period: signed === null ? null : periodShown({ edition, asked, signed, whole: figures.pacts }),
    overview: signatories === null ? null : overviewShown({ edition, asked, figures, communes, signatories }),
  };
};
