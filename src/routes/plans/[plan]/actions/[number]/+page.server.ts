import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { actionAddress } from '#ui/addresses.ts';
import { commitmentLine } from '#ui/commitments/commitment-line.ts';
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
    commitments: page.commitments.map((link) => commitmentLine(page.plan.place, editionById(link.edition), link)),
  };
};
