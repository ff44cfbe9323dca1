/** What a file turns out to be when somebody asks whether it is what it says. */
import type { AgreedText } from '../pact/agreed-text.ts';
import type { PlaceCode } from '../shared/place.ts';
import type { Side } from './side.ts';

export type Verification =
  /** The very file that this site sealed. */
  | { readonly kind: 'sealed'; readonly text: VerifiedText; readonly seal: VerifiedSeal }
  /** The very PDF of an agreed text, before the seal. `printedAddress`: where its code leads, when that is not this site. */
  | { readonly kind: 'agreed-text'; readonly text: VerifiedText; readonly printedAddress: string | null }
  /** The exact words of an agreed text, as data. */
  | { readonly kind: 'canonical-text'; readonly text: VerifiedText }
  /** A paper with signatures, or a deliberation. */
  | { readonly kind: 'evidence'; readonly text: VerifiedText }
  /** The original of what was read and published. */
  | { readonly kind: 'original'; readonly published: readonly VerifiedReading[] }
  /** Made from one of our files, and no longer the same. */
  | {
      readonly kind: 'altered';
      readonly from: 'sealed' | 'agreed-text';
      readonly text: VerifiedText;
      readonly alteration: Alteration;
    }
  /** It bears an intact seal, of a key that was never ours. */
  | { readonly kind: 'foreign-seal'; readonly fingerprint: string; readonly covers: boolean }
  | { readonly kind: 'unknown' };

export type VerifiedText = {
  readonly text: AgreedText;
  /** Of its canonical bytes. */
  readonly sha256: string;
  readonly fate: TextFate;
};

/** What became of an agreed text. */
export type TextFate = {
  readonly state: 'not-signed' | 'reopened' | 'signed';
  /** When everybody had signed. */
  readonly signedAt: Date | null;
  /** The pact shown from it; null: an addendum, or not sealed yet. */
  readonly pact: number | null;
  /** Texts signed by all that complete or change it, oldest first. */
  readonly addenda: readonly { readonly code: string; readonly signedAt: Date }[];
  readonly renunciations: readonly { readonly side: Side; readonly on: string }[];
};

export type VerifiedSeal = {
  /** SHA-256 of the file. */
  readonly sha256: string;
  readonly sealedAt: Date;
  /** Of the certificate. */
  readonly fingerprint: string;
  /** Null: the key that sealed is still in use. */
  readonly retiredAt: Date | null;
  /** Told by an authority of time; null: there was none. */
  readonly timestamp: { readonly at: Date; readonly sound: boolean } | null;
};

export type VerifiedReading = {
  readonly kind: 'pact' | 'plan';
  readonly id: number;
  readonly place: PlaceCode;
  readonly placeName: string;
  readonly name: string | null;
  readonly withdrawnAt: Date | null;
};

/** How the bytes differ from those we know. */
export type Alteration =
  | { readonly kind: 'added'; readonly bytes: number }
  | { readonly kind: 'cut'; readonly bytes: number }
  /** As long as ours; `first` is the place of the first that differs, from 0. */
  | {
      readonly kind: 'changed';
      readonly bytes: number;
      readonly first: number;
      readonly of: number;
      readonly parts: readonly AlteredPart[];
    }
  /** Another length: written anew, or put together from something else. */
  | { readonly kind: 'rewritten'; readonly first: number };

export type AlteredPart =
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'attached'; readonly name: string }
  | { readonly kind: 'signature' }
  | { readonly kind: 'elsewhere' };
