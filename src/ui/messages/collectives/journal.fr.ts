/** The acts of a collective, as its journal tells them to its members. */
import type { Act } from '#domain/access/gate.ts';

const ACTS: Readonly<Partial<Record<Act, string>>> = {
  'found-collective': 'Demande de création du collectif',
  'confirm-collective': 'Confirmation du collectif',
  'decline-collective': 'Refus du collectif',
  'describe-collective': 'Changement du nom, de la présentation ou des communes',
  'add-place': 'Ajout d’une commune',
  'invite-member': 'Invitation envoyée',
  'take-back-invitation': 'Invitation reprise',
  'accept-invitation': 'Arrivée d’un·e membre invité·e',
  'ask-to-join': 'Demande à rejoindre',
  'take-back-join-request': 'Demande à rejoindre retirée',
  'answer-join-request': 'Réponse à une demande',
  'choose-own-name': 'Un·e membre a choisi comment être nommé·e',
  'leave-collective': 'Départ d’un·e membre',
  'remove-member': 'Retrait d’un·e membre',
  'say-namesake': 'Un nom trouvé sur une liste est celui d’un·e homonyme',
  'check-members': 'Des noms de membres ont été trouvés sur une liste',
  'name-coordinator': 'Coordination confiée',
  'give-up-coordination': 'Coordination rendue',
  'ask-coordinator-removal': 'Coordination contestée',
  'answer-coordinator-removal': 'Avis sur une coordination contestée',
  'settle-coordinator-removal': 'Désaccord tranché par l’équipe nationale',
  'write-agenda': 'Agenda',
  'write-local-measure': 'Mesure locale',
  'announce-priority-vote': 'Vote annoncé',
  'cancel-priority-vote': 'Vote annulé',
  'count-priority-vote': 'Vote compté',
  'choose-priorities': 'Choix des priorités',
  'let-collective-sleep': 'Mise en sommeil',
  'wake-collective': 'Réveil du collectif',
  'propose-takeover': 'Reprise proposée à un collectif voisin',
  'answer-takeover': 'Réponse à une proposition de reprise',
};

const ROLES: Readonly<Record<string, string>> = {
  person: 'une personne connectée',
  'collective-member': 'un·e membre',
  'collective-coordinator': 'la coordination',
  'national-team': 'l’équipe nationale',
  operator: 'la personne qui tient ce site',
  job: 'le site',
  anyone: 'quelqu’un',
  self: 'la personne elle-même',
};

export function sayAct(act: string): string {
  return Object.entries(ACTS).find(([known]) => known === act)?.[1] ?? act;
}

/** Who, as the members know them; the role when they are no longer here. */
export function sayWho(actor: string, name: string | null): string {
  return name ?? ROLES[actor] ?? actor;
}
