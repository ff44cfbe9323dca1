/** The mails about news of actions. */
import { day, dePlace, listOf } from '../format.fr.ts';
import type { NewsMail } from '#use-cases/plan-news/news-mails.ts';
import type { MailWords } from './said-mail.ts';

export const NEWS_MAILS: MailWords<NewsMail> = {
  'news-asked': ({ why, place, ofGrouping, name, actions, words, link, until }) => ({
    subject:
      why === 'reminder'
        ? `Rappel : où en ${actions.length < 2 ? 'est votre action' : `sont vos ${actions.length} actions`} ? (${place})`
        : `Où en ${actions.length < 2 ? 'est votre action' : `sont vos ${actions.length} actions`} ? (${place})`,
    paragraphs: [
      `${name}, ${OPENING[why](ofGrouping ? place : `la mairie ${dePlace(place)}`)}`,
      actions.map((action) => `• ${action}`).join('\n'),
      ...(words === '' ? [] : [`Le message de qui vous écrit : « ${words} »`]),
      'Une minute suffit, depuis un téléphone et sans compte : un statut, une phrase, une photo si vous en avez une. « Rien de neuf » est une réponse, « ce n’est plus moi » aussi.',
    ],
    link: { label: 'Répondre', path: link },
    foot: `Ce lien est le vôtre et s’ouvre jusqu’au ${day(until)} : qui l’ouvre répond en votre nom, ne le transférez pas. Ouvrir la page ne change rien tant que vous n’avez pas répondu. On vous relance au plus une fois par mois, et plus pour cette demande une fois que vous avez répondu.`,
  }),
  'news-not-mine': ({ asked, place, name, actions, words, path }) => ({
    subject: `${name} ne suit plus ${actions.length < 2 ? 'une action' : `${actions.length} actions`} (${place})`,
    paragraphs: [
      `${asked ? `Vous aviez demandé des nouvelles à ${name}, qui` : `${name}, à qui le plan demandait des nouvelles,`} répond ne plus suivre ${listOf(actions.map((action) => `« ${action} »`))}.`,
      ...(words === '' ? [] : [`Son message : « ${words} »`]),
      'La fiche n’a pas changé : c’est à vous, ou à vos collègues, de dire qui pilote désormais. Plus rien ne sera demandé à cette personne sur ce sujet.',
    ],
    link: { label: 'Voir les nouvelles du plan', path },
  }),
};

const OPENING: Readonly<Record<Extract<NewsMail, { kind: 'news-asked' }>['why'], (who: string) => string>> = {
  asked: (who) => `${who} vous demande où en est ce que vous pilotez :`,
  reminder: (who) => `${who} attend encore votre réponse sur ce que vous pilotez :`,
  'its-time': (who) => `c’est le moment de dire où en est ce que vous pilotez, pour ${who} :`,
};
