import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { placeFacts } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import { sayFollowRefusal } from '#ui/messages/deadlines/refusals.fr.ts';
import { leaveDeadlines } from '#use-cases/deadlines/follow-deadlines.ts';

/** Looking at the link changes nothing: mail scanners open every link. */
export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
  keepPrivate(setHeaders);
  const stopped = url.searchParams.has('fait');
  const { db } = await runtime();
  const found = await storesOn(db).deadlines.find(params.stop);
  if (found === null && !stopped) error(404, sayFollowRefusal({ kind: 'unknown-following' }));
  const facts = found === null ? null : await placeFacts(db, found.place);
  return { stopped: found === null, place: facts?.name ?? '' };
};

export const actions: Actions = {
  default: async ({ params, url }) => {
    const { db } = await runtime();
    const left = await leaveDeadlines(storesOn(db), { kind: 'anyone' }, { stop: params.stop });
    if (!left.ok) error(404, sayFollowRefusal(left.refusal));
    redirect(303, `${url.pathname}?fait`);
  },
};
