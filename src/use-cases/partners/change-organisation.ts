/** An organisation is called otherwise, moves its site, or says otherwise what it does: what it said before is kept and shown. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { readOrganisation, type BadOrganisation, type OrganisationTyped } from './ask-partnership.ts';
import { enterOrganisation, tellJournal, type CannotEnterOrganisation } from './enter-organisation.ts';

export type ChangeOrganisation = OrganisationTyped & {
  readonly organisation: number;
  /** As it was when the form was shown. */
  readonly version: number;
};
export type CannotChangeOrganisation =
  | CannotEnterOrganisation
  | BadOrganisation
  | { readonly kind: 'organisation-known'; readonly organisation: number }
  | { readonly kind: 'changed-meanwhile' };

export async function changeOrganisation(
  stores: Stores,
  actor: Actor,
  request: ChangeOrganisation,
  now: Date,
): Promise<Result<null, CannotChangeOrganisation>> {
  const act = 'change-organisation';
  return await stores.together(async (all): Promise<Result<null, CannotChangeOrganisation>> => {
    const entered = await enterOrganisation(all, actor, { act, organisation: request.organisation });
    if (!entered.ok) return entered;
    const { organisation: before, role } = entered.value;
    const words = readOrganisation(request);
    if (!words.ok) return words;
    const { name, website, about } = words.value;
    // Also the second press of one form.
    if (name === before.name && website.href === before.website && about === before.about) return accept(null);
    if (before.version !== request.version) return refuse({ kind: 'changed-meanwhile' });
    const alike = await all.partners.findAlike(words.value, before.id);
    if (alike !== null) return refuse({ kind: 'organisation-known', organisation: alike.id });
    await all.partners.change(before.id, words.value, now);
    await tellJournal(all, actor, {
      act,
      role,
      subject: { kind: 'partner', id: before.id },
      says: { before: { name: before.name, website: before.website }, name, website: website.href, about },
      at: now,
    });
    return accept(null);
  });
}
