import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { editionById } from '#server/charters.ts';
import { pastCampaign } from '#server/past-campaign.ts';
import { runtime } from '#server/runtime.ts';
import { numberIn } from '#ui/addresses.ts';
import { afterAsked } from '#ui/consultation/past-shown.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const edition = editionById(params.edition) ?? error(404);
  const number = numberIn(params.measure) ?? error(404);
  const measure = edition.measures.find((one) => one.number === number) ?? error(404);
  const { db } = await runtime();
  return {
    edition: { id: edition.id, title: editionName(edition) },
    measure: { number, title: heading(measure.title) },
    past:
      (await pastCampaign(db, { edition: edition.id, measure: number, after: afterAsked(url.searchParams) })) ??
      error(404),
    isFirst: url.search === '',
  };
};
