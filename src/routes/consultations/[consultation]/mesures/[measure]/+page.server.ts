import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { consultedName, wordsOfOrigins } from '#domain/consultation/consulted-name.ts';
import { spotsOf } from '#domain/consultation/contribution.ts';
import { sameMeasure, wordsBefore } from '#domain/workbench/change.ts';
import type { MeasureWords, Origin } from '#domain/workbench/draft.ts';
import { editionById } from '#server/charters.ts';
import { editionNamed } from '#server/edition-names.ts';
import { pastFigures } from '#server/past-campaign.ts';
import { consultedBesideDraft } from '#server/storage/consultation-pages.ts';
import { ownVotes } from '#server/storage/consultation-votes.ts';
import { contributionsShown } from '#server/storage/contribution-pages.ts';
import { idIn } from '#ui/addresses.ts';
import { comparedMeasure, plainMeasure } from '#ui/consultation/compared-measure.ts';
import { pastAddress } from '#ui/consultation/past-shown.ts';
import { measureTitle } from '#ui/messages/consultation.fr.ts';
import { pastOf } from '#ui/messages/workbench.fr.ts';
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
  const [origin, ...others] = measure.origins;
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
  const wordsOf = wordsOfOrigins(editionById);
  const before = wordsBefore(measure, wordsOf);
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
      parts: words === null ? before.slice(0, 1).flatMap((was) => plainMeasure(was)) : comparedMeasure(before, words),
      // It stands for several: each by its name, at what became of it.
      unites: measure.change === 'merged' ? measure.origins.flatMap((one) => former(one, wordsOf(one))) : [],
      since: moved ? comparedMeasure([words], now).filter(({ isChanged }) => isChanged) : [],
      isGone: now === undefined || (words !== null && now === null),
      spots: words === null ? [] : spotsOf(words),
      own: votes?.get(`m${id}`) ?? null,
    },
    past,
    pastElsewhere: others.map((one) => ({
      href: pastAddress(one),
      label: pastOf(editionNamed(one.edition), one.measure),
    })),
    contributions,
    asked:
      words === null
        ? null
        : (spotsOf(words).find(({ spot }) => spot === event.url.searchParams.get('partie')) ?? null),
    voted: event.url.searchParams.has('vote'),
  };
};

function former(origin: Origin, words: MeasureWords | null) {
  const name = { number: origin.measure, isFormer: true, title: words?.title ?? '', part: null };
  return words === null ? [] : [{ href: pastAddress(origin), label: measureTitle(name) }];
}

export const actions: Actions = {
  voter: voteAction,
  commenter: (event) => contributeAction(event, { kind: 'comment', measure: idIn(event.params.measure) ?? 0 }),
  amender: (event) => contributeAction(event, { kind: 'amendment', measure: idIn(event.params.measure) ?? 0 }),
};
