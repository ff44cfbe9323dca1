/** The mails about an account. */
import type { AccountMail } from '#use-cases/accounts/account-mails.ts';
import type { MailWords } from './said-mail.ts';

export const ACCOUNT_MAILS: MailWords<AccountMail> = {
  'email-changed': ({ domain }) => ({
    subject: 'Votre adresse a été changée',
    paragraphs: [
      `L’adresse de votre compte a été remplacée par une autre, chez ${domain}. On ne se connecte plus avec celle-ci.`,
      'Si ce n’est pas vous, écrivez sans attendre à qui tient ce site : l’adresse se trouve en bas de ses pages.',
    ],
  }),
  'account-erased': () => ({
    subject: 'Votre compte est effacé',
    paragraphs: [
      'Votre compte et ce qui s’y rapportait sont effacés. Ce que vous avez signé publiquement reste, comme vous l’aviez su en signant.',
      'Ce mail est le dernier.',
    ],
  }),
};
