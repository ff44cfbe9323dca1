/** Every two seconds, sends the mails that are due. Without SMTP_URL nothing goes: mails stay readable at /courrier. */
import { pass } from '#domain/access/gate.ts';
import { SITE_NAME } from '#ui/messages/site.fr.ts';
import { publicAddress, type Config } from '../config.ts';
import { deliverDue } from '../mail/deliver.ts';
import type { Db } from '../storage/connection.ts';

const TWO_SECONDS = 2_000;

export type MailDelivery = {
  /** Waits for the mail that is under way: it would go a second time otherwise. */
  readonly stop: () => Promise<void>;
};

export type MailDeliveryOptions = {
  /** A round that failed, a database away for example: the next one follows. */
  readonly onFailure: (error: unknown) => void;
  readonly everyMilliseconds?: number;
};

/** `config.port` is the one listened on. */
export function startDelivering(
  { db, config }: { readonly db: Db; readonly config: Pick<Config, 'mail' | 'publicOrigin' | 'port'> },
  { onFailure, everyMilliseconds = TWO_SECONDS }: MailDeliveryOptions,
): MailDelivery {
  if (config.mail === null) return { stop: async () => undefined };
  if (!pass({ kind: 'job', name: 'deliver-mails' }, { act: 'deliver-mail', state: 'none' }).ok) {
    throw new Error('the job that delivers mails has no right to');
  }
  const { url, from } = config.mail;
  // Loaded only where mails go: most sites being tried have no mail server.
  const opening = import('../mail/transport.ts').then(({ openTransport }) =>
    openTransport({ url, from, name: SITE_NAME }),
  );
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const ended = { yes: false };
  let round: Promise<unknown> = Promise.resolve();
  let next: NodeJS.Timeout | undefined;
  const begin = (): void => {
    round = opening
      .then((transport) =>
        deliverDue({
          db,
          transport,
          address: publicAddress(config),
          domain,
          now: () => new Date(),
          stopped: () => ended.yes,
        }),
      )
      .catch(onFailure)
      .finally(() => {
        if (ended.yes) return;
        next = setTimeout(begin, everyMilliseconds);
        next.unref();
      });
  };
  begin();
  return {
    stop: async () => {
      ended.yes = true;
      clearTimeout(next);
      await round;
      (await opening).close();
    },
  };
}
