/** Why a proof of an address is not given. Their French: src/ui/messages/proof-refusals.fr.ts. */
export type CannotAskProof =
  | { readonly kind: 'not-an-email' }
  /** Codes already went to this address; `minutes` until another may be asked. */
  | { readonly kind: 'too-many-codes'; readonly minutes: number };

export type CannotUseProof =
  | { readonly kind: 'wrong-code'; readonly triesLeft: number }
  | { readonly kind: 'late-code' }
  | { readonly kind: 'used-code' }
  | { readonly kind: 'too-many-tries' }
  | { readonly kind: 'unknown-proof' };

export type CannotUseLink =
  { readonly kind: 'late-link' } | { readonly kind: 'used-link' } | { readonly kind: 'unknown-link' };
