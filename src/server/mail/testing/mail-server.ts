/** A real SMTP server on this machine, which keeps what it receives. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type MailServer = {
  readonly url: string;
  readonly port: number;
  readonly received: readonly Received[];
  readonly close: () => Promise<void>;
};

export type Received = { readonly from: string; readonly to: readonly string[]; readonly mail: Email };

type Answer = { readonly code: number; readonly text: string };

/** `refuses`: what it answers to a recipient instead of taking it; `port` 0: any that is free. */
export async function startMailServer({
  port = 0,
  refuses = () => null,
  whileReceiving = async () => undefined,
}: {
  readonly port?: number;
  readonly refuses?: (recipient: string) => Answer | null;
  /** Once a mail is there, before the server says that it took it. */
  readonly whileReceiving?: () => Promise<void>;
} = {}): Promise<MailServer> {
  const received: Received[] = [];
  const options: SMTPServerOptions = {
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const answer = refuses(address);
      done(answer === null ? null : Object.assign(new Error(answer.text), { responseCode: answer.code }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(parts)).then(async (mail) => {
          const { mailFrom, rcptTo } = session.envelope;
          received.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            mail,
          });
          await whileReceiving();
          done();
        });
      });
    },
  };
  const server = new SMTPServer(options);
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const bound = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}
