/** The forms that enter and change a list. */
export const ENTER_TITLE = 'Saisir une liste';
export const ENTER_LEDE =
  'Quand le fichier officiel paraîtra, il retrouvera cette liste par son nom ou par sa tête de liste. D’ici là, sa page dira qui l’a saisie.';
export const ENTER_WHO =
  'Seules la coordination d’un collectif de cette commune et l’équipe nationale peuvent saisir une liste.';
export const ELECTION = 'Élection';
export const NAME = 'Nom de la liste';
export const LEADER = 'Tête de liste (facultatif)';
export const LEADER_HINT = 'Prénom et nom. Aucun autre nom de la liste n’est à saisir.';
export const NUANCE = 'Nuance (facultatif)';
export const PANEL = 'Numéro de panneau (facultatif)';
export const SOURCE = 'D’où vient cette information ? (facultatif)';
export const SAVE = 'Enregistrer';
export const NOT_SAVED = 'Rien n’est enregistré';
export const SAVED = 'C’est enregistré.';

export const CHANGE_TITLE = 'Modifier cette liste';
export const CHANGE_WHO =
  'Seules l’équipe nationale et, pour une liste qu’il a saisie, la coordination du collectif de la commune peuvent la modifier.';
export const CORRECT = 'Corriger';
export const WITHDRAW = 'Elle s’est retirée';
export const DAY = 'Quel jour ?';
export const WITHDRAW_SEND = 'Dire qu’elle s’est retirée';
export const MERGE = 'Elle a fusionné';
export const INTO = 'Avec quelle liste, qui reste ?';
export const MERGE_SEND = 'Dire qu’elle a fusionné';
export const REINSTATE = 'C’était une erreur';
export const REINSTATE_SEND = 'Elle ne s’est ni retirée ni fusionnée';
export const OUTCOME = 'Ce qu’elle est devenue';
export const OUTCOME_SEND = 'Confirmer';
export const PACT = 'Un pacte qu’elle a signé';
export const PACT_SEND = 'C’est bien elle qui a signé ce pacte';
export const NO_PACT = 'Aucun pacte de cette commune n’attend d’être rapproché.';
export const ADDRESS = 'Son adresse publique';
export const ADDRESS_HINT =
  'L’adresse électronique qu’elle donne à tout le monde. Elle sert à confirmer ses représentant·es ; elle n’est jamais montrée en entier.';
export const ADDRESS_SEND = 'Enregistrer l’adresse';
export const EMAIL = 'Adresse électronique';
export const WHERE_FROM = 'D’où vient cette adresse ?';
export const KNOWN = 'Déjà connue';
