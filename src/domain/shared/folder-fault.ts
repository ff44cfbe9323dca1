/** What can be found wrong in a folder that was exported to prove itself. */
export type FolderFault =
  | { readonly kind: 'no-manifest' | 'bad-manifest' }
  | {
      readonly kind: 'manifest-changed' | 'bad-certificate' | 'file-missing' | 'file-changed' | 'file-unexpected';
      readonly path: string;
    }
  | { readonly kind: 'event-changed' | 'words-changed' | 'words-missing' | 'link-broken'; readonly sequence: number }
  | {
      /** `text-unrecorded`: the journal does not say that it was signed. */
      readonly kind: 'text-differs' | 'seal-broken' | 'seal-unknown' | 'evidence-differs' | 'text-unrecorded';
      readonly code: string;
    }
  | {
      readonly kind: 'published-differs' | 'original-differs' | 'reading-differs';
      readonly what: 'pact' | 'plan';
      readonly id: number;
    };
