import type { PageServerLoad } from './$types';
import { shownDifferences } from '#ui/workbench/shown-differences.ts';
import { knownTo } from '#use-cases/workbench/enter-draft.ts';
import { enterWorkbench } from '../../enter.ts';

/** Every change of the draft, word by word, on one page that prints: what a committee reads. */
export const load: PageServerLoad = async (event) => {
  const { draft, stores, id } = await enterWorkbench(event);
  const known = await knownTo(stores, draft);
  return {
    draft: { id, title: draft.title, collective: draft.collective, home: `/atelier/${id}` },
    ...shownDifferences(draft, known),
  };
};
