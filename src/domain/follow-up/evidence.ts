/** What shows that something is so. Words are verbatim; a file is kept as it came, but for a photograph's hidden data. */
export type EvidenceItem =
  | {
      readonly kind: 'deliberation';
      /** Day of the council, YYYY-MM-DD. */
      readonly decidedOn: string | null;
      readonly reference: string;
      readonly where: EvidenceSource;
      readonly page: number | null;
      readonly quotation: string | null;
    }
  | {
      readonly kind: 'document';
      readonly title: string;
      readonly where: EvidenceSource;
      readonly page: number | null;
      readonly quotation: string | null;
    }
  | { readonly kind: 'link'; readonly title: string; readonly url: string; readonly seenOn: string }
  | {
      readonly kind: 'figure';
      readonly value: number;
      readonly unit: string;
      readonly label: string;
      readonly source: string;
      readonly on: string;
    }
  /** `document`: a kept file without the place and the device that a camera writes into it. */
  | { readonly kind: 'photo'; readonly caption: string; readonly takenOn: string | null; readonly document: number };

export type EvidenceSource =
  | { readonly kind: 'file'; readonly document: number }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'none' };
export type EvidenceKind = EvidenceItem['kind'];
