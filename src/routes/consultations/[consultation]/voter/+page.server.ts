import type { Actions, PageServerLoad } from './$types';
import { editionById } from '#server/charters.ts';
import { ownVotes } from '#server/storage/consultation-votes.ts';
import { consultedMeasures } from '#server/storage/consultations.ts';
import { wordsBefore } from '#ui/consultation/words-before.ts';
import { consultationAsked, headOf } from '../../consultation-asked.ts';
import { voteAction } from '../../vote-action.ts';

export const load: PageServerLoad = async (event) => {
  const asked = await consultationAsked(event);
  const { db, consultation, participation } = asked;
  const [measures, votes] = await Promise.all([
    consultedMeasures(db, consultation.id),
    participation === null ? null : ownVotes(db, participation.id),
  ]);
  return {
    head: headOf(asked),
    voted: event.url.searchParams.has('vote'),
    measures: measures.map(({ id, number, words, origins, change }) => ({
      id,
      number,
      title: words?.title ?? wordsBefore({ origins }, editionById)?.title ?? '',
      change,
      own: votes?.get(`m${id}`) ?? null,
    })),
  };
};

export const actions: Actions = { default: voteAction };
