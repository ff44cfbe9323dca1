import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { phaseOf } from '#domain/consultation/consultation.ts';
import { seeDomains } from '#use-cases/consultation/look-at-domains.ts';
import { enterDeskOf } from '../../desk.ts';

/** The largest: below are those from where next to nobody came. */
const MOST = 200;

export const load: PageServerLoad = async (event) => {
  const { stores, person, consultation } = await enterDeskOf(event);
  const seen = await seeDomains(stores, person, { consultation: consultation.id });
  if (!seen.ok) error(404);
  return {
    id: consultation.id,
    title: consultation.title,
    phase: phaseOf(consultation, new Date()),
    domains: seen.value.slice(0, MOST),
    all: seen.value.length,
  };
};
