/** Mails that no server sends, for who sits at this machine: a newcomer signs in at once. Does not exist for anybody else. */
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { pass } from '#domain/access/gate.ts';
import { mailsReadableHere } from '#server/http/local-visitor.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { keptMails } from '#server/storage/mail-delivery.ts';
import { momentOf } from '#ui/messages/format.fr.ts';
import { isMailContent, sayMail } from '#ui/messages/mail/say-mail.fr.ts';

const SHOWN = 50;

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const { db, config } = await runtime();
  if (!mailsReadableHere(config, event)) error(404);
  if (!pass({ kind: 'operator', name: 'here' }, { act: 'see-kept-mails', state: 'none' }).ok) error(404);
  const mails = await keptMails(db, { limit: SHOWN });
  return {
    mails: mails.flatMap(({ id, recipient, content, queuedAt }) =>
      // Of one written by another version there is nothing to say.
      isMailContent(content) ? [{ id, recipient, at: momentOf(queuedAt), ...sayMail(content) }] : [],
    ),
  };
};
