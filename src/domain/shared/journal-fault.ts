/** What can be found wrong in the record of what was done. */
export type JournalFault =
  /** An event is missing before this one. */
  | { readonly kind: 'gap'; readonly sequence: number }
  | { readonly kind: 'link-broken'; readonly sequence: number }
  | { readonly kind: 'event-changed'; readonly sequence: number }
  | { readonly kind: 'words-changed'; readonly sequence: number }
  | { readonly kind: 'words-missing'; readonly sequence: number }
  /** Events were cut off at the end. */
  | { readonly kind: 'end-missing'; readonly sequence: number }
  | { readonly kind: 'changed'; readonly what: 'pact' | 'plan'; readonly id: number }
  | { readonly kind: 'gone'; readonly what: 'pact' | 'plan'; readonly id: number }
  /** In the tables, but no event says that it was published. */
  | { readonly kind: 'unrecorded'; readonly what: 'pact' | 'plan'; readonly id: number }
  /** A reading that was replaced or withdrawn is no longer kept as it was shown, with the reason given then. */
  | { readonly kind: 'earlier-changed'; readonly what: 'pact' | 'plan'; readonly id: number }
  /** A published version of a plan is not what the journal says was published, or is gone. */
  | { readonly kind: 'version-changed'; readonly plan: number; readonly version: number }
  | { readonly kind: 'file-changed'; readonly document: number };
