/** A mail in words, before it is laid out. */
export type SaidMail = {
  readonly subject: string;
  /** Where an answer goes, when not to the site: an address that was proved. */
  readonly replyTo?: string;
  readonly paragraphs: readonly string[];
  /** `path` of this site, made absolute when the mail goes. */
  readonly link?: { readonly label: string; readonly path: string };
  /** Shown large, alone on its line. */
  readonly code?: string;
  /** After the rest: what to do when the mail is not for them. */
  readonly foot?: string;
  /** The last line, for mails that come without an account: how to receive no more of them. `path` of this site. */
  readonly stop?: { readonly label: string; readonly path: string };
};

/** One function for each kind of content: the compiler asks for each. */
export type MailWords<Content extends { readonly kind: string }> = {
  readonly [Kind in Content['kind']]: (content: Extract<Content, { readonly kind: Kind }>) => SaidMail;
};
