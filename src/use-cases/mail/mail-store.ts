import type { Json } from '#domain/shared/canonical-json.ts';
import type { MailContent } from './mail-content.ts';

export type MailStore = {
  /**
   * Written in the transaction of the act: it goes if, and only if, the act is kept. To an address, or to the address of an
   * account as it is now; an account that is gone receives nothing.
   */
  queue(mail: {
    readonly to: string | { readonly person: string };
    readonly content: MailContent;
    readonly at: Date;
    /** Not before; absent: as soon as it can. */
    readonly goesAt?: Date;
  }): Promise<void>;
  /** What was to go later to this lead, and asks for news, does not go; when it would have. Null: nothing waits. */
  takeBackNewsAsked(of: { readonly to: string; readonly lead: number }, now: Date): Promise<Date | null>;
  /** Mails still remembered, to an account or its address: when and of which kind. */
  keptAbout(about: { readonly person: string; readonly email: string }): Promise<Json>;
  /** Waiting or given up, newest first. */
  undelivered(page: { readonly limit: number }): Promise<readonly UndeliveredMail[]>;
  /** False: no mail that was given up has this number. */
  retry(mail: number, at: Date): Promise<boolean>;
  /** Forgets mails to an address, those that wait too; of one kind, or all. */
  eraseTo(email: string, of?: { readonly kind: MailContent['kind'] }): Promise<void>;
};

export type UndeliveredMail = {
  readonly id: number;
  readonly recipient: string;
  readonly kind: string;
  readonly queuedAt: Date;
  /** Null: given up. */
  readonly nextTryAt: Date | null;
  readonly tries: number;
  readonly failedAt: Date | null;
  /** What the mail server answered last. */
  readonly lastError: string | null;
};
