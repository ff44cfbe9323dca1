import type { PageServerLoad } from './$types';
import { loadEditions } from '#server/charters.ts';

export const load: PageServerLoad = () => ({
  editions: loadEditions().map(({ id, title, year, source, measures, principles }) => ({
    id,
    title,
    year,
    publisher: source.publisher,
    measures: measures.length,
    principles: principles.length,
  })),
});
