/** Mails about an account itself. */
export type AccountMail =
  /** To the former address, once another took its place; `domain` is all that is told of the new one. */
  { readonly kind: 'email-changed'; readonly domain: string } | { readonly kind: 'account-erased' };
