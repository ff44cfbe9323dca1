/** `cli mail`: mails that did not go, one a line, columns separated by tabs; `cli mail retry ID`. Never what they say. */
import { parseArgs } from 'node:util';
import { storesOn } from '#server/stores.ts';
import { momentOf } from '#ui/messages/format.fr.ts';
import { mailMessages } from '#ui/messages/mail-command.fr.ts';
import type { UndeliveredMail } from '#use-cases/mail/mail-store.ts';
import { listUndeliveredMails, retryMail } from '#use-cases/mail/undelivered-mails.ts';
import { Misuse, type Command, type CommandContext } from './command.ts';
import { operatorNamed, readNumber } from './operator.ts';

export const command: Command = {
  summary: mailMessages.summary,
  usage: mailMessages.usage,
  async run(args, context) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { limit: { type: 'string', default: '100' } },
      allowPositionals: true,
    });
    const [verb, number, ...others] = positionals;
    if (verb === undefined) return await list(readNumber(values.limit), context);
    const mail = readNumber(number);
    if (verb !== 'retry' || mail === null || others.length > 0) throw new Misuse(mailMessages.numberMissing);
    return await retry(mail, context);
  },
};

async function list(limit: number | null, context: CommandContext): Promise<number> {
  if (limit === null || limit > 1000) throw new Misuse(mailMessages.badLimit);
  const mails = await context.withRuntime(({ db }) =>
    listUndeliveredMails(storesOn(db), operatorNamed(undefined), { limit }),
  );
  if (!mails.ok) {
    context.complain(mailMessages.notAllowed);
    return 1;
  }
  if (mails.value.length === 0) {
    context.complain(mailMessages.none);
    return 0;
  }
  context.say(mailMessages.header.join('\t'));
  for (const mail of mails.value) {
    const { id, kind, recipient, queuedAt, tries, lastError } = mail;
    context.say([id, kind, recipient, momentOf(queuedAt), stateOf(mail), tries, lastError ?? ''].join('\t').trimEnd());
  }
  return 0;
}

async function retry(mail: number, context: CommandContext): Promise<number> {
  const done = await context.withRuntime(({ db }) =>
    retryMail(storesOn(db), operatorNamed(undefined), { mail }, new Date()),
  );
  if (done.ok) {
    context.say(mailMessages.retried(mail));
    return 0;
  }
  context.complain(done.refusal.kind === 'not-given-up' ? mailMessages.notGivenUp(mail) : mailMessages.notAllowed);
  return 1;
}

function stateOf({ failedAt, nextTryAt }: UndeliveredMail): string {
  if (failedAt !== null) return mailMessages.givenUp(momentOf(failedAt));
  return nextTryAt === null ? '' : mailMessages.waiting(momentOf(nextTryAt));
}
