/** A paper that was signed, or the deliberation of a council. Private: it bears handwritten signatures. */
import type { Side } from './side.ts';
import type { Witness } from './witness.ts';

export type Paper = {
  readonly id: number;
  readonly kind: 'paper' | 'deliberation';
  /** The day written on it, at the place. */
  readonly signedOn: string;
  /** Of the deliberation, as the council writes it. */
  readonly number: string | null;
  readonly broughtBy: { readonly side: Side; readonly person: string | null; readonly signatory: number | null };
  readonly broughtAt: Date;
  readonly confirmedAt: Date | null;
  readonly dropped: { readonly at: Date; readonly reason: string } | null;
  readonly pages: readonly PaperPage[];
  /** Whose signature stands on it. */
  readonly signatories: readonly number[];
  readonly witnesses: readonly (Witness & { readonly at: Date })[];
};

/** `shown` null: the file is shown as it came (PDF). */
export type PaperPage = {
  readonly ordinal: number;
  readonly document: number;
  readonly filename: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly byteCount: number;
  readonly shown: { readonly width: number; readonly height: number } | null;
};

/** Who brings or looks: an account, or somebody asked to sign. `who`: see Witness. */
export type PaperActor = Witness & { readonly person: string | null; readonly signatory: number | null };
