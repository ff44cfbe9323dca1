import type { PageServerLoad } from './$types';
import { dumpsFolder } from '#server/dumps/dump-files.ts';
import { lateDump } from '#server/dumps/late-dump.ts';
import { teamQueues } from '#server/storage/team-queues.ts';
import { entryWaiting, TITLE as BULK_ENTRY } from '#ui/messages/bulk-entry.fr.ts';
import { TITLE as CROSSWALK, waiting as likenessesWaiting } from '#ui/messages/crosswalk-team.fr.ts';
import { DESK, deskWaiting } from '#ui/messages/consultation-desk.fr.ts';
import { lateLine } from '#ui/messages/dumps-page.fr.ts';
import * as partners from '#ui/messages/partners-forms.fr.ts';
import * as words from '#ui/messages/team.fr.ts';
import { enterTeam } from './team.ts';

/** One line for each queue; a queue is a page. */
export const load: PageServerLoad = async (event) => {
  const { db, config } = await enterTeam(event);
  const [waiting, late] = await Promise.all([teamQueues(db), lateDump(dumpsFolder(config.dataDirectory), new Date())]);
  return {
    lateDump: late === null ? null : lateLine(late.latest),
    queues: [
      { href: '/equipe/demandes', label: words.REQUESTS, waiting: words.waiting(waiting.roles) },
      { href: '/equipe/collectifs', label: words.COLLECTIVES, waiting: words.collectivesWaiting(waiting.collectives) },
      { href: '/equipe/collectifs-en-sommeil', label: words.DORMANT, waiting: words.dormantWaiting(waiting.dormant) },
      { href: '/equipe/signalements', label: words.REPORTS, waiting: words.reportsWaiting(waiting.reports) },
      { href: '/equipe/consultations', label: DESK, waiting: deskWaiting(waiting.unanswered) },
      { href: '/equipe/correspondances', label: CROSSWALK, waiting: likenessesWaiting(waiting.likenesses) },
      { href: '/equipe/saisies', label: BULK_ENTRY, waiting: entryWaiting(waiting.entries) },
      { href: '/equipe/partenaires', label: partners.TEAM_TITLE, waiting: partners.waitingLine(waiting.partners) },
      { href: '/equipe/comites', label: partners.TEAM_COMMITTEES, waiting: partners.TEAM_COMMITTEES_NOTE },
      { href: '/equipe/elections', label: words.ELECTIONS, waiting: words.outcomesWaiting(waiting.outcomes) },
      { href: '/atelier', label: words.EDITIONS, waiting: words.EDITIONS_NOTE },
    ],
  };
};
