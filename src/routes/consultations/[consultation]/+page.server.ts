import type { PageServerLoad } from './$types';
import { consultedName } from '#domain/consultation/consulted-name.ts';
import { consultationFigures, measuresInList } from '#server/storage/consultation-pages.ts';
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
  const consulted = measures.map((measure) => ({
    id: measure.id,
    name: consultedName(measure, editionById),
    change: measure.change,
    contributions: measure.contributions,
  }));
  return {
    head: headOf(asked),
    words: consultation.words,
    figures,
    now,
    said: event.url.searchParams.has('participe') ? 'took-part' : event.url.searchParams.has('deja') ? 'again' : null,
    parts: consulted.filter(({ name }) => name.part !== null),
    measures: consulted.filter(({ name }) => name.part === null),
  } as const;
};
