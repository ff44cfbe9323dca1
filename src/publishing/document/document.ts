/**
 * A document that people print, keep or change: a notice for the council, a review, the papers of a meeting. Written once,
 * it becomes an accessible PDF (./document-pdf.ts), an ODT (./document-odt.ts) or a DOCX (./document-docx.ts) with the same
 * content, real headings, lists and tables with header cells, in French.
 */
export type PrintedDocument = {
  readonly title: string;
  /** Under the title: the place, the day. */
  readonly subtitle: string | null;
  /** At the bottom of each page, beside the page number: where it comes from and its date. */
  readonly footer: string;
  /** Instant written in the file's properties; the same values at the same instant give the same bytes. */
  readonly madeAt: Date;
  readonly blocks: readonly Block[];
};

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  /** Two columns, what it is and what it says: the sheet of an action. */
  | {
      readonly kind: 'facts';
      readonly facts: readonly { readonly label: string; readonly inlines: readonly Inline[] }[];
    }
  /** `header` is repeated on every page; `widths` in parts of the whole; the first column names its row. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly header: readonly string[];
      readonly widths: readonly number[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  /** Somebody's own words, with who says them. */
  | { readonly kind: 'quotation'; readonly who: string; readonly inlines: readonly Inline[] }
  /** `lines` empty lines to write by hand. */
  | { readonly kind: 'writing-lines'; readonly label: string; readonly lines: number }
  | { readonly kind: 'page-break' };

export type Inline = {
  readonly text: string;
  readonly style?: 'strong' | 'emphasis';
  /** An absolute address. */
  readonly href?: string;
};
