import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { consultedName, wordsBefore } from '#domain/consultation/consulted-name.ts';
import { spotsOf } from '#domain/consultation/contribution.ts';
import { sameMeasure } from '#domain/workbench/change.ts';
import { editionById } from '#server/charters.ts';
import { pastFigures } from '#server/past-campaign.ts';
import { consultedBesideDraft } from '#server/storage/consultation-pages.ts';
import { ownVotes } from '#server/storage/consultation-votes.ts';
import { contributionsShown } from '#server/storage/contribution-pages.ts';
import { idIn } from '#ui/addresses.ts';
import { comparedMeasure, plainMeasure } from '#ui/consultation/compared-measure.ts';
import { askedAfter } from '#ui/paging/page-after.ts';
import { consultationAsked, headOf } from '../../../consultation-asked.ts';
import { contributeAction } from '../../../contribute-action.ts';
import { voteAction } from '../../../vote-action.ts';

/** Six queries, eight for whoever takes part, whatever was voted and written. */
export const load: PageServerLoad = async (event) => {
  const asked = await consultationAsked(event);
  const { db, consultation, participation } = asked;
  const id = idIn(event.params.measure) ?? error(404);
  const measure = (await consultedBesideDraft(db, { consultation: consultation.id, id })) ?? error(404);
  const [origin] = measure.origins;
  const after = askedAfter(event.url, 'apres');
  const [contributions, votes, past] = await Promise.all([
    contributionsShown(db, {
      consultation: consultation.id,
      measure: id,
      own: participation?.id ?? 0,
      ...(after === null ? {} : { after }),
    }),
    participation === null ? null : ownVotes(db, participation.id),
    origin === undefined ? null : pastFigures(db, origin),
  ]);
  const before = wordsBefore(measure, editionById);
  const { words, now } = measure;
  const moved = words !== null && now !== undefined && now !== null && !sameMeasure(words, now);
  return {
    head: headOf(asked),
    measure: {
      id,
      name: consultedName(measure, editionById),
      change: measure.change,
      reason: measure.reason,
      isRemoved: words === null,
      parts:
        words === null
          ? before === null
            ? []
            : plainMeasure(before)
          : before === null
            ? plainMeasure(words)
            : comparedMeasure(before, words),
      since: moved ? comparedMeasure(words, now).filter(({ isChanged }) => isChanged) : [],
      isGone: now === undefined || (words !== null && now === null),
      spots: words === null ? [] : spotsOf(words),
      own: votes?.get(`m${id}`) ?? null,
    },
    past,
    contributions,
    asked:
      words === null
        ? null
        : (spotsOf(words).find(({ spot }) => spot === event.url.searchParams.get('partie')) ?? null),
    voted: event.url.searchParams.has('vote'),
  };
};

export const actions: Actions = {
  voter: voteAction,
  commenter: (event) => contributeAction(event, { kind: 'comment', measure: idIn(event.params.measure) ?? 0 }),
  amender: (event) => contributeAction(event, { kind: 'amendment', measure: idIn(event.params.measure) ?? 0 }),
};
