/**
 * Sign in: prove an address, and enter its account, which is opened when there is none. So nothing tells whether an address
 * was known before, and nobody has to sign up.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { askProof } from '../proofs/ask-proof.ts';
import type { CannotAskProof, CannotUseLink, CannotUseProof } from '../proofs/proof-refusals.ts';
import type { ProofPurpose } from '../proofs/proof-purpose.ts';
import { withLink, withProof, type Proved } from '../proofs/use-proof.ts';
import type { Stores } from '../stores.ts';
import type { Login } from './account-store.ts';

export const SIGN_IN: ProofPurpose = { kind: 'sign-in', id: '' };

export type AskToSignIn = {
  readonly email: string;
  /** The path to go to afterwards. */
  readonly next: string;
  /** Path under which the link of the mail is opened. */
  readonly linkUnder: string;
  /**
   * An identity at another issuer, to be tied to the account once the address is proved. By the code alone, typed where one
   * came back from the issuer: a link would tie it from the mailbox of somebody who asked for nothing.
   */
  readonly login?: Login;
};

export type SignedIn = { readonly person: string; readonly next: string };

export async function askToSignIn(
  stores: Stores,
  actor: Actor,
  { email, next, linkUnder, login }: AskToSignIn,
  now: Date,
): Promise<Result<{ readonly proof: string }, CannotAskProof | NotAllowed>> {
  const passed = pass(actor, { act: 'sign-in', state: 'none' });
  if (!passed.ok) return passed;
  const asked = { email, purpose: SIGN_IN };
  if (login === undefined) return await askProof(stores, { ...asked, payload: { next, login: null }, linkUnder }, now);
  return await askProof(stores, { ...asked, payload: { next, login: { ...login } } }, now);
}

export async function signInByCode(
  stores: Stores,
  actor: Actor,
  asked: { readonly proof: string; readonly code: string },
  now: Date,
): Promise<Result<SignedIn, CannotUseProof | CannotEnter>> {
  const passed = pass(actor, { act: 'sign-in', state: 'none' });
  if (!passed.ok) return passed;
  return await withProof(stores, { ...asked, purpose: SIGN_IN }, now, (all, proved) => enter(all, proved, now));
}

export async function signInByLink(
  stores: Stores,
  actor: Actor,
  asked: { readonly link: string },
  now: Date,
): Promise<Result<SignedIn, CannotUseLink | CannotEnter>> {
  const passed = pass(actor, { act: 'sign-in', state: 'none' });
  if (!passed.ok) return passed;
  return await withLink(stores, { ...asked, purpose: SIGN_IN }, now, (all, proved) => enter(all, proved, now));
}

/** Somebody whom another issuer vouches for: only when their address was proved here once, and the two were tied. */
export async function signInByLogin(
  stores: Stores,
  actor: Actor,
  { login, next }: { readonly login: Login; readonly next: string },
): Promise<Result<SignedIn, NotAllowed | { readonly kind: 'unknown-login' }>> {
  const passed = pass(actor, { act: 'sign-in', state: 'none' });
  if (!passed.ok) return passed;
  const known = await stores.accounts.findByLogin(login);
  return known === null ? refuse({ kind: 'unknown-login' }) : accept({ person: known.id, next });
}

export type CannotEnter =
  | NotAllowed
  /** The identity at the other issuer is tied to another account. */
  | { readonly kind: 'login-of-another' };

async function enter(all: Stores, { email, payload }: Proved, now: Date): Promise<Result<SignedIn, CannotEnter>> {
  const { next, login } = readPayload(payload);
  const known = await all.accounts.findByEmail(email);
  const { id } = known ?? (await all.accounts.open({ email, at: now }));
  if (login !== null && !(await all.accounts.addLogin(id, login, now))) return refuse({ kind: 'login-of-another' });
  if (known === null) {
    await all.journal.append({
      at: now,
      act: 'open-account',
      actor: 'anyone',
      subject: { kind: 'person', id },
      says: {},
    });
  }
  return accept({ person: id, next });
}

/** As `askToSignIn` wrote it. */
function readPayload(payload: Json): { next: string; login: Login | null } {
  const { next, login } = payload as { next: string; login: Login | null };
  return { next, login };
}
