/**
 * Who speaks for an organisation: they come and go, rows stay with their days. One of them, or the national team when nobody is left,
 * names the next by the address of an account. The last does not leave an organisation without a voice: they end it, or name another.
 */
import type { Actor, Person } from '#domain/access/gate.ts';
import { NAME_LIMIT, QUALITY_LIMIT } from '#domain/partners/organisation.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';
import { enterOrganisation, tellJournal, type CannotEnterOrganisation } from './enter-organisation.ts';

export type AddRepresentative = { readonly organisation: number; readonly email: string; readonly quality: string };
export type CannotChangeRepresentatives =
  | CannotEnterOrganisation
  | BadText
  | { readonly kind: 'unknown-account' }
  | { readonly kind: 'represents-already' }
  | { readonly kind: 'unknown-representative' }
  | { readonly kind: 'last-representative' };

const ACT = 'change-representatives';

export async function addRepresentative(
  stores: Stores,
  actor: Actor,
  request: AddRepresentative,
  now: Date,
): Promise<Result<null, CannotChangeRepresentatives>> {
  return await stores.together(async (all): Promise<Result<null, CannotChangeRepresentatives>> => {
    const entered = await enterOrganisation(all, actor, { act: ACT, organisation: request.organisation });
    if (!entered.ok) return entered;
    const quality = readText(request.quality, { field: 'qualite', most: QUALITY_LIMIT });
    if (!quality.ok) return quality;
    const person = await all.roles.personWithEmail(request.email.trim());
    if (person === null) return refuse({ kind: 'unknown-account' });
    const { organisation, role } = entered.value;
    const added = { person, quality: quality.value, shownName: null, at: now };
    if (!(await all.partners.addRepresentative(organisation.id, added))) return refuse({ kind: 'represents-already' });
    const says = { added: person };
    await tellJournal(all, actor, { act: ACT, role, subject: { kind: 'partner', id: organisation.id }, says, at: now });
    return accept(null);
  });
}

export async function endRepresentative(
  stores: Stores,
  actor: Actor,
  request: { readonly organisation: number; readonly representative: number },
  now: Date,
): Promise<Result<null, CannotChangeRepresentatives>> {
  return await stores.together(async (all): Promise<Result<null, CannotChangeRepresentatives>> => {
    const entered = await enterOrganisation(all, actor, { act: ACT, organisation: request.organisation });
    if (!entered.ok) return entered;
    const { organisation, role } = entered.value;
    const there = await all.partners.representatives(organisation.id);
    const leaving = there.find(({ id }) => id === request.representative);
    if (leaving === undefined) return refuse({ kind: 'unknown-representative' });
    if (there.length === 1 && role !== 'national-team') return refuse({ kind: 'last-representative' });
    await all.partners.endRepresentative(leaving.id, now);
    const says = { ended: leaving.person };
    await tellJournal(all, actor, { act: ACT, role, subject: { kind: 'partner', id: organisation.id }, says, at: now });
    return accept(null);
  });
}

/** Each says for themselves whether their name is shown. '' : not. */
export async function showOwnName(
  stores: Stores,
  actor: Person,
  request: { readonly organisation: number; readonly shownName: string },
  now: Date,
): Promise<Result<null, CannotChangeRepresentatives>> {
  const act = 'show-representative';
  return await stores.together(async (all): Promise<Result<null, CannotChangeRepresentatives>> => {
    const entered = await enterOrganisation(all, actor, { act, organisation: request.organisation });
    if (!entered.ok) return entered;
    const shown = readText(request.shownName, { field: 'nom', most: NAME_LIMIT, optional: true });
    if (!shown.ok) return shown;
    const { organisation, role } = entered.value;
    const own = (await all.partners.representatives(organisation.id)).find(({ person }) => person === actor.id);
    if (own === undefined) return refuse({ kind: 'unknown-representative' });
    await all.partners.showRepresentative(own.id, shown.value === '' ? null : shown.value);
    const says = { shown: shown.value !== '' };
    await tellJournal(all, actor, { act, role, subject: { kind: 'partner', id: organisation.id }, says, at: now });
    return accept(null);
  });
}
