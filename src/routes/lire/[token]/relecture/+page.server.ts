import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { documentPart, leafIn } from '#ui/review/document-part.ts';
import { rowsOf } from '#ui/review/rows.ts';
import { enterDraftPage } from '../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { draft, edition, home } = await enterDraftPage(event);
  if (draft.kind === 'charter') redirect(303, home);
  const rows = rowsOf(draft.proposals, edition);
  const address = `${home}/relecture`;
  return {
    home,
    rows,
    counts: draft.counts,
    part: documentPart(draft.reading.text, {
      rows,
      passages: draft.proposals,
      current: null,
      leaf: leafIn(event.url),
      address,
    }),
  };
};
