import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { actionAddress } from '#ui/addresses.ts';
import { commitmentLine } from '#ui/commitments/commitment-line.ts';
import { editionById } from '#server/charters.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { publicNewsOf } from '#server/storage/action-news.ts';
import { actionPage } from '#server/storage/plan-page.ts';
import { publishedPlan } from '#server/storage/published-overview.ts';
import { indicatorsOfAction } from '#server/storage/public-indicators.ts';
import { publishedSheets } from '#server/storage/published-sheets.ts';
import { knownPlan } from '../../known-plan.ts';
import { publicFrame } from '../../public-view.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const { db, id: plan } = await knownPlan(params);
  const page = (await actionPage(db, { plan, number: params.number })) ?? error(404);
  const { id } = page.action;
  sendOnTo(actionAddress(page.plan, page.action.number), url);
  const [published, sheets, news, indicators] = await Promise.all([
    publishedPlan(db, plan),
    publishedSheets(db, { plan, number: page.action.number }),
    publicNewsOf(db, id),
    indicatorsOfAction(db, id),
  ]);
  const frame = published === null ? null : publicFrame(published, new Date());
  return {
    ...page,
    news,
    indicators,
    /** Null: only read from a document, shown as it is written. */
    typed: frame?.typed === true && sheets[0] !== undefined ? { sheet: sheets[0], today: frame.today } : null,
    commitments: page.commitments.map((link) => commitmentLine(page.plan.place, editionById(link.edition), link)),
  };
};
