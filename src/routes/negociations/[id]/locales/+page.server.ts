import type { Actions, PageServerLoad } from './$types';
import { itemShown } from '#ui/negotiation/item-shown.ts';
import { versionsByItem } from '#ui/negotiation/versions.ts';
import { answerActions } from '../answer-actions.ts';
import { enterPage } from '../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { edition, known, frame, stores, negotiation } = await enterPage(event);
  const locals = known.locals.map((local) => ({
    number: local.number,
    by: frame.names[local.side],
    related: local.relatedMeasures.flatMap(
      (number) => edition.measures.find((measure) => measure.number === number) ?? [],
    ),
    shown: itemShown(known.words, { kind: 'local', number: local.number }, local.text),
  }));
  const sayings = await stores.negotiations.sayingsOn(
    negotiation.id,
    locals.map(({ shown }) => shown.key),
  );
  return {
    frame,
    locals: locals.map(({ related, ...local }) => ({
      ...local,
      related: related.map(({ number, title }) => ({ number, title })),
    })),
    versions: versionsByItem(sayings, edition, known.locals),
    done: event.url.searchParams.get('fait'),
  };
};

export const actions: Actions = answerActions;
