/** Why an act around a follow-up committee was refused, and what to do next. One sentence per kind: the compiler asks for each. */
import type { CannotAgree, CannotWriteMinutes } from '#use-cases/committee/agree-minutes.ts';
import type { CannotChangeAgenda, CannotMeet } from '#use-cases/committee/meet.ts';
import type { CannotAccept, CannotPropose } from '#use-cases/committee/propose-committee.ts';
import type { CannotEndSeat, CannotNameMember, CannotTakeSeat } from '#use-cases/committee/sit-in-committee.ts';
import type { CannotSettleDecision } from '#use-cases/committee/settle-decision.ts';
import { DECISION_STATE } from './committee.fr.ts';
import { figure } from '../format.fr.ts';

export type CommitteeRefusal =
  | CannotPropose
  | CannotAccept
  | CannotNameMember
  | CannotTakeSeat
  | CannotEndSeat
  | CannotMeet
  | CannotChangeAgenda
  | CannotWriteMinutes
  | CannotAgree
  | CannotSettleDecision;

export function sayCommitteeRefusal(refusal: CommitteeRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
      return 'Vous ne pouvez pas faire cela ici : chaque partie agit pour elle-même.';
    case 'unknown-committee':
      return 'Ce comité n’existe pas.';
    case 'unknown-place':
      return 'Nous ne trouvons pas cette commune.';
    case 'no-pact-here':
      return 'Aucun pacte n’est publié ici : un comité suit une promesse. Publiez d’abord le pacte, ou négociez-en un.';
    case 'no-collective-here':
      return 'Choisissez avec quel collectif. S’il n’y en a pas encore, il peut être fondé depuis la page de la commune.';
    case 'committee-there':
      return 'Un comité existe déjà ici, ou il est déjà proposé : ouvrez-le plutôt.';
    case 'own-proposal':
      return 'La proposition vient de votre côté : c’est à l’autre partie de répondre.';
    case 'text-missing':
      return `${field(refusal.field)} : écrivez quelque chose.`;
    case 'text-too-long':
      return `${field(refusal.field)} : ${figure(refusal.most)} caractères au plus.`;
    case 'no-quality':
      return 'Dites à quel titre cette personne siège.';
    case 'named-by-other-side':
      return 'Chaque partie nomme les siens : le collectif ses membres, l’autre partie ses élu·es et ses agent·es. Les deux nomment des habitant·es et des associations.';
    case 'named-on-a-list':
      return `Une personne de ce nom figure sur la liste « ${refusal.list} » : elle ne peut pas siéger pour le collectif. S’il s’agit d’un·e homonyme, nommez-la comme habitant·e.`;
    case 'elected':
      return 'Les élu·es d’ici ne siègent pas pour le collectif. Demandez à l’autre partie de vous nommer.';
    case 'on-a-list':
      return 'Les personnes qui figurent sur une liste ne siègent pas pour le collectif.';
    case 'not-an-email':
      return 'Cette adresse électronique n’en est pas une. Corrigez-la, ou laissez le champ vide.';
    case 'sits-already':
      return 'Cette personne siège déjà.';
    case 'too-many-members':
      return `${figure(refusal.most)} membres au plus.`;
    case 'unknown-seat':
      return 'Cette place n’existe plus, ou l’invitation a déjà servi. Demandez-en une autre.';
    case 'late-seat':
      return 'Cette invitation est trop ancienne. Demandez-en une autre à la personne qui vous a écrit.';
    case 'unknown-meeting':
      return 'Cette séance n’existe pas.';
    case 'meeting-cancelled':
      return 'Cette séance est annulée.';
    case 'meeting-too-long':
      return `La fin vient après le début, et une séance dure ${figure(refusal.hours)} heures au plus.`;
    case 'meeting-too-far':
      return 'Vérifiez l’année : cette date est trop loin.';
    case 'meeting-changed':
      return 'Quelqu’un d’autre a changé cette séance pendant ce temps. Ses mots sont gardés ; les vôtres sont dans le formulaire : comparez, puis enregistrez à nouveau.';
    case 'meeting-to-come':
      return 'Cette séance n’a pas encore commencé : le compte rendu s’écrit ensuite.';
    case 'agenda-full':
      return `${figure(refusal.most)} points au plus à l’ordre du jour.`;
    case 'unknown-agenda-item':
      return 'Ce point n’est plus à l’ordre du jour, ou c’est l’autre partie qui l’y a mis.';
    case 'unknown-commitment':
      return 'Cet engagement n’est pas connu. Choisissez-le dans la liste.';
    case 'minutes-agreed-already':
      return 'Les deux parties ont approuvé ce compte rendu : il ne change plus.';
    case 'too-many-decisions':
      return `${figure(refusal.most)} décisions au plus.`;
    case 'decision-not-a-day':
      return `Décision ${figure(refusal.row)} : cette date n’existe pas.`;
    case 'minutes-changed':
      return 'Quelqu’un a écrit dans ce compte rendu pendant ce temps. Rien n’est perdu : ses mots sont montrés à côté des vôtres. Reprenez ce qui manque, puis enregistrez.';
    case 'unknown-decision':
      return 'Cette décision n’est pas dans ce compte rendu.';
    case 'no-decision-state':
      return 'Dites si la décision est faite, abandonnée, ou de nouveau à faire.';
    case 'decision-changed':
      return `Quelqu’un a changé l’état de cette décision pendant ce temps : « ${DECISION_STATE[refusal.now]} ». Relisez-le ci-dessous avant de le changer.`;
    case 'no-minutes':
      return 'Rien n’est encore écrit.';
    case 'agreed-by-you':
      return 'Votre côté a déjà approuvé ce texte. Il sera public quand l’autre l’approuvera aussi.';
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  words: 'Votre message',
  reason: 'Raison',
  name: 'Nom',
  organisation: 'Organisation',
  location: 'Lieu',
  item: 'Point',
  text: 'Compte rendu',
  present: 'Présences',
};

function field(name: string): string {
  const row = /^(decision|who)-(\d+)$/.exec(name);
  if (row !== null) return `${row[1] === 'decision' ? 'Décision' : 'Qui s’en charge, décision'} ${row[2]}`;
  return FIELDS[name] ?? 'Champ';
}

/** 403 for whom the rules stop, 404 for what is not there, 409 for what changed meanwhile. */
export function statusOf(refusal: { readonly kind: string }): 400 | 403 | 404 | 409 {
  return STATUS[refusal.kind] ?? 400;
}

const STATUS: Readonly<Record<string, 403 | 404 | 409>> = {
  'not-allowed': 403,
  'named-by-other-side': 403,
  'own-proposal': 403,
  elected: 403,
  'on-a-list': 403,
  'unknown-committee': 404,
  'unknown-meeting': 404,
  'unknown-seat': 404,
  'unknown-decision': 404,
  'committee-there': 409,
  'meeting-changed': 409,
  'meeting-cancelled': 409,
  'minutes-agreed-already': 409,
  'minutes-changed': 409,
  'decision-changed': 409,
  'sits-already': 409,
  'agreed-by-you': 409,
};
