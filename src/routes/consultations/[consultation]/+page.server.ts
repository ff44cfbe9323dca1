import type { PageServerLoad } from './$types';
import { consultationFigures, measuresInList } from '#server/storage/consultation-pages.ts';
import { wordsBefore } from '#ui/consultation/words-before.ts';
import { editionById } from '#server/charters.ts';
import { consultationAsked, headOf } from '../consultation-asked.ts';

/** Three queries, four for whoever takes part, whatever was voted and written. */
export const load: PageServerLoad = async (event) => {
  const asked = await consultationAsked(event);
  const { db, consultation, now } = asked;
  const [figures, measures] = await Promise.all([
    consultationFigures(db, consultation.id),
    measuresInList(db, consultation.id),
  ]);
  return {
    head: headOf(asked),
    words: consultation.words,
    figures,
    now,
    said: event.url.searchParams.has('participe') ? 'took-part' : event.url.searchParams.has('deja') ? 'again' : null,
    measures: measures.map(({ id, number, words, origins, change, contributions }) => ({
      id,
      number,
      title: words?.title ?? wordsBefore({ origins }, editionById)?.title ?? '',
      change,
      contributions,
    })),
  } as const;
};
