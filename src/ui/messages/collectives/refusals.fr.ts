/** Why an act around a collective was refused, and what to do next. One sentence per kind: the compiler asks for each. */
import type { CannotAnnounceVote, CannotCancelVote } from '#use-cases/collectives/announce-priority-vote.ts';
import type { CannotCast } from '#use-cases/collectives/cast-ballot.ts';
import type { CannotChoosePriorities } from '#use-cases/collectives/choose-priorities.ts';
import type { CannotDescribe } from '#use-cases/collectives/describe-collective.ts';
import type { CannotFound } from '#use-cases/collectives/found-collective.ts';
import type { CannotContest, CannotName } from '#use-cases/collectives/hand-over.ts';
import type { CannotInvite } from '#use-cases/collectives/invite-member.ts';
import type { CannotAnswerJoin, CannotAskToJoin, CannotJoin } from '#use-cases/collectives/join-collective.ts';
import type { CannotLeave, CannotRemove } from '#use-cases/collectives/leave-collective.ts';
import type { CannotAnswerTakeover, CannotPropose } from '#use-cases/collectives/take-over.ts';
import type { CannotWish } from '#use-cases/collectives/wish-pact.ts';
import type { CannotAnnounce } from '#use-cases/collectives/write-agenda.ts';
import type { CannotWriteLocal } from '#use-cases/collectives/write-local-measure.ts';
import type { CannotWriteTo } from '#use-cases/collectives/write-to-collective.ts';
import { count, figure } from '../format.fr.ts';
import { sayProofRefusal, type ProofRefusal } from '../proof-refusals.fr.ts';

export type CollectiveRefusal =
  | CannotWish
  | CannotFound
  | CannotDescribe
  | CannotInvite
  | CannotJoin
  | CannotAskToJoin
  | CannotAnswerJoin
  | CannotLeave
  | CannotRemove
  | CannotName
  | CannotContest
  | CannotAnnounce
  | CannotWriteTo
  | CannotWriteLocal
  | CannotAnnounceVote
  | CannotCancelVote
  | CannotCast
  | CannotChoosePriorities
  | CannotPropose
  | CannotAnswerTakeover
  | { readonly kind: 'unknown-wish' }
  | { readonly kind: 'unknown-member' | 'oneself' };

