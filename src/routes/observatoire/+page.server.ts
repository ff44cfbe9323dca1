import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { isBounded } from '#domain/observatory/listed.ts';
import { areaNamed } from '#ui/observatory/area-named.ts';
import { cellOf } from '#ui/observatory/asked.ts';
import { overviewShown, periodShown } from '#ui/observatory/overview-page.ts';
import { runtime } from '#server/runtime.ts';
import { cellFigures } from '#server/storage/observatory.ts';
import { signatoriesOf, signedInPeriod, territoryOf } from '#server/storage/observatory-overview.ts';
import { partAsked } from './part-asked.ts';

/** Five queries, all of kept figures. */
export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const { asked, leftAside, edition, editions } = await partAsked(db, url.searchParams);
  const part = { edition: asked.edition, area: asked.area };
  const [territory, figures, signed, signatories] = await Promise.all([
    territoryOf(db, { area: asked.area, size: asked.size }),
    cellFigures(db, cellOf(asked)),
    isBounded(asked.period) ? signedInPeriod(db, { ...part, period: asked.period }) : null,
    isBounded(asked.period) ? null : signatoriesOf(db, part),
  ]);
  const themes = edition.groupings[0]?.themes.map(({ id, title }) => ({ id, title })) ?? [];
  return {
    asked,
    leftAside,
    editions,
    areas: territory.areas,
    edition: { id: edition.id, title: edition.title },
    themes,
    theme: themes.find(({ id }) => id === asked.theme)?.title ?? null,
    area: areaNamed(territory.areas, asked.area) ?? error(404),
    asOf: figures.asOf,
    pacts: figures.pacts,
    period: signed === null ? null : periodShown({ edition, asked, signed, whole: figures.pacts }),
    overview:
      signatories === null
        ? null
        : overviewShown({ edition, asked, figures, communes: territory.communes, signatories }),
  };
};
