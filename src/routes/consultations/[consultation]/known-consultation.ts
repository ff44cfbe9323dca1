/** The consultation of an address, for its files. */
import { error } from '@sveltejs/kit';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { runtime } from '#server/runtime.ts';
import type { Db } from '#server/storage/connection.ts';
import { findConsultation } from '#server/storage/consultations.ts';
import { idIn } from '#ui/addresses.ts';

type Asked = { readonly consultation: string };

export async function knownConsultation(
  params: Asked,
): Promise<{ readonly db: Db; readonly consultation: Consultation }> {
  const { db } = await runtime();
  const id = idIn(params.consultation) ?? error(404);
  return { db, consultation: (await findConsultation(db, id, 'none')) ?? error(404) };
}

/** 404 before the count: nothing is told of votes until then. */
export async function countedConsultation(params: Asked) {
  const { db, consultation } = await knownConsultation(params);
  return { db, consultation, count: consultation.count ?? error(404) };
}
