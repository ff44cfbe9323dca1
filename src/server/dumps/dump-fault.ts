/** What can be wrong with a public copy. */
export type DumpFault =
  /** No list of checksums, or no description. */
  | { readonly kind: 'no-dump' }
  | { readonly kind: 'missing' | 'changed' | 'not-listed' | 'unreadable'; readonly file: string }
  /** The description breaks the rules of its kind. */
  | { readonly kind: 'bad-description'; readonly detail: string }
  | { readonly kind: 'other-format'; readonly format: string }
  | { readonly kind: 'other-columns'; readonly file: string }
  | { readonly kind: 'other-count'; readonly file: string; readonly said: number; readonly found: number }
  | { readonly kind: 'bad-row'; readonly file: string; readonly line: number; readonly columns: readonly string[] }
  /** Two rows of one key. */
  | { readonly kind: 'twice'; readonly file: string; readonly line: number }
  /** `column` of `table` names a row of `parent` that stands neither in this file nor in one that is loaded before it. */
  | {
      readonly kind: 'no-parent';
      readonly file: string;
      readonly line: number;
      readonly table: string;
      readonly column: string;
      readonly key: string;
      readonly parent: string;
    };

/** Faults told at most: the rest is alike. */
export const MOST = 50;
