import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { municipalityCodeIn, placeAddress } from '#ui/addresses.ts';
import { countTaken, promisesByTheme } from '#ui/commune/promises-by-theme.ts';
import { REST_OF_MEASURES } from '#ui/messages/commune.fr.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { editionById } from '#server/charters.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { runtime } from '#server/runtime.ts';
import { communePage, type CommunePage } from '#server/storage/commune-page.ts';
import { groupingPage } from '#server/storage/grouping-page.ts';
import { findMunicipality } from '#server/storage/territory.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const code = municipalityCodeIn(params.commune) ?? error(404);
  const { db } = await runtime();
  const [page, municipality] = await Promise.all([communePage(db, { code }), findMunicipality(db, code)]);
  if (page === null || municipality === null || page.place.kind !== 'municipality') error(404);
  const { place } = page;
  sendOnTo(placeAddress(place), url);

  const grouping = page.groupings.at(-1);
  const near =
    page.pacts.length > 0 || grouping?.kind !== 'grouping' ? null : await groupingPage(db, { siren: grouping.siren });
  return {
    ...page,
    place,
    department: municipality.departmentName,
    formerNames: municipality.formerNames.map(({ name }) => name),
    documents: [
      ...page.pacts.map(({ pact, document }) => ({ ...document, of: { kind: 'pact' as const, id: pact.id } })),
      ...page.plans.map(({ id, document }) => ({ ...document, of: { kind: 'plan' as const, id } })),
    ],
    charters: chartersOf(page),
    near: near === null ? null : { grouping: near.place, pacts: near.communePacts },
  };
};

/** One table for each edition that somebody signed here. A pact whose edition left the data keeps its page. */
function chartersOf({ pacts }: CommunePage) {
  return [...new Set(pacts.map(({ pact }) => pact.edition))].flatMap((id) => {
    const edition = editionById(id);
    if (edition === null) return [];
    const here = pacts.filter(({ pact }) => pact.edition === id);
    const themes = edition.groupings[0]?.themes ?? [];
    return [
      {
        id,
        title: edition.title,
        principles: edition.principles.map(({ letter, title }) => ({ letter, title })),
        pacts: here.map(({ pact, provenance, commitments }) => ({
          ...pact,
          publishedAt: provenance.publishedAt,
          taken: countTaken(commitments),
          of: edition.measures.length,
        })),
        table: promisesByTheme(
          {
            measures: edition.measures.map(({ number, title }) => ({ number, title: heading(title) })),
            themes,
            rest: REST_OF_MEASURES,
          },
          here.map(({ pact, commitments }) => ({ id: pact.id, commitments })),
        ),
      },
    ];
  });
}
