/**
 * The acts that anybody may read of in the journal, with what they say, by what they are about: an exported folder holds
 * these and no other. An act that is not named here is private: one added later leaves with nothing until somebody decides.
 */
import type { JournalSubject } from './journal-subject.ts';

export const PUBLIC_ACTS: Readonly<Record<JournalSubject['kind'], readonly string[]>> = {
  // Remarks, reports, evidence and whoever assessed are named by account: what is public of them stands on the pages.
  pact: ['publish-draft', 'publish-signed', 'correct-published', 'withdraw-published'],
  // What a town hall does inside of its plan is its own.
  plan: ['publish-draft', 'correct-published', 'withdraw-published', 'publish-plan', 'record-adoption'],
  // What a collective does before it publishes is its own.
  review: ['publish-review', 'correct-review', 'answer-review'],
  // Who was asked, who brought a paper and how long it took is between those who sign.
  'agreed-text': ['complete-signing', 'seal-text', 'renounce'],
  signatory: ['sign-text'],
  // Who wrote what of it is theirs; what came of it stands at its own address.
  'edition-draft': ['publish-edition', 'offer-edition'],
  edition: ['offer-edition'],
  // Who moderated what, and who wrote, is nobody else's; who took part is in no act.
  consultation: ['announce-consultation', 'change-consultation', 'cancel-consultation', 'count-consultation'],
  'bulk-entry': [],
  // Letters being written, questions between two sides, who follows which deadline.
  place: [],
  draft: [],
  action: [],
  'candidate-list': [],
  collective: [],
  'priority-vote': [],
  negotiation: [],
  'directory-entry': [],
  committee: [],
  'follow-up-event': [],
  election: [],
  'seal-certificate': [],
  crosswalk: [],
  // What is decided stands on its page; who voted and who speaks for whom is named there only as they agreed.
  partner: [],
  'measure-sheet': [],
  'national-committee': [],
  person: [],
};
