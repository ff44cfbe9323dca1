/**
 * The code came back: the address is proved, once.
 *
 * A wrong code must count even though the act is then refused, so the try is counted before the act's own transaction: call
 * these outside `together`. `withProof` spends the code in the transaction of the act: refused or broken, the act leaves it
 * usable.
 */
import type { Json } from '#domain/shared/canonical-json.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import type { ProofPurpose } from './proof-purpose.ts';
import type { CannotUseLink, CannotUseProof } from './proof-refusals.ts';

export type UseProof = {
  /** The token that `askProof` returned. */
  readonly proof: string;
  /** As typed: spaces do not count. */
  readonly code: string;
  readonly purpose: ProofPurpose;
};

export type Proved = { readonly email: string; readonly payload: Json };

/** Proves and spends. For an act with a transaction of its own, prefer `withProof`. */
export async function useProof(stores: Stores, asked: UseProof, now: Date): Promise<Result<Proved, CannotUseProof>> {
  return await withProof(stores, asked, now, async (_, proved) => accept(proved));
}

/** Checks the code, then runs `work` in one transaction that spends it; when `work` refuses, the code can be used again. */
export async function withProof<Value, Refusal>(
  stores: Stores,
  asked: UseProof,
  now: Date,
  work: (all: Stores, proved: Proved) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | CannotUseProof>> {
  const tried = await stores.proofs.tryCode(asked, now);
  if (!tried.ok) return tried;
  const { id, email, payload } = tried.value;
  return await stores.together<Value, Refusal | CannotUseProof>(async (all) => {
    if (!(await all.proofs.spend(id, now))) return refuse({ kind: 'used-code' });
    return await work(all, { email, payload });
  });
}

/** The same by the link of the mail. Never on GET: programs that look for harm follow the links of mails. */
export async function useLink(stores: Stores, asked: UseLink, now: Date): Promise<Result<Proved, CannotUseLink>> {
  return await withLink(stores, asked, now, async (_, proved) => accept(proved));
}

export type UseLink = { readonly link: string; readonly purpose: ProofPurpose };

export async function withLink<Value, Refusal>(
  stores: Stores,
  asked: UseLink,
  now: Date,
  work: (all: Stores, proved: Proved) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | CannotUseLink>> {
  const tried = await stores.proofs.tryLink(asked, now);
  if (!tried.ok) return tried;
  const { id, email, payload } = tried.value;
  return await stores.together<Value, Refusal | CannotUseLink>(async (all) => {
    if (!(await all.proofs.spend(id, now))) return refuse({ kind: 'used-link' });
    return await work(all, { email, payload });
  });
}
