import type { PageServerLoad } from './$types';
import { waitingRequests } from '#server/storage/role-pages.ts';
import { electionsToSettle } from '#server/storage/list-pages.ts';
import { figure } from '#ui/messages/format.fr.ts';
import * as words from '#ui/messages/team.fr.ts';
import { enterTeam } from './team.ts';

/** One line for each queue; a queue is a page. */
export const load: PageServerLoad = async (event) => {
  const { db } = await enterTeam(event);
  const [requests, outcomes] = await Promise.all([waitingRequests(db), electionsToSettle(db)]);
  return {
    queues: [
      // One line for each subject.
      { href: '/equipe/demandes', label: words.REQUESTS, waiting: words.waiting(requests.length) },
      {
        href: '/equipe/elections',
        label: words.ELECTIONS,
        waiting: outcomes === 0 ? '' : words.toConfirm(figure(outcomes)),
      },
    ],
  };
};
