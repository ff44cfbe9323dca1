import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { numberIn } from '#ui/addresses.ts';
import { measurePage } from '#ui/negotiation/measure-page.ts';
import { enterPage } from '../enter.ts';

/** One measure at a time, large, for a room. `?mesure=12`; without it, the first. */
export const load: PageServerLoad = async (event) => {
  const { edition, known, frame, negotiation } = await enterPage(event);
  const number = numberIn(event.url.searchParams.get('mesure') ?? '');
  const measure = edition.measures.find((one) => one.number === number) ?? edition.measures[0];
  if (measure === undefined) redirect(303, frame.home);
  return {
    frame,
    page: measurePage(measure, { words: known.words, frame, edition, previous: null, pact: negotiation.startingPoint }),
    position: edition.measures.indexOf(measure) + 1,
    of: edition.measures.length,
  };
};
