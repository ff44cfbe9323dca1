/** Papers that were signed, and deliberations of councils. Private: they bear handwritten signatures. */
import type { Side } from '#domain/signature/side.ts';
import type { Paper, PaperActor } from '#domain/signature/paper.ts';

export type PaperStore = {
  bring(paper: {
    readonly text: number;
    readonly kind: Paper['kind'];
    readonly signedOn: string;
    readonly number: string | null;
    readonly by: PaperActor;
    readonly signatories: readonly number[];
    readonly at: Date;
  }): Promise<number>;
  /** Oldest first, those dropped too. */
  of(text: number): Promise<readonly Paper[]>;
  /** The number of the page; null: this very file is already on this paper. */
  addPage(
    paper: number,
    page: {
      readonly document: number;
      readonly shown: { readonly bytes: Uint8Array; readonly width: number; readonly height: number } | null;
      readonly at: Date;
    },
  ): Promise<number | null>;
  /** What is shown of a page: JPEG; null when the file itself is. */
  shownPage(paper: number, ordinal: number): Promise<Uint8Array | null>;
  /** False: that person already looked. */
  witness(paper: number, witness: PaperActor & { readonly at: Date }): Promise<boolean>;
  confirm(paper: number, at: Date): Promise<void>;
  drop(paper: number, dropped: { readonly at: Date; readonly reason: string }): Promise<void>;
  /** Both sides may choose to show the scans once the text is signed. */
  showScans(text: number, chosen: { readonly side: Side; readonly at: Date }): Promise<void>;
  hideScans(text: number, side: Side): Promise<void>;
  scansShownBy(text: number): Promise<readonly Side[]>;
};
