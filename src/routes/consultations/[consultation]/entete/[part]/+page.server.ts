import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { consultedName } from '#domain/consultation/consulted-name.ts';
import { spotsOfPart } from '#domain/consultation/head-part.ts';
import { comparedWords } from '#domain/pact/compared-words.ts';
import { editionById } from '#server/charters.ts';
import { ownVotes } from '#server/storage/consultation-votes.ts';
import { consultedMeasure } from '#server/storage/consultations.ts';
import { contributionsShown } from '#server/storage/contribution-pages.ts';
import { idIn } from '#ui/addresses.ts';
import { comparedPart } from '#ui/consultation/compared-measure.ts';
import { partSays } from '#ui/messages/consultation-head.fr.ts';
import { askedAfter } from '#ui/paging/page-after.ts';
import { consultationAsked, headOf } from '../../../consultation-asked.ts';
import { contributeAction } from '../../../contribute-action.ts';
import { voteAction } from '../../../vote-action.ts';

/** Three queries, five for whoever takes part. */
export const load: PageServerLoad = async (event) => {
  const asked = await consultationAsked(event);
  const { db, consultation, participation } = asked;
  const id = idIn(event.params.part) ?? error(404);
  const after = askedAfter(event.url, 'apres');
  const [found, contributions, votes] = await Promise.all([
    consultedMeasure(db, { consultation: consultation.id, id }),
    contributionsShown(db, {
      consultation: consultation.id,
      measure: id,
      own: participation?.id ?? 0,
      ...(after === null ? {} : { after }),
    }),
    participation === null ? null : ownVotes(db, participation.id),
  ]);
  if (found === null || found.part === null) error(404);
  const { part } = found;
  const spots = spotsOfPart(part);
  return {
    head: headOf(asked),
    part: {
      id,
      name: consultedName(found, editionById),
      change: found.change,
      reason: found.reason,
      parts: comparedPart(part),
      /** Rules and themes, which are no words of the charter. */
      says: comparedWords(partSays(part, 'before') || partSays(part, 'now'), partSays(part, 'now')),
      spots,
      own: votes?.get(`m${id}`) ?? null,
    },
    contributions,
    asked: spots.find(({ spot }) => spot === event.url.searchParams.get('partie')) ?? null,
    voted: event.url.searchParams.has('vote'),
  };
};

export const actions: Actions = {
  voter: voteAction,
  commenter: (event) => contributeAction(event, { kind: 'comment', measure: idIn(event.params.part) ?? 0 }),
  amender: (event) => contributeAction(event, { kind: 'amendment', measure: idIn(event.params.part) ?? 0 }),
};
