/**
 * What a proof of an address is for. A code asked for one thing proves nothing for another, nor for another thing of the same
 * kind: `id` is the number of the vote, of the text, of the list… ('' when there is only one).
 *
 * Each subject adds its word here and its French in src/ui/messages/mail/proofs.fr.ts.
 */
export type ProofPurpose = {
  readonly kind:
    | 'sign-in'
    | 'change-email'
    | 'pact-wish'
    | 'priority-ballot'
    | 'take-part'
    | 'take-role'
    | 'join-collective'
    | 'sign-text'
    | 'report-signature'
    | 'write-to-collective'
    | 'follow-deadlines';
  readonly id: string;
};
