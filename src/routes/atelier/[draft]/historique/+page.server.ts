import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { draftHistory } from '#server/storage/draft-history.ts';
import { idIn } from '#ui/addresses.ts';
import { measureNames } from '#ui/workbench/draft-shown.ts';
import { historyShown } from '#ui/workbench/history-shown.ts';
import { knownTo } from '#use-cases/workbench/enter-draft.ts';
import { enterWorkbench } from '../../enter.ts';

const PAGE = 30;

/** Who changed what and when, page by page: for those who write the edition alone. */
export const load: PageServerLoad = async (event) => {
  const { db, draft, stores, person, mayReadHistory, id } = await enterWorkbench(event);
  if (!mayReadHistory) error(404);
  const asked = event.url.searchParams.get('avant');
  const before = asked === null ? null : (idIn(asked) ?? error(404));
  const [{ events, next }, known] = await Promise.all([
    draftHistory(db, { draft: id, before, limit: PAGE }),
    knownTo(stores, draft),
  ]);
  return {
    draft: { id, title: draft.title, collective: draft.collective, home: `/atelier/${id}` },
    history: historyShown(events, { named: measureNames(draft, known.find), you: person.id }),
    next,
  };
};
