/** The way into every page of a consultation: which one, in what state, and who asks as far as their browser shows it. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#domain/access/gate.ts';
import { phaseOf, type Consultation, type ConsultationPhase } from '#domain/consultation/consultation.ts';
import type { Participation } from '#domain/consultation/kept.ts';
import { participantOf } from '#server/http/participation.ts';
import { runtime } from '#server/runtime.ts';
import type { Db } from '#server/storage/connection.ts';
import { consultingCollective, type ConsultingCollective } from '#server/storage/consultation-lists.ts';
import { storesOn } from '#server/stores.ts';
import { idIn } from '#ui/addresses.ts';
import type { Stores } from '#use-cases/stores.ts';

export type ConsultationAsked = {
  readonly db: Db;
  readonly stores: Stores;
  readonly consultation: Consultation;
  /** Who consults, and where; null: the country. */
  readonly collective: ConsultingCollective | null;
  readonly phase: ConsultationPhase;
  readonly actor: Actor;
  /** Null: this browser confirmed no address here. */
  readonly participation: Participation | null;
  readonly now: Date;
};

/** One query more of a collective's, and one more for whoever takes part. Before the count nothing is kept by a cache: it changes at the press of a button. */
export async function consultationAsked(
  event: Pick<RequestEvent, 'cookies' | 'request' | 'setHeaders'> & {
    readonly params: { readonly consultation: string };
  },
): Promise<ConsultationAsked> {
  const { db } = await runtime();
  const stores = storesOn(db);
  const id = idIn(event.params.consultation) ?? error(404);
  const actor = participantOf(event, id);
  const [consultation, participation] = await Promise.all([
    stores.consultations.find(id),
    actor.kind === 'participant' ? stores.consultations.participation({ consultation: id, token: actor.token }) : null,
  ]);
  if (consultation === null) error(404);
  const collective = await consultingCollective(db, consultation.collective);
  const now = new Date();
  const phase = phaseOf(consultation, now);
  if (phase !== 'consultation-counted' && event.request.method !== 'POST')
    event.setHeaders({ 'cache-control': 'no-store' });
  return { db, stores, consultation, collective, phase, actor, participation, now };
}

/** What every page of it shows at its head. */
export function headOf({ consultation, collective, phase, participation }: ConsultationAsked) {
  const { id, title, opensOn, closesOn, closesAt, cancelled } = consultation;
  const takesPart = participation !== null && !participation.withdrawn;
  return { id, title, opensOn, closesOn, closesAt, cancelled, collective, phase, takesPart };
}
export type ConsultationHead = ReturnType<typeof headOf>;
