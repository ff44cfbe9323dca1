import type { Actions, PageServerLoad } from './$types';
import { itemShown } from '#ui/negotiation/item-shown.ts';
import { versionsByItem } from '#ui/negotiation/versions.ts';
import { answerActions } from '../answer-actions.ts';
import { enterPage } from '../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { edition, known, frame, stores, negotiation } = await enterPage(event);
  const { id } = negotiation;
  const principles = edition.principles.map(({ letter, title, text }) => ({
    label: `${letter}. ${title}`,
    required: edition.rules.requiredPrinciples.includes(letter),
    shown: itemShown(known.words, { kind: 'principle', letter }, text),
  }));
  const sayings = await stores.negotiations.sayingsOn(
    id,
    principles.map(({ shown }) => shown.key),
  );
  return {
    frame,
    principles,
    seen: Math.max(0, ...principles.map(({ shown }) => shown.seen)),
    versions: versionsByItem(sayings, edition, known.locals),
    done: event.url.searchParams.get('fait'),
  };
};

export const actions: Actions = answerActions;
