/** The way to the mail server of SMTP_URL. */
import { createTransport } from 'nodemailer';
import type { RenderedMail } from './render-mail.ts';

export type Envelope = {
  readonly to: string;
  /** Stays the same when a mail goes again: who receives it twice sees it once. */
  readonly messageId: string;
  readonly mail: RenderedMail;
};

export type Outcome =
  | { readonly kind: 'sent' }
  /** This mail is refused for good: an unknown recipient, for instance. */
  | { readonly kind: 'refused'; readonly error: string }
  /** Not now: the server is full or asks to wait. */
  | { readonly kind: 'later'; readonly error: string }
  /** No mail goes: the server cannot be reached, or does not want us. */
  | { readonly kind: 'no-server'; readonly error: string };

export type Transport = { readonly send: (envelope: Envelope) => Promise<Outcome>; readonly close: () => void };

/** `from` is the address of MAIL_FROM. Never reads a file nor an address that a mail would name. */
export function openTransport({ url, from, name }: { url: string; from: string; name: string }): Transport {
  const transport = createTransport({
    url,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, messageId, mail }) => {
      try {
        await transport.sendMail({
          from: { name, address: from },
          // An object: never parsed as a list.
          to: { name: '', address: to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId,
          ...(mail.replyTo === null ? {} : { replyTo: { name: '', address: mail.replyTo } }),
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': 'fr',
            ...(mail.stopUrl === null ? {} : { 'List-Unsubscribe': `<${mail.stopUrl}>` }),
          },
        });
        return { kind: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => {
      transport.close();
    },
  };
}

function outcomeOf(thrown: unknown): Outcome {
  const { code, command, responseCode, message } = thrown as {
    code?: string;
    command?: string;
    responseCode?: number;
    message?: string;
  };
  const error = (message ?? String(thrown)).replace(/\s+/g, ' ').slice(0, 500);
  // A sender that is refused is our setting, not this mail.
  const aboutTheMail = command !== 'MAIL FROM' && (code === 'EENVELOPE' || code === 'EMESSAGE');
  if (!aboutTheMail) return { kind: 'no-server', error };
  // Without an answer of the server (an address that SMTP cannot carry), it will never go either.
  return { kind: responseCode === undefined || responseCode >= 500 ? 'refused' : 'later', error };
}
