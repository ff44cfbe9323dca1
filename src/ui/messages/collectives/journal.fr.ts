/** The acts of a collective, as its journal tells them to its members. */
import type { Act } from '#domain/access/gate.ts';
import type { Json } from '#domain/shared/canonical-json.ts';

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

/**
 * `says`: what the act kept, null once erased. `nameOf` a person: null when they are not a member; then the answer is told
 * without a name, since who was declined is nobody's business but theirs.
 */
export function sayAct(act: string, says: Json, nameOf: (person: string) => string | null): string {
  if (act === 'answer-join-request') {
    const accepted = fieldOf(says, 'accepted');
    const person = fieldOf(says, 'person');
    const name = typeof person === 'string' ? nameOf(person) : null;
    if (accepted === true) return `Demande à rejoindre acceptée : ${name ?? 'une personne partie depuis'}`;
    if (accepted === false) return `Demande à rejoindre refusée : ${name ?? 'une personne qui n’est pas membre'}`;
  }
  return Object.entries(ACTS).find(([known]) => known === act)?.[1] ?? act;
}

function fieldOf(says: Json, field: string): unknown {
  return Object.entries(says !== null && typeof says === 'object' ? says : {}).find(([key]) => key === field)?.[1];
}

/** Latest day and hour first; of one moment, the last written first. */
export function latestFirst<Entry extends { readonly at: Date; readonly sequence: number }>(
  entries: readonly Entry[],
): readonly Entry[] {
  return entries.toSorted((one, other) => other.at.getTime() - one.at.getTime() || other.sequence - one.sequence);
}

/** Who, as the members know them; the role when they are no longer here. */
export function sayWho(actor: string, name: string | null): string {
  return name ?? ROLES[actor] ?? actor;
}
