/** Frozen texts. Behind it: src/server/storage/agreed-texts.ts. */
import type { AgreedText } from '#domain/pact/agreed-text.ts';

export type AgreedTextKey = { readonly code: string } | { readonly id: number };

export type KeptText = {
  readonly id: number;
  readonly negotiation: number;
  readonly text: AgreedText;
  /** Canonical JSON: what `sha256` is the hash of. */
  readonly canonical: Uint8Array;
  readonly sha256: string;
  readonly frozenAt: Date;
  /** Both sides took it up again before it was signed: nobody can sign it any more. */
  readonly reopenedAt: Date | null;
};

export type AgreedTextStore = {
  find(key: AgreedTextKey): Promise<KeptText | null>;
  /** The one of this negotiation that is in force; null: none is. */
  ofNegotiation(negotiation: number): Promise<KeptText | null>;
  keep(kept: {
    readonly negotiation: number;
    readonly text: AgreedText;
    readonly at: Date;
  }): Promise<{ readonly id: number; readonly sha256: string }>;
  /** Takes it out of force. False: it was not in force. */
  reopen(id: number, at: Date): Promise<boolean>;
};
