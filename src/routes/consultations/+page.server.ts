import type { PageServerLoad } from './$types';
import { phaseOf } from '#domain/consultation/consultation.ts';
import { runtime } from '#server/runtime.ts';
import { allConsultations } from '#server/storage/consultations.ts';

export const load: PageServerLoad = async () => {
  const { db } = await runtime();
  const now = new Date();
  const consultations = await allConsultations(db);
  return {
    consultations: consultations.map((one) => ({
      id: one.id,
      title: one.title,
      opensOn: one.opensOn,
      closesOn: one.closesOn,
      phase: phaseOf(one, now),
    })),
  };
};
