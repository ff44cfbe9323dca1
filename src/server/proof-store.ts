/** Proofs of addresses on PostgreSQL, as the use cases want them. */
import type { ProofStore } from '#use-cases/proofs/proof-store.ts';
import type { Db } from './storage/connection.ts';
import * as proofs from './storage/proofs.ts';

export function proofsOn(db: Db): ProofStore {
  return {
    open: (proof) => proofs.openProof(db, proof),
    askedSince: (email, since, budget) => proofs.proofsAskedSince(db, { email, since, budget }),
    tryCode: (asked, now) => proofs.tryCode(db, asked, now),
    tryLink: (asked, now) => proofs.tryLink(db, asked, now),
    spend: (proof, now) => proofs.spendProof(db, proof, now),
    waiting: (asked) => proofs.waitingProof(db, asked),
    keptAbout: (email) => proofs.proofsKeptAbout(db, email),
    eraseOf: (email) => proofs.eraseProofsOf(db, email),
    forget: (before) => proofs.forgetProofs(db, before),
  };
}
