/**
 * The way into a collective for every act on it: it is found and held, then the gate asked. A collective that sleeps
 * wakes with the first act of one of its members.
 */
import { pass, type Act, type Actor, type NotAllowed, type Role } from '#domain/access/gate.ts';
import type { Collective } from '#domain/collective/collective.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { withHiddenSigns } from '#domain/shared/shown-signs.ts';
import type { Stores } from '../stores.ts';

export type CannotEnterCollective = NotAllowed | { readonly kind: 'unknown-collective' };

export type Entered = {
  readonly collective: Collective;
  /** What allowed it: the actor of the event. */
  readonly role: Role;
  /** What the journal keeps of who acted: the id of an account, the name of an operator or of a job; '' for anyone. */
  readonly by: string;
};

/** `person`: whom the thing concerned belongs to. */
export async function enterCollective(
  stores: Stores,
  actor: Actor,
  { act, collective: id, person }: { readonly act: Act; readonly collective: number; readonly person?: string },
): Promise<Result<Entered, CannotEnterCollective>> {
  const collective = await stores.collectives.lock(id);
  if (collective === null) return refuse({ kind: 'unknown-collective' });
  const concerns = { collectives: [id], places: collective.places, ...(person === undefined ? {} : { person }) };
  const passed = pass(actor, { act, state: collective.state, concerns });
  if (!passed.ok) return passed;
  return accept({ collective, role: passed.value, by: byOf(actor) });
}

/** Last in its transaction. `says` holds no name and no address: the numbers of accounts, which mean nothing once erased. */
export async function record(
  stores: Stores,
  { collective, role, by }: Entered,
  { act, says = {}, at }: { readonly act: Act; readonly says?: { readonly [key: string]: Json }; readonly at: Date },
): Promise<void> {
  const subject = { kind: 'collective', id: collective.id } as const;
  const ofMember = role === 'collective-member' || role === 'collective-coordinator';
  if (ofMember && collective.state === 'dormant') {
    await stores.collectives.wake(collective.id);
    await stores.journal.append({ at, act: 'wake-collective', actor: role, subject, says: { by } });
  }
  await stores.journal.append({ at, act, actor: role, subject, says: { by, ...says } });
}

export function byOf(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return actor.id;
    case 'operator':
    case 'job':
      return actor.name;
    default:
      return '';
  }
}

export function named({ id, slug, name }: Collective): { id: number; slug: string; name: string } {
  return { id, slug, name };
}

/** Why a text that somebody typed is not taken. `most` in characters. */
export type BadText = {
  readonly kind: 'text-missing' | 'text-too-long';
  readonly field: string;
  readonly most: number;
};

/**
 * Without the spaces around it, one form for each letter, no control sign but line ends; nothing in it turns words around or
 * hides some: such a sign is shown, as `[U+202E]`.
 */
export function readText(
  typed: string,
  { field, most, optional = false }: { readonly field: string; readonly most: number; readonly optional?: boolean },
): Result<string, BadText> {
  const text = withHiddenSigns(
    typed
      .normalize('NFC')
      .replace(/[^\P{Cc}\n\t]/gu, '')
      .trim(),
  );
  if (text === '' && !optional) return refuse({ kind: 'text-missing', field, most });
  if ([...text].length > most) return refuse({ kind: 'text-too-long', field, most });
  return accept(text);
}
