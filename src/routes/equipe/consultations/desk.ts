/**
 * The doors of the desk of consultations: the national team's for all of them, a coordinator's for those on the local editions of
 * their collective. To anybody else it is not there.
 */
import { error, type RequestEvent } from '@sveltejs/kit';
import { pass, type Person } from '#domain/access/gate.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { runtime, type Runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { idIn } from '#ui/addresses.ts';
import { concernsOf } from '#use-cases/consultation/enter-consultation.ts';
import type { Stores } from '#use-cases/stores.ts';

type Asking = Pick<RequestEvent, 'request' | 'cookies' | 'url'>;
type Desk = Runtime & { readonly person: Person; readonly stores: Stores };

/** `of`: the collectives whose local editions alone are shown; null: every edition. */
export async function enterDesk(event: Asking): Promise<Desk & { readonly of: readonly number[] | null }> {
  const person = await requirePerson(event);
  const opened = await runtime();
  const desk = { ...opened, person, stores: storesOn(opened.db) };
  if (pass(person, DESK).ok) return { ...desk, of: null };
  const of = person.holds.flatMap((holding) => (holding.role === 'collective-coordinator' ? [holding.collective] : []));
  if (!pass(person, { ...DESK, concerns: { collectives: of } }).ok) error(404);
  return { ...desk, of };
}

export async function enterDeskOf(
  event: Asking & { readonly params: { readonly consultation: string } },
): Promise<Desk & { readonly consultation: Consultation }> {
  const person = await requirePerson(event);
  const opened = await runtime();
  const stores = storesOn(opened.db);
  const consultation = (await stores.consultations.find(idIn(event.params.consultation) ?? error(404))) ?? error(404);
  if (!pass(person, { ...DESK, concerns: concernsOf(consultation) }).ok) error(404);
  return { ...opened, person, stores, consultation };
}

const DESK = { act: 'see-consultation-desk', state: 'none' } as const;
