/** What nobody needs any more about people: codes, sessions and sendings that are over, mails of more than 30 days. */
import type { Db } from './connection.ts';
import { forgetMails } from './mail-delivery.ts';
import { forgetProofs } from './proofs.ts';
import { forgetSendings } from './sendings.ts';

const DAY = 86_400_000;

/** A code stays a day after its end, so that whoever comes late is told that it is late. */
export async function forgetOver(db: Db, now: Date): Promise<void> {
  await forgetProofs(db, new Date(now.getTime() - DAY));
  await db.deleteFrom('personSession').where('expiresAt', '<=', now).execute();
  await db.deleteFrom('personVerification').where('expiresAt', '<=', now).execute();
  await forgetSendings(db, new Date(now.getTime() - DAY));
  await forgetMails(db, now);
}
