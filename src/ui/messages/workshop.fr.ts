/** Words of the pages where a town hall works on its plans. Those of one sheet: ./workshop-sheet.fr.ts. */
import { count, dayOf, figure } from './format.fr.ts';

export const WORKSHOP = 'Travail de la mairie';
export const WORKSHOP_DESCRIPTION = 'Travailler sur ce plan : visible de la mairie seule.';
export const PRIVATE_NOTE =
  'Cette page n’est visible que des agent·es et des élu·es de la collectivité. Ce que tout le monde lit change quand vous publiez une version.';
export const NAV = 'Outils du plan';
export const NAV_WORD = {
  home: 'Accueil du plan',
  order: 'Axes et ordre',
  promises: 'Engagements',
  indicators: 'Indicateurs',
  news: 'Nouvelles',
  importing: 'Importer',
  directory: 'Annuaire',
  publish: 'Publier',
  settings: 'Réglages',
} as const;

export const NOT_DONE = 'Ce n’est pas enregistré';
export const SAVE = 'Enregistrer';
export const CANCEL = 'Annuler';
export const DONE: Readonly<Record<string, string>> = {
  cree: 'Le plan est créé. Ajoutez une première action, ou importez votre tableau.',
  repris: 'Le plan est repris, avec ses actions et leurs adresses. Rien n’a changé pour le public.',
  ajoutee: 'L’action est ajoutée.',
  enregistre: 'C’est enregistré.',
  efface: 'Le nom est effacé. S’il est écrit dans le texte d’une fiche ou d’une nouvelle, il reste à l’en retirer.',
  rien: 'Rien n’avait changé.',
  deplace: 'C’est déplacé.',
  renumerote: 'Les numéros suivent maintenant l’ordre du plan.',
  retiree: 'L’action est retirée du plan. Son histoire reste gardée.',
  axe: 'L’axe est ajouté.',
  'axe-retire': 'L’axe est retiré.',
  document: 'Le document est gardé avec l’action.',
  'document-change': 'Le document est corrigé.',
  'document-retire': 'Le document n’est plus avec cette action.',
  range: 'Le plan est rangé. Ce qui a été publié reste public.',
  ressorti: 'Le plan est ressorti.',
  cachee: 'Cette nouvelle reste entre vous : aucune version ne la montrera.',
  publie: 'La version est publiée : tout le monde la voit.',
  adopte: 'L’adoption par le conseil est enregistrée.',
  fusionne: 'Les deux noms n’en font plus qu’un.',
};

export function publishedLine(
  published: { readonly number: number; readonly at: Date; readonly changes: number } | null,
  changes: number,
  wasRead = false,
): string {
  if (published === null) {
    return wasRead
      ? 'Tout le monde lit ce qu’en dit le document d’origine ; la mairie n’a encore publié aucune version ici.'
      : 'Ce plan n’a jamais été publié : la mairie seule le voit.';
  }
  const since =
    published.changes === changes
      ? 'rien n’a changé depuis.'
      : `${count(changes - published.changes, 'changement', 'changements')} depuis, pas encore public${changes - published.changes > 1 ? 's' : ''}.`;
  return `Version ${figure(published.number)} publiée le ${dayOf(published.at)} ; ${since}`;
}

export const AWAY_NOTE =
  'Ce plan est rangé : on le lit, on n’y écrit plus. Pour y revenir, ressortez-le depuis ses réglages.';
export const PUBLIC_PAGE = 'Voir la page publique';

export const ADD_ACTION = 'Ajouter une action';
export const ADD_ACTION_LEDE = 'Trois champs suffisent pour commencer. Le reste se dit quand on le sait.';
export const ACTION_TITLE = 'Titre de l’action';
export const LEAD = 'Pilote';
export const LEAD_HINT =
  'Une personne ou un service. Un nom nouveau entre dans l’annuaire ; celui d’une personne y reste privé.';
export const LEAD_KIND = 'Qui est-ce ?';
export const KIND_WORD = { person: 'une personne', service: 'un service', organisation: 'un organisme' } as const;
export const ADD = 'Ajouter';
export const UNDER_AXIS = 'Axe';
export const NO_AXIS = 'sans axe';
export const STATUS_UNKNOWN = 'pas encore dit';

export const TO_LOOK_AT = 'À regarder';
export const WITHOUT_LEAD = 'Sans pilote';
export const WITHOUT_LEAD_NOTE =
  'Personne n’est nommé, ou la personne nommée ne travaille plus ici : ces actions n’auront pas de nouvelles.';
