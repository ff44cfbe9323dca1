/** Every two seconds, sends the mails that are due. Without SMTP_URL nothing goes: mails stay readable at /courrier. */
import { pass } from '#domain/access/gate.ts';
import { SITE_NAME } from '#ui/messages/site.fr.ts';
import { publicAddress, type Config } from '../config.ts';
import { deliverDue } from '../mail/deliver.ts';
import type { Db } from '../storage/connection.ts';
import { startRounds, type JobOptions, type Rounds } from './rounds.ts';

const TWO_SECONDS = 2_000;

/** `config.port` is the one listened on. Stopping waits for the mail that is under way: it would go a second time otherwise. */
export function startDelivering(
  { db, config }: { readonly db: Db; readonly config: Pick<Config, 'mail' | 'publicOrigin' | 'port'> },
  { onFailure, everyMilliseconds = TWO_SECONDS }: JobOptions,
): Rounds {
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
  const rounds = startRounds(
    async ({ stopped }) => {
      const transport = await opening;
      await deliverDue({ db, transport, address: publicAddress(config), domain, now: () => new Date(), stopped });
    },
    { onFailure, everyMilliseconds },
  );
  return {
    stop: async () => {
      await rounds.stop();
      (await opening).close();
    },
  };
}
