import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { actionAddress } from '#ui/addresses.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { editionById } from '#server/charters.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { actionPage } from '#server/storage/plan-page.ts';
import { knownPlan } from '../../known-plan.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const { db, id: plan, page: known } = await knownPlan(params);
  const { id } = known.actions.find(({ number }) => number === params.number) ?? error(404);
  const page = (await actionPage(db, { plan, id })) ?? error(404);
  sendOnTo(actionAddress(page.plan, page.action.number), url);
  return {
    ...page,
    measures: page.measures.map((link) => ({
      ...link,
      title: heading(editionById(link.edition)?.measures.find(({ number }) => number === link.measure)?.title ?? ''),
    })),
  };
};