export const BLOCKED = 'Bloquées';
export const UNBLOCKS = 'Ce qui débloquerait :';
export const DEADLINES = 'Appels à projets et financements à venir';
export const DEADLINE_OVER = 'passée';
export const SILENT = 'Sans statut';
export const SILENT_NOTE = 'Personne n’a encore dit où en sont ces actions.';
export const MORE = 'Voir dans le tableau';

export const MINE_TITLE = 'Les plans de votre collectivité';
export const MINE_DESCRIPTION = 'Les plans d’action sur lesquels vous travaillez.';
export const MINE_LEDE =
  'Un plan d’action rassemble ce que la collectivité va faire, qui s’en occupe et où elle en est. Vous y travaillez entre vous ; tout le monde en lit la version que vous publiez.';
export const MINE_NONE =
  'Ces pages sont pour les agent·es et les élu·es d’une collectivité. Votre rôle n’est pas encore confirmé : demandez-le depuis votre compte.';
export const ASK_ROLE = 'Demander mon rôle';
export const NEW_PLAN = 'Commencer un plan';
export const NEW_PLAN_LEDE = 'Un titre suffit. Vous pourrez le changer.';
export const PLAN_TITLE = 'Titre du plan';
export const FOR_WHOM = 'Pour quelle collectivité ?';
export const INTRODUCTION = 'Introduction';
export const INTRODUCTION_HINT = 'Ce que le conseil et les habitant·es lisent avant les fiches. Facultative.';
export const CREATE = 'Créer le plan';
export const IMPORT_PLAN = 'Importer un plan qui existe (tableur, PDF, texte)';
export const TAKE_UP = 'Reprendre un plan déjà publié ici';
export const TAKE_UP_LEDE =
  'Ces plans ont été lus dans un document. Les reprendre garde leurs adresses et leurs actions ; leurs mots restent, et vous y ajoutez statuts, dates et pilotes.';
export const TAKE_UP_ACT = 'Reprendre';
export const PUT_AWAY = 'rangé';
export const NEVER_PUBLISHED = 'jamais publié';
export const NO_PLAN = 'Aucun plan ici pour l’instant.';

export function takeUpLine({ title, actions }: { title: string; actions: number }): string {
  return `${title} (${count(actions, 'action', 'actions')})`;
}

export const SETTINGS_TITLE = 'Réglages du plan';
export const KEEP_THEIRS = 'Ce qui est enregistré maintenant';
export const YOURS = 'Ce que vous avez écrit';
export const PUT_AWAY_TITLE = 'Ranger le plan';
export const PUT_AWAY_LEDE =
  'Un plan rangé ne se modifie plus et quitte la liste de travail. Rien n’est effacé, et ce qui a été publié reste public.';
export const PUT_AWAY_ACT = 'Ranger ce plan';
export const TAKE_OUT_TITLE = 'Ressortir le plan';
export const TAKE_OUT_ACT = 'Ressortir ce plan';

export const ORDER_TITLE = 'Axes et ordre du plan';
export const ORDER_LEDE =
  'Montez, descendez, rangez sous un autre axe. Les numéros ne changent pas tout seuls : ils sont peut-être déjà dans des délibérations.';
export const UP = 'Monter';
export const DOWN = 'Descendre';
export const PUT_UNDER = 'Ranger sous';
export const MOVE = 'Ranger';
export const TOP = 'en haut du plan';
export const CHANGE_AXIS = 'Changer';
export const REMOVE_AXIS = 'Retirer cet axe';
export const AXIS_NUMBER = 'Numéro';
export const AXIS_TITLE = 'Titre de l’axe';
export const AXIS_DESCRIPTION = 'Présentation';
export const ADD_AXIS = 'Ajouter un axe';
export const ADD_AXIS_UNDER = 'Le ranger sous';
export const NUMBER_HINT = 'Laissez vide pour prendre le numéro suivant.';
export const RENUMBER_TITLE = 'Renuméroter';
export const RENUMBER_LEDE =
  'Donne à toutes les actions le numéro de leur place. Les adresses publiques des actions suivent leur numéro : elles changeront à la prochaine version.';
export const RENUMBER = 'Renuméroter toutes les actions';
export const ORDER_THESE = 'Ordonner ces actions';
export function heldHere(actions: number): string {
  return count(actions, 'action', 'actions');
}
export const EMPTY_AXIS = 'Rien encore sous cet axe.';
