/** The mails about reviews: what was published and how to answer it. */
import type { ReviewMail } from '#use-cases/reviews/review-mails.ts';
import { a, count, dePlace } from '../format.fr.ts';
import { keptOf } from '../reviews/figures.fr.ts';
import { ofTheTownHall, theTownHall } from '../town-hall.fr.ts';
import type { MailWords } from './said-mail.ts';

export const REVIEW_MAILS: MailWords<ReviewMail> = {
  'review-published': ({ collective, place, placeKind, list, number, kept, counted, notLookedAt, reply }) => ({
    subject: `Un bilan du pacte ${dePlace(place)} est publié : vous pouvez répondre`,
    paragraphs: [
      `Le collectif « ${collective} » publie son bilan n° ${number} du pacte ${list === null ? dePlace(place) : `de la liste « ${list} » ${a(place)}`}.`,
      `Il y compte ${keptOf({ kept, counted })}${notLookedAt === 0 ? '' : ` ; ${count(notLookedAt, 'engagement n’a pas été examiné', 'engagements n’ont pas été examinés')}`}.`,
      'Ce bilan ne change plus. Vous pouvez y répondre en entier, ou engagement par engagement : vos mots et leurs preuves s’affichent à côté des siens, avec leur date. Personne ne peut les modifier à votre place.',
    ],
    link: { label: 'Répondre au bilan', path: reply },
    foot: `Vous recevez ce mail parce que vous parlez ici pour ${theTownHall(placeKind)} ou pour la liste qui s’est engagée.`,
  }),
  'own-review-published': ({ collective, place, placeKind, number, told, path }) => ({
    subject: `Votre bilan n° ${number} est publié (${place})`,
    paragraphs: [
      `Le collectif « ${collective} » vient de publier son bilan n° ${number} ${a(place)}. Merci à vous.`,
      told === 0
        ? `Personne n’a encore ici de rôle confirmé pour répondre au nom ${ofTheTownHall(placeKind)} ou de la liste : envoyez-leur vous-même l’adresse de la page.`
        : `${count(told, 'personne qui peut', 'personnes qui peuvent')} répondre au nom ${ofTheTownHall(placeKind)} ou de la liste ${told < 2 ? 'est prévenue' : 'sont prévenues'} par mail. Les réponses s’afficheront à côté du bilan.`,
    ],
    link: { label: 'Voir le bilan, le résumé pour la presse et les fichiers', path },
  }),
  'review-answered': ({ by, place, number, path }) => ({
    subject: `${by} répond à votre bilan n° ${number}`,
    paragraphs: [
      `« ${by} » répond à votre bilan n° ${number} du pacte ${dePlace(place)}. Cette réponse est publique, à côté du bilan.`,
    ],
    link: { label: 'Lire la réponse', path: `${path}#reponses` },
  }),
};
