/** The page of proof of a sealed text, as ../pdf/templates/signing.typ shows it: every word ready, nothing to decide. */
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import type { SealedSignature } from '#domain/signature/sealed-signature.ts';
import { SIDES } from '#domain/signature/side.ts';
import {
  bothClocks,
  evidenceLine,
  forParty,
  signatureMeans,
  signedWhen,
  yesReportedLine,
} from '#ui/messages/agreed-text.fr.ts';
import * as words from '#ui/messages/page-of-proof.fr.ts';
import { drawable } from '../pdf/drawable.ts';

export type Proved = {
  readonly text: AgreedText;
  readonly signatures: readonly SealedSignature[];
  readonly events: readonly ProvedEvent[];
  /** ISO 8601 instant in UTC. */
  readonly sealedAt: string;
  readonly textSha256: string;
  /** Of the PDF that the signatories could read. */
  readonly pdfSha256: string;
  readonly certificateFingerprint: string;
  /** Of the site. */
  readonly address: string;
  readonly timestampAsked: boolean;
  /** The collective wrote down the yes of the other side to the text; absent: that side said it here. */
  readonly yesReported?: true;
};

/** An event of the journal about the text; its words stay on the site. */
export type ProvedEvent = {
  readonly sequence: number;
  /** ISO 8601 instant in UTC. */
  readonly at: string;
  readonly act: string;
  readonly hash: string;
};

export function pageOfProof(proved: Proved): object {
  const { text, events } = proved;
  const last = events.at(-1);
  return {
    title: words.PROOF_TITLE,
    introduction: words.PROOF_INTRODUCTION,
    parties: SIDES.map((side) => ({
      title: drawable(forParty(text, side)),
      signatures: proved.signatures.filter((signature) => signature.side === side).map(signatureShown),
    })),
    sections: [
      {
        title: words.TEXT_SECTION,
        lines: proved.yesReported ? [...words.TEXT_LINES, yesReportedLine(text)] : words.TEXT_LINES,
        facts: [
          { name: words.FINGERPRINT_TEXT, value: proved.textSha256 },
          { name: words.FINGERPRINT_PDF, value: proved.pdfSha256 },
        ],
      },
      {
        title: words.JOURNAL_SECTION,
        lines: [words.journalLine(events.length)],
        facts: last === undefined ? [] : [{ name: words.eventName(last.sequence), value: last.hash }],
      },
      {
        title: words.SEAL_SECTION,
        lines: [
          words.sealLine(bothClocks(proved.sealedAt)),
          proved.timestampAsked ? words.TIMESTAMP_ASKED : words.NO_TIMESTAMP,
        ],
        facts: [{ name: words.CERTIFICATE, value: proved.certificateFingerprint }],
      },
      { title: words.CHECK_SECTION, lines: words.checkLines(proved.address, text.code), facts: [] },
    ],
  };
}

function signatureShown(signature: SealedSignature): object {
  return {
    name: drawable(signature.name),
    role: drawable(signature.role),
    means: signatureMeans(signature),
    at: signedWhen(signature),
    evidence:
      signature.evidence === null
        ? null
        : { line: drawable(evidenceLine(signature.evidence.filename)), sha256: signature.evidence.sha256 },
  };
}
