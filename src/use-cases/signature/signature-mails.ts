/** Mails about signing. Their French: src/ui/messages/mail/signature.fr.ts. */
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import type { Reminder } from '#domain/signature/deadline.ts';
import type { ContestOutcome } from '#domain/signature/signing.ts';
import type { Side } from '#domain/signature/side.ts';

/** What every one of them tells: which text. */
export type AboutText = {
  readonly code: string;
  readonly place: string;
  readonly carrier: string;
  readonly counterpart: string;
};

export type SignatureMail = AboutText &
  (
    | {
        readonly kind: 'signature-invited';
        readonly name: string;
        readonly role: string;
        readonly side: Side;
        /** A path of this site, secret. */
        readonly link: string;
        /** The last day on which one may sign, at the place. */
        readonly until: string;
      }
    | {
        readonly kind: 'signature-reminder';
        readonly name: string;
        readonly link: string;
        readonly until: string;
        readonly reminder: Reminder;
      }
    | { readonly kind: 'signature-removed'; readonly name: string }
    | { readonly kind: 'signature-declined'; readonly name: string; readonly reason: string }
    | { readonly kind: 'signature-contested'; readonly name: string; readonly words: string }
    | { readonly kind: 'signature-contest-settled'; readonly outcome: ContestOutcome }
    | { readonly kind: 'signature-reported'; readonly name: string; readonly words: string }
    | { readonly kind: 'signature-report-settled'; readonly outcome: ContestOutcome }
    | {
        readonly kind: 'signature-paper-brought';
        readonly side: Side;
        /** A path of this site; secret when it goes to a signatory. */
        readonly link: string;
      }
    | { readonly kind: 'signature-paper-dropped'; readonly reason: string }
    | { readonly kind: 'signature-extended'; readonly until: string }
    | { readonly kind: 'signature-expired'; readonly on: string }
    | { readonly kind: 'signature-cancel-asked'; readonly by: Side; readonly reason: string }
    | { readonly kind: 'signature-cancelled' }
    | { readonly kind: 'signature-sealed' }
    | { readonly kind: 'signature-renounced'; readonly by: Side; readonly reason: string }
  );

export function aboutText(text: AgreedText): AboutText {
  return {
    code: text.code,
    place: text.place.name,
    carrier: text.carrier.name,
    counterpart: text.counterpart.name,
  };
}
