import type { Actions, PageServerLoad } from './$types';
import { consultedName } from '#domain/consultation/consulted-name.ts';
import { editionById } from '#server/charters.ts';
import { ownVotes } from '#server/storage/consultation-votes.ts';
import { consultedMeasures } from '#server/storage/consultations.ts';
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
    measures: measures.map((measure) => ({
      id: measure.id,
      name: consultedName(measure, editionById),
      change: measure.change,
      own: votes?.get(`m${measure.id}`) ?? null,
    })),
  };
};

export const actions: Actions = { default: voteAction };
