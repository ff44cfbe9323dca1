import type { PageServerLoad } from './$types';
import { phaseOf } from '#domain/consultation/consultation.ts';
import { runtime } from '#server/runtime.ts';
import { consultationLines } from '#server/storage/consultation-lists.ts';
import { askedAfter, olderIn } from '#ui/paging/page-after.ts';

/** The country's first, then those of collectives: each its own list, page by page. */
export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const now = new Date();
  const [national, local] = await Promise.all([
    consultationLines(db, { of: 'country', before: askedAfter(url, 'avant') }),
    consultationLines(db, { of: 'collectives', before: askedAfter(url, 'locales') }),
  ]);
  const shown = ({ consultations, next }: typeof national, name: string) => ({
    consultations: consultations.map((one) => ({
      id: one.id,
      title: one.title,
      opensOn: one.opensOn,
      closesOn: one.closesOn,
      collective: one.collective,
      phase: phaseOf(one, now),
    })),
    older: olderIn(url, name, next),
  });
  return { national: shown(national, 'avant'), local: shown(local, 'locales') };
};
