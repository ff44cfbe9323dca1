/** What keeps the proofs of addresses (src/server/storage/proofs.ts). */
import type { Json } from '#domain/shared/canonical-json.ts';
import type { CannotUseLink, CannotUseProof } from './proof-refusals.ts';
import type { ProofPurpose } from './proof-purpose.ts';

export type ProofStore = {
  /** Keeps hashes alone; returns what the page and the mail need, told once. */
  open(proof: {
    readonly email: string;
    readonly purpose: ProofPurpose;
    readonly payload: Json;
    readonly withLink: boolean;
    readonly askedAt: Date;
    readonly expiresAt: Date;
  }): Promise<OpenedProof>;
  /** When proofs of that budget were asked for this address since then, oldest first. */
  askedSince(email: string, since: Date, budget: CodeBudget): Promise<readonly Date[]>;
  /**
   * Counts a try, also when several arrive at once, and says whether the code is right. Throws inside a transaction, whose end
   * could uncount it.
   */
  tryCode(
    asked: { readonly proof: string; readonly code: string; readonly purpose: ProofPurpose },
    now: Date,
  ): Promise<
    { readonly ok: true; readonly value: TriedProof } | { readonly ok: false; readonly refusal: CannotUseProof }
  >;
  tryLink(
    asked: { readonly link: string; readonly purpose: ProofPurpose },
    now: Date,
  ): Promise<
    { readonly ok: true; readonly value: TriedProof } | { readonly ok: false; readonly refusal: CannotUseLink }
  >;
  /** False: somebody used it meanwhile. */
  spend(proof: number, now: Date): Promise<boolean>;
  /** For the page that waits for the code: where it went. Null: unknown, or for something else. */
  waiting(asked: {
    readonly proof: string;
    readonly purpose: ProofPurpose;
  }): Promise<{ readonly email: string } | null>;
  keptAbout(email: string): Promise<Json>;
  eraseOf(email: string): Promise<void>;
  /** Deletes what was over before then; returns how many. */
  forget(before: Date): Promise<number>;
};

/** Codes to sign a text, or all others: each has its own count per address. */
export type CodeBudget = 'signing' | 'others';

export type OpenedProof = { readonly proof: string; readonly code: string; readonly link: string | null };

export type TriedProof = { readonly id: number; readonly email: string; readonly payload: Json };
