/**
 * Somebody says that an address is theirs: a 6-digit code goes there. No right is needed to ask; the act that the proof is
 * for passes the gate by itself.
 */
import type { Json } from '#domain/shared/canonical-json.ts';
import { readEmail } from '#domain/shared/email.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import type { ProofPurpose } from './proof-purpose.ts';
import type { CodeBudget } from './proof-store.ts';
import type { CannotAskProof } from './proof-refusals.ts';

export const PROOF_MINUTES = 15;

/** Codes that may go to one address in an hour; those to sign a text are counted apart from all others. */
export const CODES_AN_HOUR = 8;

export type AskProof = {
  /** As typed. */
  readonly email: string;
  readonly purpose: ProofPurpose;
  /** Comes back with the proof: what was typed with the address, for instance. Never shown in the mail. */
  readonly payload?: Json;
  /** Shown in the mail after what the code is for: a commune, a text. At most 200 characters are. */
  readonly about?: string;
  /** A path of this site: the mail then also holds a link, `/path/TOKEN`, for `useLink`. */
  readonly linkUnder?: string;
};

/**
 * Queues the mail and returns the token that the next form must hold beside the code: hidden in the page, it says which code
 * was asked here. Nothing tells whether the address is known. Works inside a transaction or alone.
 */
export async function askProof(
  stores: Stores,
  { email: typed, purpose, payload = null, about, linkUnder }: AskProof,
  now: Date,
): Promise<Result<{ readonly proof: string; readonly email: string }, CannotAskProof>> {
  const email = readEmail(typed);
  if (email === null) return refuse({ kind: 'not-an-email' });
  return await stores.together<{ proof: string; email: string }, CannotAskProof>(async (all) => {
    const asked = await all.proofs.askedSince(email, new Date(now.getTime() - HOUR), budgetOf(purpose));
    const oldest = asked.at(-CODES_AN_HOUR);
    if (oldest !== undefined) {
      const minutes = Math.max(1, Math.ceil((oldest.getTime() + HOUR - now.getTime()) / MINUTE));
      return refuse({ kind: 'too-many-codes', minutes });
    }
    const opened = await all.proofs.open({
      email,
      purpose,
      payload,
      withLink: linkUnder !== undefined,
      askedAt: now,
      expiresAt: new Date(now.getTime() + PROOF_MINUTES * MINUTE),
    });
    await all.mail.queue({
      to: email,
      content: {
        kind: 'proof-code',
        purpose: purpose.kind,
        about: about === undefined ? null : [...about].slice(0, 200).join(''),
        code: opened.code,
        link: linkUnder === undefined || opened.link === null ? null : `${linkUnder}/${opened.link}`,
        minutes: PROOF_MINUTES,
      },
      at: now,
    });
    return accept({ proof: opened.proof, email });
  });
}

/** Anybody may ask codes for any address, except to sign: that takes a secret link. They lock nobody out of signing. */
function budgetOf({ kind }: ProofPurpose): CodeBudget {
  return kind === 'sign-text' ? 'signing' : 'others';
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
