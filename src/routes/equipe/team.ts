/** The door of every page of the national team: to anybody else they are not there. A layout alone would not guard the acts. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { pass, type Act, type Person } from '#domain/access/gate.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { runtime, type Runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import type { Stores } from '#use-cases/stores.ts';

export async function enterTeam(
  event: Pick<RequestEvent, 'request' | 'cookies' | 'url'>,
  /** What the page shows. */
  act: Extract<
    Act,
    | 'see-role-requests'
    | 'see-collectives-to-help'
    | 'see-crosswalk'
    | 'see-national-committees'
    | 'see-partner-requests'
    | 'see-consultation-desk'
    | 'see-entries'
  > = 'see-role-requests',
): Promise<Runtime & { readonly person: Person; readonly stores: Stores }> {
  const person = await requirePerson(event);
  if (!pass(person, { act, state: 'none' }).ok) error(404);
  const opened = await runtime();
  return { ...opened, person, stores: storesOn(opened.db) };
}
