import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { placeAddress, sirenIn } from '#ui/addresses.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { editionById } from '#server/charters.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { runtime } from '#server/runtime.ts';
import { groupingPage } from '#server/storage/grouping-page.ts';
import { findGrouping } from '#server/storage/territory.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const siren = sirenIn(params.grouping) ?? error(404);
  const { db } = await runtime();
  const [page, grouping] = await Promise.all([groupingPage(db, { siren }), findGrouping(db, siren)]);
  if (page === null || grouping === null) error(404);
  sendOnTo(placeAddress({ kind: 'grouping', siren, slug: grouping.slug }), url);
  const withPact = new Set(page.communePacts.map(({ place }) => (place.kind === 'municipality' ? place.code : null)));
  return {
    ...page,
    grouping: { siren, name: grouping.name, slug: grouping.slug, kind: grouping.kind, population: grouping.population },
    members: grouping.municipalities.map((member) => ({
      code: member.code,
      name: member.name,
      slug: member.slug,
      population: member.population,
      signed: withPact.has(member.code),
    })),
    leftToIt: page.leftToIt.map(({ pact, mark }) => ({
      pact,
      mark,
      title: heading(editionById(pact.edition)?.measures.find(({ number }) => number === mark.measure)?.title ?? ''),
    })),
  };
};
