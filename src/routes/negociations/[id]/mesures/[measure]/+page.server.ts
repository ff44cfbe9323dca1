import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { numberIn } from '#ui/addresses.ts';
import { measurePage } from '#ui/negotiation/measure-page.ts';
import { versionsByItem } from '#ui/negotiation/versions.ts';
import { itemsOfMeasure, keyOf } from '#domain/negotiation/item.ts';
import { answerActions } from '../../answer-actions.ts';
import { enterPage } from '../../enter.ts';

export const load: PageServerLoad = async (event) => {
  const entered = await enterPage(event);
  const { edition, known, frame, stores, negotiation } = entered;
  const number = numberIn(event.params.measure);
  const measure = edition.measures.find((one) => one.number === number) ?? error(404);
  const keys = [...itemsOfMeasure(measure), { kind: 'remark', measure: measure.number } as const].map(keyOf);
  const [sayings, comments, previous] = await Promise.all([
    stores.negotiations.sayingsOn(negotiation.id, keys),
    stores.negotiations.comments(negotiation.id),
    negotiation.startingPoint.kind === 'previous-pact'
      ? stores.negotiations.pactSaid(negotiation.startingPoint.pact)
      : null,
  ]);
  return {
    frame,
    page: measurePage(measure, { words: known.words, frame, edition, previous, pact: negotiation.startingPoint }),
    versions: versionsByItem(sayings, edition, known.locals),
    comments: comments.filter((comment) => comment.measure === measure.number),
    mayComment: entered.may('comment-negotiation'),
    done: event.url.searchParams.get('fait'),
  };
};

export const actions: Actions = answerActions;
