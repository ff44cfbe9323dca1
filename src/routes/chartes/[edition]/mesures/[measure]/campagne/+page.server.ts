import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { editionById } from '#server/charters.ts';
import { runtime } from '#server/runtime.ts';
import { pastCampaign } from '#server/storage/past-campaign.ts';
import { numberIn } from '#ui/addresses.ts';
import { heading } from '#ui/messages/format.fr.ts';

export const load: PageServerLoad = async ({ params }) => {
  const edition = editionById(params.edition) ?? error(404);
  const number = numberIn(params.measure) ?? error(404);
  const measure = edition.measures.find((one) => one.number === number) ?? error(404);
  const { db } = await runtime();
  return {
    edition: { id: edition.id, title: edition.title },
    measure: { number, title: heading(measure.title), levels: measure.levels },
    past: await pastCampaign(db, { edition: edition.id, measure: number }),
  };
};
