import type { PageServerLoad } from './$types';
import { standings } from '#domain/plan/indicator.ts';
import { editionById } from '#server/charters.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { indicatorAddress } from '#ui/addresses.ts';
import { commitmentLine } from '#ui/commitments/commitment-line.ts';
import { knownIndicator } from './known-indicator.ts';
import { editionNamed } from '#server/edition-names.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const { indicator } = await knownIndicator(params);
  sendOnTo(indicatorAddress(indicator), url);
  const { at: place, offered } = indicator;
  return {
    indicator,
    place,
    standings: standings(indicator.values, indicator.goal),
    promises: indicator.commitments.map((link) => commitmentLine(place, editionById(link.edition), link)),
    offered: offered === null ? null : { ...offered, edition: editionNamed(offered.edition) },
  };
};
