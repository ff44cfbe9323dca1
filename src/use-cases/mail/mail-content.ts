/**
 * Every mail of the site, as data without a sentence. Each subject tells its own in `<subject>-mails.ts` and adds one line here;
 * its French is in src/ui/messages/mail/<subject>.fr.ts, one line of ./say-mail.fr.ts there.
 */
import type { AccountMail } from '../accounts/account-mails.ts';
import type { CampaignMail } from '../campaign/campaign-mails.ts';
import type { CollectiveMail } from '../collectives/collective-mails.ts';
import type { CommitteeMail } from '../committee/committee-mails.ts';
import type { ConsultationMail } from '../consultation/consultation-mails.ts';
import type { DeadlineMail } from '../deadlines/deadline-mails.ts';
import type { EditionMail } from '../workbench/edition-mails.ts';
import type { EventMail } from '../events/event-mails.ts';
import type { WishMail } from '../collectives/wish-mails.ts';
import type { FollowUpMail } from '../follow-up/follow-up-mails.ts';
import type { NegotiationMail } from '../negotiation/negotiation-mails.ts';
import type { NewsMail } from '../plan-news/news-mails.ts';
import type { PartnerMail } from '../partners/partner-mails.ts';
import type { ProofMail } from '../proofs/proof-mails.ts';
import type { ReviewMail } from '../reviews/review-mails.ts';
import type { SignatureMail } from '../signature/signature-mails.ts';

export type MailContent =
  // One line for each subject.
  | CampaignMail
  | CollectiveMail
  | WishMail
  | AccountMail
  | ProofMail
  | SignatureMail
  | NegotiationMail
  | FollowUpMail
  | ReviewMail
  | NewsMail
  | PartnerMail
  | CommitteeMail
  | ConsultationMail
  | EditionMail
  | EventMail
  | DeadlineMail;
