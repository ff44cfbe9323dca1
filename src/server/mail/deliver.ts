/**
 * Delivers the mails that are due, one after the other.
 *
 * At least once: a mail is claimed before it goes and marked when the server took it. Only a process killed between these two
 * leaves one mail that goes again, ten minutes later, with the same Message-ID (docs/operations.md). Whatever else happens,
 * no mail goes twice and none is lost.
 */
import { isMailContent } from '#ui/messages/mail/say-mail.fr.ts';
import type { Db } from '../storage/connection.ts';
import { claimMail, giveMailUp, markMailSent, putMailBack, type ClaimedMail } from '../storage/mail-delivery.ts';
import { renderMail } from './render-mail.ts';
import type { Outcome, Transport } from './transport.ts';

/** Minutes before each new try; after the last one the mail is given up, a day and a half after it was written. */
export const PATIENCE_IN_MINUTES = [1, 5, 15, 60, 120, 240, 480, 1200] as const;

export type Delivering = {
  readonly db: Db;
  readonly transport: Transport;
  /** Scheme and host of the site. */
  readonly address: string;
  /** Of MAIL_FROM: names our mails. */
  readonly domain: string;
  readonly now: () => Date;
  /** Asked before each mail. */
  readonly stopped?: () => boolean;
};

export type Delivered = { readonly sent: number; readonly refused: number; readonly later: number };

/** Until nothing is due, or the server cannot be reached: the others then wait without losing a try. */
export async function deliverDue(delivering: Delivering): Promise<Delivered> {
  const { db, now, stopped = () => false } = delivering;
  const counts = { sent: 0, refused: 0, later: 0 };
  while (!stopped()) {
    const mail = await claimMail(db, now());
    if (mail === null) break;
    const outcome = await sendOne(delivering, mail);
    await keepOutcome(delivering, mail, outcome);
    if (outcome.kind === 'sent') counts.sent += 1;
    else if (outcome.kind === 'refused') counts.refused += 1;
    else counts.later += 1;
    if (outcome.kind === 'no-server') break;
  }
  return counts;
}

async function sendOne({ transport, address, domain, now }: Delivering, mail: ClaimedMail): Promise<Outcome> {
  const { content } = mail;
  if (!isMailContent(content)) return { kind: 'refused', error: `this version knows no mail of kind ${mail.kind}` };
  if (content.kind === 'proof-code' && now().getTime() - mail.queuedAt.getTime() > content.minutes * 60_000) {
    return { kind: 'refused', error: 'its code was over before it could go' };
  }
  const messageId = `<${mail.id}.${mail.queuedAt.getTime().toString(36)}@${domain}>`;
  return await transport.send({ to: mail.recipient, messageId, mail: renderMail(content, { address }) });
}

async function keepOutcome({ db, now }: Delivering, mail: ClaimedMail, outcome: Outcome): Promise<void> {
  const at = now();
  if (outcome.kind === 'sent') {
    await markMailSent(db, mail.id, { at, forget: mail.kind === 'account-erased' });
    return;
  }
  const wait = PATIENCE_IN_MINUTES[mail.tries - 1];
  if (outcome.kind === 'refused' || wait === undefined) {
    await giveMailUp(db, mail.id, { at, error: outcome.error });
    return;
  }
  await putMailBack(db, mail.id, { nextTryAt: new Date(at.getTime() + wait * 60_000), error: outcome.error });
}
