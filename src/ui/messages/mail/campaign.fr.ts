/** The mails about roles. */
import type { CampaignMail } from '#use-cases/campaign/campaign-mails.ts';
import { shownCode } from '#domain/shared/short-code.ts';
import { roleTitle, toHold } from '../roles.fr.ts';
import type { MailWords } from './said-mail.ts';

export const CAMPAIGN_MAILS: MailWords<CampaignMail> = {
  'role-code': ({ role, code, days }) => ({
    subject: `Une personne demande à ${toHold(role)}`,
    paragraphs: [
      `Quelqu’un demande, sur ce site, à ${toHold(role)}. Cette adresse est celle que vous donnez publiquement : c’est donc à vous de dire si cette personne agit pour vous.`,
      `Si oui, donnez-lui ce code. Il sert une seule fois, pendant ${days} jours.`,
      'Si vous ne savez pas qui demande, ne donnez ce code à personne : sans lui, rien ne se fait.',
    ],
    code: shownCode(code),
  }),
  'role-asked': ({ role, words, path }) => ({
    subject: `Demande à confirmer : ${roleTitle(role)}`,
    paragraphs: [
      `Une personne demande à ${toHold(role)}.`,
      ...(words === '' ? [] : [`Elle écrit : « ${words} »`]),
      'Confirmez si vous la connaissez dans ce rôle ; refusez sinon, en disant pourquoi.',
    ],
    link: { label: 'Voir la demande', path },
  }),
  'role-confirmed': ({ role }) => ({
    subject: `C’est confirmé : ${roleTitle(role)}`,
    paragraphs: [`Vous pouvez maintenant ${toHold(role)}. Vous pouvez quitter ce rôle à tout moment.`],
    link: { label: 'Voir mes rôles', path: '/compte/roles' },
  }),
  'role-refused': ({ role, reason }) => ({
    subject: `Demande refusée : ${roleTitle(role)}`,
    paragraphs: [
      `Votre demande à ${toHold(role)} a été refusée.`,
      ...(reason === null ? [] : [`Motif : « ${reason} »`]),
      'Vous pouvez la refaire en donnant d’autres éléments.',
    ],
    link: { label: 'Voir mes rôles', path: '/compte/roles' },
  }),
  'role-taken': ({ role, reason }) => ({
    subject: `Votre rôle a pris fin : ${roleTitle(role)}`,
    paragraphs: [
      `Vous ne pouvez plus ${toHold(role)}.`,
      `Motif : « ${reason} »`,
      'Ce que vous avez fait dans ce rôle reste. Si c’est une erreur, demandez ce rôle à nouveau en l’expliquant.',
    ],
    link: { label: 'Voir mes rôles', path: '/compte/roles' },
  }),
  'role-left': ({ role, nobodyLeft, path }) => ({
    subject: `Un départ : ${roleTitle(role)}`,
    paragraphs: [
      `Une personne qui pouvait ${toHold(role)} ne tient plus ce rôle.`,
      nobodyLeft
        ? 'Plus personne ne le tient : ce qui était en cours attend qu’une autre personne soit confirmée.'
        : 'Vous le tenez toujours : rien n’est perdu de ce qui était en cours.',
    ],
    link: { label: path === '/compte/roles' ? 'Voir mes rôles' : 'Voir la liste', path },
  }),
  'question-put': ({ collective, question }) => ({
    subject: `Une question de ${collective}`,
    paragraphs: [
      `Le collectif « ${collective} » demande à votre intercommunalité si elle prend une mesure qu’un pacte lui laisse.`,
      'La question est publique, comme le sera votre réponse. Sans réponse au bout de deux mois, la page dira « sans réponse ».',
    ],
    link: { label: 'Lire la question et répondre', path: `/questions/${question}/repondre` },
  }),
  'question-answered': ({ answer, question }) => ({
    subject: answer === 'accepted' ? 'Une intercommunalité a dit oui' : 'Une intercommunalité a dit non',
    paragraphs: ['La réponse à la question de votre collectif est publiée.'],
    link: { label: 'Lire la réponse', path: `/questions/${question}` },
  }),
};
