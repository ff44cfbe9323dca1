/**
 * What taking the text out of a file gives, and why it may be refused.
 *
 * Data only: the French sentences are in src/ui/messages/extract-refusals.fr.ts, the reading of
 * the text itself is in ../split and after.
 */

export type DocumentFormat = 'txt' | 'html' | 'docx' | 'odt' | 'pdf';

export type Extracted = {
  /** UTF-16 text; for `txt` the decoded file, unchanged but for its byte order mark. */
  readonly text: string;
  readonly format: DocumentFormat;
  /** PDF only. */
  readonly pages?: number;
  readonly warnings: readonly ExtractWarning[];
};

export type ExtractWarning =
  /** Pages (from 1) that gave no text of their own: scanned pictures, or blank. */
  | { readonly kind: 'pages-without-text'; readonly pages: readonly number[] }
  /** Characters that the file shows but does not name (U+FFFD or private use). */
  | { readonly kind: 'unreadable-characters'; readonly count: number }
  /** Struck-through passages, kept between `~~` marks: a list may have crossed out what it refuses. */
  | { readonly kind: 'struck-text'; readonly count: number };

/** What a file turned out to be, when it is nothing that we read. */
export type OtherFormat =
  | 'image'
  | 'rtf'
  | 'pages'
  | 'spreadsheet'
  | 'presentation'
  | 'epub'
  | 'archive'
  | 'audio-or-video'
  | 'old-office'
  | 'unknown';

/** What a file says that it is, by its extension or its media type. */
export type DeclaredFormat = DocumentFormat | 'doc' | 'rtf' | 'pages' | 'image' | 'spreadsheet' | 'presentation';

export type ExtractRefusal =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limitInBytes: number }
  | { readonly kind: 'unsupported-type'; readonly actual: OtherFormat }
  | {
      readonly kind: 'type-mismatch';
      readonly declared: DeclaredFormat;
      readonly actual: DocumentFormat | OtherFormat | 'doc';
    }
  | { readonly kind: 'binary-content' }
  | { readonly kind: 'old-word-document' }
  | { readonly kind: 'encrypted-office' }
  | { readonly kind: 'encrypted-pdf' }
  | { readonly kind: 'scanned-pdf'; readonly pages: number }
  | { readonly kind: 'no-text'; readonly format: DocumentFormat }
  | { readonly kind: 'damaged-file'; readonly format: DocumentFormat }
  | { readonly kind: 'archive-too-big'; readonly limitInBytes: number }
  | { readonly kind: 'forbidden-xml' }
  | { readonly kind: 'too-many-pages'; readonly pages: number; readonly limit: number }
  | { readonly kind: 'too-much-text'; readonly limitInCharacters: number }
  /** Given by the caller, after `looksFrench` (./looks-french.ts). */
  | { readonly kind: 'not-french' };

export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_PAGES = 2_000;
export const MAX_CHARACTERS = 5_000_000;

/**
 * Carries a refusal out of a deep parser. `extractText` turns it back into data: nothing else
 * may catch it, and it never leaves this folder.
 */
export class ExtractRefused extends Error {
  readonly refusal: ExtractRefusal;
  constructor(refusal: ExtractRefusal) {
    super(refusal.kind);
    this.name = 'ExtractRefused';
    this.refusal = refusal;
  }
}
