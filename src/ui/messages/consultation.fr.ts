/** Public pages of consultations. */
import type { ConsultationPhase } from '#domain/consultation/consultation.ts';
import type { ConsultedName } from '#domain/consultation/consulted-name.ts';
import type { ContributionKind, Spot } from '#domain/consultation/contribution.ts';
import type { Change } from '#domain/workbench/change.ts';
import { ANSWER_WORDS, KIND_WORDS } from './consultation-words.fr.ts';
import { partName, partShortName } from './consultation-head.fr.ts';
import { count, day, dayOf, figure, heading, momentOf } from './format.fr.ts';

export const CONSULTATIONS_TITLE = 'Consultations';
export const CONSULTATIONS_LEDE =
  'Avant de publier une nouvelle édition d’une charte, on demande à tout le monde ce qu’il faut en garder, en changer, y ajouter.';
export const MEASURES = 'Les mesures';
export const TAKE_PART = 'Participer';
export const TAKE_PART_LEDE =
  'Confirmez une fois votre adresse : vous pourrez ensuite voter, commenter et proposer, jusqu’à la clôture, sans compte.';
export const TAKE_PART_SEND = 'Recevoir un code';
export const TAKE_PART_CONFIRM = 'Confirmer et participer';
export const TAKE_PART_NOTES = [
  'Une boîte aux lettres, une voix : votre dernier choix compte, jusqu’à la clôture.',
  'Deux écritures de la même boîte comptent une fois, là où le service de messagerie le dit : jean.dupont+vote@gmail.com et jeandupont@gmail.com, par exemple.',
  'Votre adresse n’est pas gardée : seulement une empreinte et son domaine, effacés au décompte. Personne ne peut savoir ensuite qui a choisi quoi.',
  'Les adresses d’un même domaine qui arrivent en nombre, dans l’heure, dans la journée ou en tout, sont comptées, et dites à part.',
];
export const WITH_ACCOUNT = 'Participer avec l’adresse de mon compte';
export const TAKING_PART = 'Vous participez depuis ce navigateur : votez et écrivez jusqu’à la clôture.';
export const TOOK_PART = 'C’est confirmé. Vous pouvez voter et écrire.';
export const TOOK_PART_AGAIN = 'Cette adresse participait déjà : vous retrouvez vos votes, et pouvez les changer.';
export const VOTE = 'Votre vote';
export const CHOICES_KEPT =
  'Vos choix ne sont pas enregistrés ; ils restent dans le formulaire. Confirmez votre adresse dans un autre onglet, puis revenez ici les envoyer.';
export const VOTE_KEEP = 'Enregistrer mon vote';
export const VOTE_ALL = 'Voter sur toutes les mesures';
export const VOTE_ALL_LEDE = 'Laissez vide ce qui ne vous dit rien : seul ce que vous choisissez est enregistré.';
export const VOTE_ALL_KEEP = 'Enregistrer mes votes';
export const NO_VOTE = 'pas de vote';
export const VOTE_QUESTION_REMOVED = 'Êtes-vous d’accord pour la retirer ?';
export const VOTE_QUESTION_PART = 'Êtes-vous d’accord avec cette partie, telle qu’elle est écrite ici ?';
export const VOTE_QUESTION = 'Êtes-vous d’accord avec cette mesure, telle qu’elle est écrite ici ?';
export const VOTE_QUESTION_CONTRIBUTION = 'Êtes-vous d’accord avec cette proposition ?';
export const VOTED = 'Votre vote est enregistré. Vous pouvez le changer jusqu’à la clôture.';
export const VOTES_HIDDEN =
  'Les votes sont montrés après le décompte, pas avant : ce que d’autres ont choisi ne pèse sur personne.';
export const CONTRIBUTIONS = 'Contributions';
export const ALL_CONTRIBUTIONS = 'Toutes les contributions';
export const NO_CONTRIBUTION = 'Personne n’a encore rien écrit.';
export const MORE = 'La suite';
export const COMMENT = 'Commenter';
export const COMMENT_WORDS = 'Votre commentaire';
export const AMEND = 'Proposer d’autres mots';
export const AMEND_SPOT = 'Quelle partie changer';
export const AMEND_WORDS = 'Vos mots, à la place';
export const AMEND_HELP =
  'Partez des mots de la partie choisie, et changez ce qu’il faut : la différence sera montrée mot à mot.';
export const AMEND_THIS = 'Le dire autrement';
export const BECAUSE = 'Pourquoi';
export const NAME = 'Signature';
export const NAME_HELP = 'Facultative, et publique : votre nom, votre collectif. Laissez vide pour ne pas signer.';
export const TELL = 'Être prévenu·e de la réponse';
export const TELL_HELP =
  'Facultatif. Retapez l’adresse que vous avez confirmée : elle n’est gardée que pour vous dire la réponse, sa correction, ou que la modération masque votre contribution ou la montre à nouveau ; le décompte l’efface, ou la réponse si elle vient après, un an au plus ; l’annulation aussi, après vous l’avoir dite.';
