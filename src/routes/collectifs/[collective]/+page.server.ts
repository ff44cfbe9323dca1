import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { optionKey, phaseOf } from '#domain/collective/priority-vote.ts';
import { ADVISED_MEMBERS } from '#domain/collective/collective.ts';
import { editionById, loadEditions } from '#server/charters.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { collectivePage } from '#server/storage/collective-page.ts';
import { collectiveAddress, editionAddress } from '#ui/addresses.ts';
import { requestedOn } from '#ui/messages/collectives/collective.fr.ts';
import { reviewLine } from '#ui/review-page/review-line.ts';
import { priorityTitle } from '#ui/collectives/priority-title.ts';
import { collectiveAsked } from './known-collective.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
  const { db, id } = await collectiveAsked(params);
  const now = new Date();
  const page = (await collectivePage(db, { id, now })) ?? error(404);
  const { collective } = page;
  const head = { id, requestedAt: collective.requestedAt, places: page.places };
  // Nothing else is shown of what nobody confirmed: not even its name, which somebody chose alone.
  if (collective.confirmed === null) {
    setHeaders({ 'cache-control': 'no-store' });
    return { ...head, name: requestedOn(collective.requestedAt), address: `/collectifs/${String(id)}`, shown: null };
  }
  const address = collectiveAddress(collective);
  sendOnTo(address, url);
  return {
    ...head,
    name: collective.name,
    address,
    shown: {
      description: collective.description,
      confirmed: collective.confirmed,
      dormantSince: collective.dormantSince,
      closedAt: collective.closed?.at ?? null,
      carried: collective.carried === null ? null : { since: collective.carried.since, by: page.carrier },
      members: page.members,
      few: page.members.count < ADVISED_MEMBERS,
      agenda: page.agenda,
      votes: page.votes
        .map((vote) => ({ id: vote.id, opensOn: vote.opensOn, closesOn: vote.closesOn, phase: phaseOf(vote, now) }))
        .filter(({ phase }) => phase !== 'cancelled'),
      priorities: page.priorities.map((priority) =>
        priority.kind === 'measure'
          ? {
              key: optionKey({ kind: 'measure', number: priority.measure }),
              local: false,
              text: priorityTitle(editionById(priority.edition), priority.measure),
              href: `/chartes/${priority.edition}/mesures/${String(priority.measure)}`,
            }
          : {
              key: `l${String(priority.localMeasure)}`,
              local: true,
              text: page.locals.find(({ id }) => id === priority.localMeasure)?.text ?? '',
              href: null,
            },
      ),
      editions: loadEditions()
        .filter(({ local }) => local?.collective === id)
        .map((edition) => ({ href: editionAddress(edition.id), title: editionName(edition) })),
      pacts: page.pacts,
      negotiations: page.negotiations,
      reviews: page.reviews.map(reviewLine),
    },
  };
};
