/** A proposal as a refusal names it: as the document numbers it, never by the key that the program gives it. */
import { passageText } from './quotations.ts';
import type { Proposal } from './proposal.ts';

export type AskedAbout = {
  readonly kind: Proposal['kind'];
  /** The measure, the letter of the principle, the sheet, the axis; a local number as printed; null without any. */
  readonly number: string | null;
  /** For a promise that no measure matches: the number that the document gives it. */
  readonly printed: string | null;
  /** Its whole passage; empty where it has none. */
  readonly words: string;
};

/** `text`: that of the document. */
export function askedAbout(proposal: Proposal, text: string): AskedAbout {
  const words = passageText(text, proposal.spans);
  const of = (number: string | null, printed: string | null = null): AskedAbout => ({
    kind: proposal.kind,
    number,
    printed,
    words,
  });
  switch (proposal.kind) {
    case 'commitment': {
      const { measure, localNumber } = proposal.finding;
      return of(measure === null ? null : String(measure), localNumber);
    }
    case 'principle':
      return of(proposal.finding.principle);
    case 'local-commitment':
      return of(proposal.finding.localNumber);
    case 'axis':
    case 'action':
      return of(proposal.finding.number);
    case 'signatory':
    case 'plan':
    case 'unread':
      return of(null);
  }
}
