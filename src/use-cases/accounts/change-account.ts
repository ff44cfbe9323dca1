/** A person changes what their account says of them, or ends sessions. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { readEmail, sameEmail } from '#domain/shared/email.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { askProof } from '../proofs/ask-proof.ts';
import type { CannotAskProof, CannotUseProof } from '../proofs/proof-refusals.ts';
import { withProof } from '../proofs/use-proof.ts';
import type { Stores } from '../stores.ts';

export const NAME_LIMIT = 100;

export type CannotChangeName = NotAllowed | { readonly kind: 'name-too-long' | 'name-unreadable' };

/** '' takes the name back. */
export async function changeName(
  stores: Stores,
  actor: Actor,
  { person, name: typed }: { readonly person: string; readonly name: string },
  now: Date,
): Promise<Result<{ readonly name: string }, CannotChangeName>> {
  const passed = pass(actor, { act: 'change-name', state: 'none', concerns: { person } });
  if (!passed.ok) return passed;
  const name = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
  if ([...name].length > NAME_LIMIT) return refuse({ kind: 'name-too-long' });
  // What cannot be seen could make a name look like another one.
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u.test(name)) return refuse({ kind: 'name-unreadable' });
  await stores.accounts.rename(person, name, now);
  return accept({ name });
}

export type CannotChangeEmail =
  NotAllowed | CannotAskProof | CannotUseProof | { readonly kind: 'same-email' | 'email-taken' };

/** A code goes to the new address. */
export async function askToChangeEmail(
  stores: Stores,
  actor: Actor,
  { person, email: typed }: { readonly person: string; readonly email: string },
  now: Date,
): Promise<Result<{ readonly proof: string }, CannotChangeEmail>> {
  const passed = pass(actor, { act: 'change-email', state: 'none', concerns: { person } });
  if (!passed.ok) return passed;
  const account = await stores.accounts.find(person);
  const email = readEmail(typed);
  if (account !== null && email !== null && sameEmail(account.email, email)) return refuse({ kind: 'same-email' });
  return await askProof(stores, { email: typed, purpose: { kind: 'change-email', id: person } }, now);
}

/** The former address is told, so that its owner can object; the journal holds neither. */
export async function changeEmail(
  stores: Stores,
  actor: Actor,
  { person, proof, code }: { readonly person: string; readonly proof: string; readonly code: string },
  now: Date,
): Promise<Result<{ readonly email: string }, CannotChangeEmail>> {
  const passed = pass(actor, { act: 'change-email', state: 'none', concerns: { person } });
  if (!passed.ok) return passed;
  const asked = { proof, code, purpose: { kind: 'change-email', id: person } } as const;
  return await withProof<{ email: string }, CannotChangeEmail>(stores, asked, now, async (all, { email }) => {
    const before = await all.accounts.find(person);
    // Said only to somebody who just proved that the address is theirs.
    if (before === null || !(await all.accounts.changeEmail(person, email, now))) {
      return refuse({ kind: 'email-taken' });
    }
    const domain = email.slice(email.lastIndexOf('@') + 1);
    await all.mail.queue({ to: before.email, content: { kind: 'email-changed', domain }, at: now });
    await all.journal.append({
      at: now,
      act: 'change-email',
      actor: passed.value,
      subject: { kind: 'person', id: person },
      says: {},
    });
    return accept({ email });
  });
}

/** One session, or every other than the one that asks (`allBut: null`: every one). */
export async function endSessions(
  stores: Stores,
  actor: Actor,
  { person, which }: { readonly person: string; readonly which: { only: string } | { allBut: string | null } },
): Promise<Result<{ readonly ended: number }, NotAllowed>> {
  const passed = pass(actor, { act: 'end-session', state: 'none', concerns: { person } });
  if (!passed.ok) return passed;
  return accept({ ended: await stores.accounts.endSessions(person, which) });
}
