/** What an event of the journal is about: the number of a row; for a person, the random id of the account. */
export type JournalSubject =
  | {
      readonly kind:
        | 'draft'
        | 'pact'
        | 'plan'
        | 'action'
        | 'candidate-list'
        | 'collective'
        | 'priority-vote'
        | 'consultation'
        | 'negotiation'
        | 'directory-entry'
        | 'review'
        | 'committee'
        | 'edition-draft'
        | 'bulk-entry'
        | 'follow-up-event'
        // An organisation, with what it supports.
        | 'partner'
        | 'measure-sheet'
        | 'agreed-text'
        // One person named on an agreed text: apart, so that what names them can be erased alone.
        | 'signatory';
      readonly id: number;
    }
  /** An edition that came with the program, by its address. */
  | { readonly kind: 'edition'; readonly id: string }
  /** The code of an election: `municipales-2026`. */
  | { readonly kind: 'election'; readonly id: string }
  /** `steering`, `monitoring`. */
  | { readonly kind: 'national-committee'; readonly id: string }
  /** Its fingerprint. */
  | { readonly kind: 'seal-certificate'; readonly id: string }
  /** Of correspondences: `link-12`, `version-3`, or the two charters that were compared. */
  | { readonly kind: 'crosswalk'; readonly id: string }
  | { readonly kind: 'place'; readonly id: string }
  | { readonly kind: 'person'; readonly id: string };
