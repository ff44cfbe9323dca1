/**
 * A mail as it goes: plain text, and the same in simple HTML without a picture or anything asked from elsewhere. Rendered when
 * it goes, so that a link bears the address of the site as it is then.
 */
import { asMarkup } from '#domain/shared/markup.ts';
import { sayMail } from '#ui/messages/mail/say-mail.fr.ts';
import { MAIL_SIGNATURE } from '#ui/messages/mail/signature.fr.ts';
import { SITE_NAME } from '#ui/messages/site.fr.ts';
import { withFrenchSpaces } from '#ui/typography.ts';
import type { MailContent } from '#use-cases/mail/mail-content.ts';

export type RenderedMail = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Null: an answer goes where all go. */
  readonly replyTo: string | null;
  /** Where one says that one wants no more of them; null: they come with an account. */
  readonly stopUrl: string | null;
};

/** `address`: scheme and host of the site, without a trailing slash. */
export function renderMail(content: MailContent, { address }: { readonly address: string }): RenderedMail {
  const { subject, paragraphs, link, code, foot, stop, replyTo = null } = sayMail(content);
  const stopUrl = stop === undefined ? null : `${address}${stop.path}`;
  const url = link === undefined ? null : `${address}${link.path}`;
  const signature = `${MAIL_SIGNATURE} ${address}`;
  const lines = [
    ...(code === undefined ? [] : [code]),
    ...paragraphs,
    ...(link === undefined ? [] : [`${link.label}\u00a0: ${url ?? ''}`]),
    ...(foot === undefined ? [] : [foot]),
    ...(stop === undefined ? [] : [`${stop.label}\u00a0: ${stopUrl ?? ''}`]),
    `-- \n${signature}`,
  ];
  const body = [
    ...(code === undefined ? [] : [`<p style="font-size:2em;letter-spacing:.1em"><strong>${html(code)}</strong></p>`]),
    ...paragraphs.map((paragraph) => `<p>${html(paragraph)}</p>`),
    ...(link === undefined || url === null ? [] : [`<p><a href="${html(url)}">${html(link.label)}</a></p>`]),
    ...(foot === undefined ? [] : [`<p><small>${html(foot)}</small></p>`]),
    ...(stop === undefined || stopUrl === null
      ? []
      : [`<p><small><a href="${html(stopUrl)}">${html(stop.label)}</a></small></p>`]),
    `<p><small>${html(MAIL_SIGNATURE)} <a href="${html(address)}">${html(address)}</a></small></p>`,
  ];
  return {
    subject: oneLine(subject),
    replyTo,
    stopUrl,
    text: `${lines.map(plain).join('\n\n')}\n`,
    html: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${html(SITE_NAME)}</title></head><body>${body.join('')}</body></html>`,
  };
}

/** What somebody typed may stand in a subject: it must not begin another header. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, '');
}

function html(text: string): string {
  return withFrenchSpaces(asMarkup(plain(text))).replaceAll('\n', '<br>');
}
