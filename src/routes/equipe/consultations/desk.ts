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
import { concernsOf, stateIn } from '#use-cases/consultation/enter-consultation.ts';
import type { Stores } from '#use-cases/stores.ts';

type Asking = Pick<RequestEvent, 'request' | 'cookies' | 'url'>;
type Desk = Runtime & { readonly person: Person; readonly stores: Stores };

type Shown = {
  /** The collectives whose local editions alone are shown; null: every edition. */
  readonly of: readonly number[] | null;
  /** Those whose drafts this person may announce on. */
  readonly coordinates: readonly number[];
};

export async function enterDesk(event: Asking): Promise<Desk & Shown> {
  const person = await requirePerson(event);
  const opened = await runtime();
  const desk = { ...opened, person, stores: storesOn(opened.db) };
  const coordinates = person.holds.flatMap((holding) =>
    holding.role === 'collective-coordinator' ? [holding.collective] : [],
  );
  if (pass(person, DESK).ok) return { ...desk, of: null, coordinates };
  if (!pass(person, { ...DESK, concerns: { collectives: coordinates } }).ok) error(404);
  return { ...desk, of: coordinates, coordinates };
}

export async function enterDeskOf(
  event: Asking & { readonly params: { readonly consultation: string } },
): Promise<Desk & { readonly consultation: Consultation; readonly runs: boolean }> {
  const person = await requirePerson(event);
  const opened = await runtime();
  const stores = storesOn(opened.db);
  const consultation = (await stores.consultations.find(idIn(event.params.consultation) ?? error(404))) ?? error(404);
  const concerns = concernsOf(consultation);
  if (!pass(person, { ...DESK, concerns }).ok) error(404);
  const state = stateIn(consultation, 'consultation-open');
  // Whoever moderates one that is not theirs answers nothing in it.
  const runs = pass(person, { act: 'answer-contribution', state, concerns }).ok;
  return { ...opened, person, stores, consultation, runs };
}

const DESK = { act: 'see-consultation-desk', state: 'none' } as const;