export function sayCollectiveRefusal(refusal: CollectiveRefusal | ProofRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
      return 'Vous ne pouvez pas faire cela ici.';
    case 'unknown-collective':
      return 'Ce collectif n’existe pas.';
    case 'unknown-place':
      return 'Nous ne trouvons pas cette commune. Choisissez-la dans la liste proposée.';
    case 'no-readiness':
      return 'Dites jusqu’où vous iriez : choisissez une des quatre réponses.';
    case 'collective-here':
      return 'Un collectif existe déjà ici : écrivez-lui, ou demandez à le rejoindre.';
    case 'unknown-wish':
      return 'Ce souhait n’existe plus : il a sans doute déjà été retiré.';
    case 'text-missing':
      return `${field(refusal.field)} : écrivez quelque chose.`;
    case 'text-too-long':
      return `${field(refusal.field)} : ${figure(refusal.most)} caractères au plus.`;
    case 'elected':
      return 'Les élu·es d’ici ne sont pas membres du collectif : c’est avec elles et eux qu’il négocie. Vous pouvez lui écrire, et demander un rôle d’élu·e dans votre espace.';
    case 'on-a-list':
      return 'Les personnes qui figurent sur une liste ne sont pas membres d’un collectif : c’est avec elles qu’il négocie. Vous pouvez lui écrire, et demander à représenter votre liste dans votre espace.';
    case 'nothing-declared':
      return 'Dites si vous êtes élu·e, ou sur une liste : choisissez une des réponses.';
    case 'charter-not-accepted':
      return 'Pour être membre d’un collectif, il faut en accepter la charte : lisez-la, puis cochez la case.';
    case 'charter-changed':
      return 'La charte a changé pendant ce temps. Relisez-la, puis acceptez-la à nouveau.';
    case 'no-place':
      return 'Choisissez au moins une commune.';
    case 'too-many-places':
      return `${figure(refusal.most)} communes au plus. Au-delà, fondez plusieurs collectifs.`;
    case 'place-to-confirm':
      return 'Un collectif est confirmé pour ses communes : pour en ajouter une, écrivez à l’équipe nationale. Vous pouvez en retirer.';
    case 'founded-already':
      return 'Vous avez déjà demandé un collectif ici : il attend d’être confirmé.';
    case 'too-many-founded':
      return `Vous avez déjà demandé ${figure(refusal.most)} collectifs, qui attendent une réponse. Vous pourrez en fonder un autre dès que l’un d’eux aura reçu la sienne.`;
    case 'invited-already':
      return 'Une invitation partie il y a moins d’un jour attend déjà à cette adresse. Reprenez-la pour en envoyer une autre, ou renvoyez-la demain.';
    case 'too-many-invitations':
      return `${figure(refusal.most)} invitations sont déjà parties aujourd’hui. Continuez demain.`;
    case 'unknown-invitation':
      return 'Cette invitation n’existe pas, ou elle a été reprise. Demandez-en une autre à la personne qui vous a invité·e.';
    case 'used-invitation':
      return 'Cette invitation a déjà servi : elle ne sert qu’une fois. Demandez-en une autre.';
    case 'late-invitation':
      return 'Cette invitation a expiré. Demandez-en une autre à la personne qui vous a invité·e.';
    case 'member-already':
      return 'Vous êtes déjà membre de ce collectif.';
    case 'asked-already':
      return 'Vous avez déjà demandé à rejoindre ce collectif : la coordination doit vous répondre.';
    case 'unknown-request':
      return 'Cette demande n’attend plus de réponse.';
    case 'barred-since':
      return 'Depuis sa demande, cette personne représente une liste ou siège au conseil : elle ne peut pas rejoindre un collectif. Déclinez sa demande.';
    case 'hand-over-first':
      return 'Vous êtes seul·e à coordonner : confiez d’abord la coordination à un·e autre membre.';
    case 'unknown-member':
      return 'Cette personne n’est pas membre du collectif.';
    case 'is-coordinator':
      return 'Cette personne coordonne le collectif : sa coordination se conteste d’abord, avec les autres.';
    case 'too-many-removed':
      return `Trop de membres ont été retirés en ${figure(refusal.days)} jours. Personne ne peut vider un collectif : parlez-en à l’équipe nationale.`;
    case 'oneself':
      return 'Personne ne décide de son propre cas.';
    case 'contested-already':
      return 'C’est déjà demandé : dites si vous êtes d’accord.';
    case 'unknown-removal':
      return 'Cette demande est déjà réglée.';
    case 'last-coordinator':
      return 'Plus personne ne coordonnerait : nommez d’abord quelqu’un d’autre.';
    case 'ends-before':
      return 'La fin doit venir après le début.';
    case 'too-long':
      return `Une date de l’agenda dure ${figure(refusal.days)} jours au plus.`;
    case 'too-far':
      return 'Vérifiez l’année : cette date est trop loin.';
    case 'unknown-entry':
      return 'Cette date n’est plus dans l’agenda, ou elle est annulée.';
    case 'entry-changed':
      return 'Quelqu’un d’autre a changé cette date pendant ce temps. Ses mots sont gardés ; les vôtres sont dans le formulaire : comparez, puis enregistrez à nouveau.';
    case 'nobody-coordinates':
      return 'Personne ne coordonne ce collectif en ce moment : votre message n’arriverait à personne. L’équipe nationale est prévenue.';
    case 'unknown-edition':
      return 'Cette charte n’est pas connue de ce site.';
    case 'unknown-measure':
      return `La charte n’a pas de mesure ${figure(refusal.measure)}.`;
    case 'unknown-local-measure':
      return 'Cette mesure locale n’existe pas, ou elle a été retirée.';
    case 'too-many-local-measures':
      return `${figure(refusal.most)} mesures locales au plus.`;
    case 'bad-choices':
      return `Le nombre de choix va de 1 à ${figure(refusal.most)}.`;
    case 'not-a-day':
      return refusal.field === 'opens' ? 'Ouverture : choisissez un jour.' : 'Clôture : choisissez un jour.';
    case 'opens-in-the-past':
      return 'L’ouverture ne peut pas être dans le passé.';
    case 'bad-duration':
      return `Un vote dure de ${figure(refusal.least)} à ${figure(refusal.most)} jours.`;
    case 'vote-under-way':
      return 'Un vote est déjà ouvert ou annoncé. Attendez sa clôture, ou annulez-le.';
    case 'unknown-vote':
      return 'Ce vote n’existe pas.';
    case 'vote-not-open':
      return PHASES[refusal.phase];
    case 'nothing-chosen':
      return 'Choisissez au moins une mesure.';
    case 'too-many-chosen':
      return `Vous avez choisi ${count(refusal.chosen, 'mesure', 'mesures')} : choisissez-en ${figure(refusal.most)} au plus.`;
    case 'unknown-option':
      return 'Une des mesures choisies n’est pas dans ce vote. Recommencez.';
    case 'not-a-neighbour':
      return 'Choisissez un autre collectif, actif et coordonné.';
    case 'proposed-already':
      return 'La reprise est déjà proposée à ce collectif : il doit répondre.';
    case 'unknown-takeover':
      return 'Cette proposition n’attend plus de réponse : un autre collectif a répondu, ou celui-ci s’est réveillé.';
    default:
      return sayProofRefusal(refusal);
  }
}

const PHASES = {
  planned: 'Ce vote n’est pas encore ouvert.',
  closed: 'Ce vote est clos.',
  cancelled: 'Ce vote est annulé.',
} as const;

const FIELDS: Readonly<Record<string, string>> = {
  name: 'Nom',
  'own-name': 'Votre nom',
  description: 'Présentation',
  reason: 'Raison',
  message: 'Message',
  subject: 'Sujet',
  text: 'Texte de la mesure',
  title: 'Titre',
  location: 'Lieu',
};

function field(name: string): string {
  return FIELDS[name] ?? 'Champ';
}

/** 403 for whom the rules stop, 404 for what is not there, 409 for what changed meanwhile, 429 for too much. */
export function statusOf(refusal: { readonly kind: string }): 400 | 403 | 404 | 409 | 429 {
  return STATUS[refusal.kind] ?? 400;
}

const STATUS: Readonly<Record<string, 403 | 404 | 409 | 429>> = {
  'not-allowed': 403,
  elected: 403,
  'on-a-list': 403,
  'unknown-collective': 404,
  'unknown-vote': 404,
  'unknown-wish': 404,
  'unknown-invitation': 404,
  'entry-changed': 409,
  'charter-changed': 409,
  'used-invitation': 409,
  'late-invitation': 409,
  'member-already': 409,
  'asked-already': 409,
  'contested-already': 409,
  'vote-under-way': 409,
  'vote-not-open': 409,
  'collective-here': 409,
  'too-many-codes': 429,
  'invited-already': 409,
  'too-many-founded': 429,
  'too-many-invitations': 429,
  'too-many-removed': 429,
};
