/**
 * An organisation is called otherwise, moves its site, or says otherwise what it does: what it said before is kept and shown.
 * While it is voted on, another name or another site is another request: the vote starts anew.
 */
import type { Person } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { hasRule, proofOf, readOrganisation, type BadOrganisation, type OrganisationTyped } from './ask-partnership.ts';
import { enterOrganisation, tellJournal, type CannotEnterOrganisation } from './enter-organisation.ts';
import { tellWaiting } from './partner-mails.ts';

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
  actor: Person,
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
    const moved = website.href !== before.website;
    const proof = moved ? proofOf(await all.accounts.find(actor.id), website) : before.proof;
    await all.partners.change(before.id, { ...words.value, proof, at: now });
    const anew = before.state === 'partner-asked' && (moved || name !== before.name);
    if (anew) {
      await all.partners.dropVotes(before.id);
      const organisation = { id: before.id, name, website: website.href, about, proof };
      await tellWaiting(all, { organisation, hasRule: await hasRule(all, now), at: now });
    }
    await tellJournal(all, actor, {
      act,
      role,
      subject: { kind: 'partner', id: before.id },
      says: { before: { name: before.name, website: before.website }, name, website: website.href, about, proof, anew },
      at: now,
    });
    return accept(null);
  });
}
