/** A copy of everything kept about oneself, and the end of an account. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { ERASERS } from './erasers.ts';
import { KEPT_ABOUT } from './kept-about.ts';

export async function exportAccount(
  stores: Stores,
  actor: Actor,
  { person }: { readonly person: string },
): Promise<Result<Json, NotAllowed>> {
  const passed = pass(actor, { act: 'export-account', state: 'none', concerns: { person } });
  if (!passed.ok) return passed;
  const account = await stores.accounts.find(person);
  if (account === null) return refuse({ kind: 'not-allowed', act: 'export-account' });
  const parts: Record<string, Json> = {};
  for (const { key, read } of KEPT_ABOUT) parts[key] = await read(stores, { person, email: account.email });
  return accept(parts);
}

/** What must be typed, so that nobody erases an account by a slip of the hand. */
export const TYPED_TO_ERASE = 'EFFACER';

export type CannotErase = NotAllowed | { readonly kind: 'not-confirmed' };

/**
 * The account, its sessions and what each subject holds go at once. The journal keeps that an account was erased, and its
 * earlier events lose their words: the chain still verifies. What was signed in public stays, under the name signed there.
 */
export async function eraseAccount(
  stores: Stores,
  actor: Actor,
  { person, typed }: { readonly person: string; readonly typed: string },
  now: Date,
): Promise<Result<null, CannotErase>> {
  const passed = pass(actor, { act: 'erase-account', state: 'none', concerns: { person } });
  if (!passed.ok) return passed;
  if (typed.trim().toUpperCase() !== TYPED_TO_ERASE) return refuse({ kind: 'not-confirmed' });
  return await stores.together<null, CannotErase>(async (all) => {
    const account = await all.accounts.find(person);
    if (account === null) return refuse({ kind: 'not-allowed', act: 'erase-account' });
    for (const erase of ERASERS) await erase(all, { person, email: account.email }, now);
    await all.accounts.erase(person);
    await all.mail.queue({ to: account.email, content: { kind: 'account-erased' }, at: now });
    await all.journal.eraseWordsAbout({ kind: 'person', id: person }, now);
    await all.journal.append({
      at: now,
      act: 'erase-account',
      actor: passed.value,
      subject: { kind: 'person', id: person },
      says: {},
    });
    return accept(null);
  });
}
