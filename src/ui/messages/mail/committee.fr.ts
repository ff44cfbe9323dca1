/** The mails around follow-up committees. */
import type { CommitteeMail } from '#use-cases/committee/committee-mails.ts';
import { dePlace } from '../format.fr.ts';
import { momentIn } from '../moments.fr.ts';
import { theTownHall, voiceHere } from '../town-hall.fr.ts';
import type { MailWords } from './said-mail.ts';

export const COMMITTEE_MAILS: MailWords<CommitteeMail> = {
  'committee-proposed': ({ by, place, placeKind, path }) => ({
    subject: `${place} : un comité de suivi vous est proposé`,
    paragraphs: [
      `${voiceHere(by, placeKind)} vous propose un comité de suivi du pacte ${dePlace(place)} : un endroit où se retrouver à date fixe, poser les questions, décider, et garder les comptes rendus.`,
      'Le comité existe quand les deux parties le veulent. Tant que vous n’avez pas répondu, sa page le dit, avec le jour de la proposition.',
    ],
    link: { label: 'Lire la proposition et répondre', path },
  }),
  'committee-accepted': ({ place, path }) => ({
    subject: `${place} : le comité de suivi existe`,
    paragraphs: ['Votre proposition est acceptée. Vous pouvez nommer les membres et fixer une première séance.'],
    link: { label: 'Ouvrir le comité', path },
  }),
  'committee-closed': ({ by, place, placeKind, reason, path }) => ({
    subject: `${place} : le comité de suivi est clos`,
    paragraphs: [
      `${voiceHere(by, placeKind)} a mis fin au comité de suivi, avec cette raison : « ${reason} »`,
      'La raison est publique. Les comptes rendus approuvés le restent.',
    ],
    link: { label: 'Page du comité', path },
  }),
  'committee-invited': ({ by, place, placeKind, path, days }) => ({
    subject: `${place} : une place pour vous au comité de suivi`,
    paragraphs: [
      `${voiceHere(by, placeKind)} vous propose de siéger au comité de suivi du pacte ${dePlace(place)}.`,
      'Vous choisissez si votre nom est public. Vous pourrez quitter le comité à tout moment.',
      `Ce lien sert une fois, pendant ${days} jours. Il est pour vous : ne le transmettez pas.`,
    ],
    link: { label: 'Répondre à l’invitation', path },
    foot: 'Si cela ne vous intéresse pas, ignorez ce mail : rien ne se fait, et votre adresse est effacée à la fin du délai.',
  }),
  'committee-meeting': ({ what, place, startsAt, zone, location, path }) => {
    const when = momentIn(new Date(startsAt), zone);
    const words = MEETINGS[what];
    return {
      subject: `${place} : ${words.subject}, ${when}`,
      paragraphs: [`${words.first} ${when}.`, `Lieu : ${location}.`],
      link: { label: 'Ordre du jour et documents', path },
    };
  },
  'minutes-to-agree': ({ by, place, placeKind, path }) => ({
    subject: `${place} : un compte rendu attend votre accord`,
    paragraphs: [
      `${voiceHere(by, placeKind)} approuve le compte rendu d’une séance du comité de suivi. Il devient public quand vous l’approuvez aussi, dans les mêmes mots.`,
      'Vous pouvez encore le modifier : il faudra alors que chacun l’approuve à nouveau.',
    ],
    link: { label: 'Lire le compte rendu', path },
  }),
  'minutes-agreed': ({ place, placeKind, path }) => ({
    subject: `${place} : le compte rendu du comité est public`,
    paragraphs: [`Le collectif et ${theTownHall(placeKind)} ont approuvé le même texte. Il ne change plus.`],
    link: { label: 'Lire le compte rendu', path },
  }),
};

const MEETINGS = {
  called: { subject: 'séance du comité de suivi', first: 'Une séance du comité de suivi est fixée :' },
  changed: { subject: 'la séance du comité de suivi change', first: 'La séance du comité de suivi aura lieu' },
  cancelled: { subject: 'séance annulée', first: 'La séance du comité de suivi est annulée ; elle était prévue' },
} as const;
