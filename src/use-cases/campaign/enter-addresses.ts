/** E-mail addresses that lists and town halls give to everybody, entered by the operator or the national team. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { readEmail } from '#domain/shared/email.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { codeOf } from '#domain/shared/place.ts';
import type { Stores } from '../stores.ts';
import type { AddressOwner } from './campaign-store.ts';
import { signerOf } from './find-request.ts';

/** `line` of the file, when there is one. */
export type TypedAddress = {
  readonly line: number;
  readonly owner: AddressOwner;
  readonly email: string;
  readonly source: string;
};
export type AddressProblem = {
  readonly line: number;
  readonly kind: 'not-an-email' | 'unknown-owner' | 'source-missing';
};
export type CannotEnterAddresses =
  NotAllowed | { readonly kind: 'address-problems'; readonly problems: readonly AddressProblem[] };

/** All or none: every problem is told at once. Those that are there already count as known. */
export async function enterAddresses(
  stores: Stores,
  actor: Actor,
  addresses: readonly TypedAddress[],
  now: Date,
): Promise<Result<{ readonly added: number; readonly known: number }, CannotEnterAddresses>> {
  const passed = pass(actor, { act: 'enter-address', state: 'none' });
  if (!passed.ok) return passed;
  return await stores.together(async (all): Promise<Result<{ added: number; known: number }, CannotEnterAddresses>> => {
    const problems: AddressProblem[] = [];
    let added = 0;
    for (const { line, owner, email: typed, source } of addresses) {
      const email = readEmail(typed);
      const exists =
        'list' in owner ? (await all.campaign.findList(owner.list)) !== null : await all.places.exists(owner.place);
      if (email === null) problems.push({ line, kind: 'not-an-email' });
      if (!exists) problems.push({ line, kind: 'unknown-owner' });
      if (source.trim() === '') problems.push({ line, kind: 'source-missing' });
      if (email === null || !exists || problems.length > 0) continue;
      const isNew = await all.campaign.keepAddress(
        { ...owner, email, source: source.trim().slice(0, 300) },
        { by: signerOf(actor), at: now },
      );
      if (!isNew) continue;
      added += 1;
      await all.journal.append({
        at: now,
        act: 'enter-address',
        actor: passed.value,
        subject:
          'list' in owner ? { kind: 'candidate-list', id: owner.list } : { kind: 'place', id: codeOf(owner.place) },
        // The address is public, and still not for the journal: it stands in its table, where it can be corrected.
        says: { by: signerOf(actor), source: source.trim().slice(0, 300) },
      });
    }
    return problems.length > 0
      ? refuse({ kind: 'address-problems', problems })
      : accept({ added, known: addresses.length - added });
  });
}
