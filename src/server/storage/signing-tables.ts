/** Tables of signing: migrations 0040 and 0041 say what each holds. */
import type { Generated } from 'kysely';
import type { Reminder } from '#domain/signature/deadline.ts';
import type { SignatoryState, SignatureMeans } from '#domain/signature/signatory.ts';
import type { Side } from '#domain/signature/side.ts';

export type SigningTables = {
  signing: {
    agreedTextId: number;
    openedAt: Date;
    zone: string;
    expiresOn: string;
    expiresAt: Date;
    expiredToldAt: Date | null;
    cancelAskedBy: Side | null;
    cancelAskedAt: Date | null;
    cancelReason: string | null;
    cancelledAt: Date | null;
    completedAt: Date | null;
    sealTries: Generated<number>;
    sealAfter: Date | null;
    sealedAt: Date | null;
    sealedDocumentId: number | null;
  };
  signatory: {
    id: Generated<number>;
    agreedTextId: number;
    side: Side;
    name: string | null;
    role: string | null;
    email: string | null;
    state: SignatoryState;
    namedAt: Date;
    namedBySide: Side;
    namedByPerson: string | null;
    invitedOn: string | null;
    reminded: Generated<Reminder[]>;
    proof: string | null;
    means: SignatureMeans | null;
    signedAt: Date | null;
    emailProved: Generated<boolean>;
    paperId: number | null;
    declinedAt: Date | null;
    declineReason: string | null;
    contestedAt: Date | null;
    contestedFrom: 'invited' | 'signed' | 'declined' | null;
    contestWords: string | null;
    contestSettledAt: Date | null;
    contestOutcome: 'upheld' | 'dismissed' | null;
    removedAt: Date | null;
  };
  signatoryLink: { tokenHash: string; signatoryId: number; madeAt: Date };
  signaturePaper: {
    id: Generated<number>;
    agreedTextId: number;
    kind: 'paper' | 'deliberation';
    signedOn: string;
    number: string | null;
    broughtSide: Side;
    broughtByPerson: string | null;
    broughtBySignatory: number | null;
    broughtAt: Date;
    confirmedAt: Date | null;
    droppedAt: Date | null;
    dropReason: string | null;
  };
  signaturePaperPage: {
    paperId: number;
    ordinal: number;
    documentId: number;
    shown: Buffer | null;
    width: number | null;
    height: number | null;
    addedAt: Date;
  };
  signaturePaperSignatory: { paperId: number; signatoryId: number };
  signaturePaperWitness: {
    paperId: number;
    personId: string | null;
    signatoryId: number | null;
    side: Side;
    who: string;
    lookedAt: Date;
  };
  signatureScansShown: { agreedTextId: number; side: Side; chosenAt: Date };
  signatureReport: {
    id: Generated<number>;
    signatoryId: number;
    words: string;
    email: string | null;
    reportedAt: Date;
    settledAt: Date | null;
    outcome: 'upheld' | 'dismissed' | null;
  };
  renunciation: {
    id: Generated<number>;
    agreedTextId: number;
    side: Side;
    renouncedOn: string;
    reason: string;
    saidAt: Date;
  };
};