export const TELL_COMMENT_HELP =
  'Facultatif : un commentaire ne reçoit pas toujours de réponse. Retapez l’adresse que vous avez confirmée : elle n’est gardée que pour vous dire une réponse, ou que la modération masque votre commentaire ou le montre à nouveau ; le décompte l’efface, l’annulation aussi, après vous l’avoir dite.';
export const SEND = 'Publier ma contribution';
export const NEW_MEASURE = 'Proposer une mesure';
export const NEW_MEASURE_LEDE = 'Une mesure qui manque à la charte : son titre, ses mots, et pourquoi.';
export const NEW_TITLE = 'Titre de la mesure';
export const NEW_WORDS = 'Texte de la mesure';
export const SENT = 'Votre contribution est publiée.';
export const WITHDRAW = 'Retirer ma contribution';
export const STOP_TELLING = 'Ne plus me prévenir, effacer mon adresse';
export const STOPPED = 'Votre adresse est effacée : vous ne recevrez rien.';
export const TELLS_YOU =
  'Vous serez prévenu·e, par mail, de la réponse, et de sa correction s’il y en a une avant le décompte.';
export const WITHDRAWN = 'La personne qui l’avait écrite a retiré cette contribution.';
export const OWN = 'Vous l’avez écrite depuis ce navigateur.';
export const REPORT = 'Signaler cette contribution';
export const REPORT_HELP = 'À l’équipe nationale : dites ce qui ne va pas. Vous n’avez pas à dire qui vous êtes.';
export const REPORT_SEND = 'Envoyer le signalement';
export const REPORTED = 'C’est signalé. La contribution reste visible jusqu’à la décision de l’équipe nationale.';
export const REASON = 'Raison';
export const ANSWER = 'Réponse';
export const NO_ANSWER = 'Pas encore de réponse.';
export const ANSWERED_MEASURE = 'Voir la mesure changée';
export const UNSIGNED = 'sans signature';
export const SYNTHESIS = 'Synthèse';
export const SYNTHESIS_LEDE = 'Ce qui a été voté, ce qui a été proposé, et ce qui en est fait.';
export const RESULTS_BY_CONTRIBUTION = 'Votes sur les propositions';
export const PAST = 'La campagne passée';
export const CHANGED_SINCE =
  'L’atelier a changé ces mots depuis l’annonce de la consultation. Votes et contributions portent sur les mots ci-dessus ; voici ce qui change depuis.';
export const GONE_SINCE =
  'L’atelier a retiré cette mesure du projet depuis l’annonce. Votes et contributions restent ici.';
export const REMOVED_MEASURE = 'Le projet retire cette mesure. Ses mots étaient :';
export const WORDS_TITLE = 'Ses mots';
export const WORDS_NOTE = 'Ce que le projet retire de l’édition précédente est barré, ce qu’il ajoute est souligné.';
export const BASE_CHANGED = 'L’atelier a changé ces mots depuis : cette contribution porte sur ceux-ci.';

const PHASES: Readonly<Record<ConsultationPhase, string>> = {
  'consultation-planned': 'annoncée',
  'consultation-open': 'ouverte',
  'consultation-closed': 'close, bientôt comptée',
  'consultation-counted': 'comptée',
  'consultation-cancelled': 'annulée',
};
export const phaseWord = (phase: ConsultationPhase): string => PHASES[phase];

export function daysLine({ opensOn, closesOn }: { readonly opensOn: string; readonly closesOn: string }): string {
  return `Du ${day(opensOn)} au ${day(closesOn)} à minuit, heure de Paris.`;
}

/** Before its title, on the pages that lead to it. */
export function toldLine({
  phase,
  opensOn,
  closesOn,
}: {
  readonly phase: ConsultationPhase;
  readonly opensOn: string;
  readonly closesOn: string;
}): string {
  switch (phase) {
    case 'consultation-planned':
      return `Consultation du ${day(opensOn)} au ${day(closesOn)} :`;
    case 'consultation-open':
      return `Consultation ouverte jusqu’au ${day(closesOn)}, votez et proposez :`;
    default:
      return `Consultation ${PHASES[phase]} :`;
  }
}

export function phaseLine(phase: ConsultationPhase, closesAt: Date): string {
  switch (phase) {
    case 'consultation-planned':
      return 'Elle n’est pas encore ouverte : revenez le jour de l’ouverture.';
    case 'consultation-open':
      return `Ouverte jusqu’au ${momentOf(new Date(closesAt.getTime() - 60_000))} inclus, heure de Paris.`;
    case 'consultation-closed':
      return 'Elle est close. Les votes sont comptés après vérification des dernières heures, trois jours au plus après la clôture.';
    case 'consultation-counted':
      return 'Elle est close et comptée.';
    case 'consultation-cancelled':
      return 'Elle est annulée : rien n’est compté.';
  }
}

export const cancelledLine = (at: Date, reason: string): string => `Annulée le ${dayOf(at)}. Raison : ${reason}`;

