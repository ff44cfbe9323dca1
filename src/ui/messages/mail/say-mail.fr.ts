/** The French of every mail. Each subject adds one line. */
import type { Json } from '#domain/shared/canonical-json.ts';
import type { MailContent } from '#use-cases/mail/mail-content.ts';
import { ACCOUNT_MAILS } from './accounts.fr.ts';
import { CAMPAIGN_MAILS } from './campaign.fr.ts';
import { COLLECTIVE_MAILS } from './collectives.fr.ts';
import { COMMITTEE_MAILS } from './committee.fr.ts';
import { CONSULTATION_MAILS } from './consultation.fr.ts';
import { DEADLINE_MAILS } from './deadlines.fr.ts';
import { EDITION_MAILS } from './editions.fr.ts';
import { EVENT_MAILS } from './events.fr.ts';
import { FOLLOW_UP_MAILS } from './follow-up.fr.ts';
import { NEGOTIATION_MAILS } from './negotiation.fr.ts';
import { NEWS_MAILS } from './news.fr.ts';
import { PARTNER_MAILS } from './partners.fr.ts';
import { PROOF_MAILS } from './proofs.fr.ts';
import { REVIEW_MAILS } from './reviews.fr.ts';
import { SIGNING_MAILS } from './signing.fr.ts';
import { WISH_MAILS } from './wishes.fr.ts';
import type { MailWords, SaidMail } from './said-mail.ts';

const MAILS: MailWords<MailContent> = {
  // One line for each subject.
  ...ACCOUNT_MAILS,
  ...CAMPAIGN_MAILS,
  ...COLLECTIVE_MAILS,
  ...COMMITTEE_MAILS,
  ...CONSULTATION_MAILS,
  ...EDITION_MAILS,
  ...EVENT_MAILS,
  ...DEADLINE_MAILS,
  ...WISH_MAILS,
  ...NEWS_MAILS,
  ...PARTNER_MAILS,
  ...PROOF_MAILS,
  ...SIGNING_MAILS,
  ...NEGOTIATION_MAILS,
  ...REVIEW_MAILS,
  ...FOLLOW_UP_MAILS,
};

export function sayMail(content: MailContent): SaidMail {
  // The kind of the content chose the function made for it.
  return (MAILS[content.kind] as (content: MailContent) => SaidMail)(content);
}

/** What `queueMail` wrote; false for what another version wrote, of a kind that this one does not know. */
export function isMailContent(kept: Json): kept is MailContent {
  if (typeof kept !== 'object' || kept === null || !('kind' in kept)) return false;
  return typeof kept.kind === 'string' && Object.hasOwn(MAILS, kept.kind);
}
