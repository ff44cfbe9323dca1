/** The way into an organisation for every act on it: it is found and held, then the gate asked. */
import { pass, type Act, type Actor, type NotAllowed, type Role } from '#domain/access/gate.ts';
import type { Organisation } from '#domain/partners/organisation.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { JournalSubject } from '#domain/shared/journal-subject.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { byOf } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';

export type CannotEnterOrganisation = NotAllowed | { readonly kind: 'unknown-organisation' };

export type InOrganisation = { readonly organisation: Organisation; readonly role: Role };

export async function enterOrganisation(
  all: Stores,
  actor: Actor,
  { act, organisation: id }: { readonly act: Act; readonly organisation: number },
): Promise<Result<InOrganisation, CannotEnterOrganisation>> {
  const organisation = await all.partners.lock(id);
  if (organisation === null) return refuse({ kind: 'unknown-organisation' });
  const passed = pass(actor, { act, state: organisation.state, concerns: { organisations: [id] } });
  return passed.ok ? accept({ organisation, role: passed.value }) : passed;
}

/** `says` holds no name and no address of anybody: the numbers of accounts, which mean nothing once erased. */
export async function tellJournal(
  all: Stores,
  actor: Actor,
  event: {
    readonly act: Act;
    readonly role: Role;
    readonly subject: JournalSubject;
    readonly says?: { readonly [key: string]: Json };
    readonly at: Date;
  },
): Promise<void> {
  const { act, role, subject, says = {}, at } = event;
  await all.journal.append({ at, act, actor: role, subject, says: { by: byOf(actor), ...says } });
}