type Figures = {
  readonly participations: number;
  readonly comments: number;
  readonly amendments: number;
  readonly newMeasures: number;
  readonly answered: number;
  readonly toAnswer: number;
};

export function figuresLine({ participations, comments, amendments, newMeasures }: Figures, now: Date): string {
  return `${count(participations, 'adresse confirmée', 'adresses confirmées')}, ${count(comments, 'commentaire', 'commentaires')}, ${count(amendments, 'amendement', 'amendements')}, ${count(newMeasures, 'mesure proposée', 'mesures proposées')}, au ${momentOf(now)}.`;
}

export function answersLine({ answered, toAnswer }: Figures): string {
  const all = answered + toAnswer;
  return all === 0
    ? 'Rien n’a été proposé : il n’y a rien à répondre.'
    : `Réponses données : ${figure(answered)} sur ${count(all, 'proposition', 'propositions')} (amendements et nouvelles mesures).`;
}

const CHANGES: Readonly<Record<Change, string>> = {
  kept: 'gardée',
  modified: 'modifiée',
  merged: 'réunit plusieurs mesures',
  split: 'issue d’un partage',
  removed: 'retirée',
  added: 'ajoutée',
};
export const changeWord = (change: Change): string => CHANGES[change];
export function changeLine(change: Change, reason: string): string {
  const what = `Dans le projet : ${CHANGES[change]}.`;
  if (change === 'kept') return what;
  return reason === '' ? `${what} Aucune raison n’est donnée.` : `${what} Raison : ${reason}`;
}
/** A measure that is taken out is known by the number it had. */
export function measureTitle({ number, isFormer, title, part }: ConsultedName): string {
  if (part !== null) return partName({ part, isFormer, title });
  if (number === null) return heading(title);
  return `${isFormer ? 'Ancienne mesure' : 'Mesure'} ${number} : ${heading(title)}`;
}
/** A line of the results. For a measure that is taken out, the question was whether to take it out. */
export function votedTitle(of: ConsultedName, change: Change): string {
  const name = measureTitle(of);
  if (change === 'removed') return `${name} (retirée ; « pour » : d’accord pour la retirer)`;
  return change === 'kept' ? name : `${name} (${CHANGES[change]})`;
}
export const contributionsOf = (contributions: number): string => count(contributions, 'contribution', 'contributions');

/** `l2.3` is « niveau 2, alinéa 3 ». */
export function spotWord(spot: Spot): string {
  if (spot === 'title') return 'titre';
  if (spot === 'introduction') return 'introduction';
  if (spot === 'text') return 'texte';
  if (spot.startsWith('p')) return `paragraphe ${spot.slice(1)}`;
  const [level, clause] = spot.slice(1).split('.');
  return clause === '0' ? `niveau ${level}, introduction` : `niveau ${level}, alinéa ${clause}`;
}

const KIND_TITLES: Readonly<Record<ContributionKind, string>> = {
  comment: 'Commentaire',
  amendment: 'Amendement',
  'new-measure': 'Nouvelle mesure',
};

export function contributionTitle({
  id,
  kind,
  spot,
  title,
  measure,
}: {
  readonly id: number;
  readonly kind: ContributionKind;
  readonly spot: Spot | null;
  readonly title: string | null;
  readonly measure: ConsultedName | null;
}): string {
  const what = `${KIND_TITLES[kind]} ${id}`;
  if (kind === 'new-measure') return title === null || title === '' ? what : `${what} : ${title}`;
  const of = measure === null ? '' : shortName(measure);
  return `${what}${of === '' ? '' : `, ${of}`}${spot === null ? '' : `, ${spotWord(spot)}`}`;
}

function shortName({ number, isFormer, title, part }: ConsultedName): string {
  if (part !== null) return partShortName(part);
  if (number === null) return title;
  return `${isFormer ? 'ancienne mesure' : 'mesure'} ${number}`;
}

export function saidLine({ name, saidAt }: { readonly name: string | null; readonly saidAt: Date }): string {
  return `${name ?? UNSIGNED}, le ${dayOf(saidAt)}`;
}

export const hiddenLine = (reason: string): string =>
  `L’équipe nationale a masqué cette contribution. Raison : ${reason}`;

export function answerLine({ answer, at }: { readonly answer: keyof typeof ANSWER_WORDS; readonly at: Date }): string {
  return `Proposition ${ANSWER_WORDS[answer]}, le ${dayOf(at)}.`;
}

export function formerAnswerLine({
  answer,
  at,
  until,
}: {
  readonly answer: keyof typeof ANSWER_WORDS;
  readonly at: Date;
  readonly until: Date;
}): string {
  return `Réponse précédente : proposition ${ANSWER_WORDS[answer]}, le ${dayOf(at)}, remplacée le ${dayOf(until)}.`;
}

export const kindWord = (kind: ContributionKind): string => KIND_WORDS[kind];
export const consultationDescription = (title: string): string =>
  `${title} : voter, commenter, proposer d’autres mots ou une mesure.`;
