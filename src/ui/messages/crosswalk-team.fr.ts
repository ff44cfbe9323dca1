/** Correspondences between charters, as the national team works on them. */
import type { LinkState } from '#domain/crosswalk/crosswalk-link.ts';
import type { LikenessReason } from '#domain/crosswalk/likeness.ts';
import type { CharterPromise } from '#domain/crosswalk/promise-words.ts';
import type { CannotAdd } from '#use-cases/crosswalk/add-link.ts';
import type { CannotDecide } from '#use-cases/crosswalk/decide-link.ts';
import type { CannotPropose } from '#use-cases/crosswalk/propose-crosswalk.ts';
import type { CannotPublishCrosswalk } from '#use-cases/crosswalk/publish-crosswalk.ts';
import { count, listOf } from './format.fr.ts';

export const TITLE = 'Correspondances entre les chartes';
export const DESCRIPTION = 'Propositions de correspondances entre les chartes, à confirmer ou à refuser.';
export const LEDE =
  'La lecture automatique compare les mots et propose. Rien n’est montré au public avant qu’une personne ait lu les deux textes et confirmé.';
export function waiting(links: number): string {
  return links === 0
    ? 'aucune proposition à regarder'
    : count(links, 'proposition à regarder', 'propositions à regarder');
}

export const STATE_TITLE: Readonly<Record<LinkState, string>> = {
  'link-proposed': 'À regarder',
  'link-confirmed': 'Confirmées',
  'link-refused': 'Refusées',
  'link-withdrawn': 'Retirées',
};
/** As an address says it. */
export const STATE_SEGMENT: Readonly<Record<LinkState, string>> = {
  'link-proposed': 'a-regarder',
  'link-confirmed': 'confirmees',
  'link-refused': 'refusees',
  'link-withdrawn': 'retirees',
};
export const STATES_LABEL = 'Quelles correspondances';
export const NOTHING = 'Rien ici.';
export const MORE = 'Suite de la liste';
export const ALIKE = 'Se ressemblent';
export const OPEN = 'Lire les deux textes et décider';
export const BY_PERSON = 'ajoutée par une personne';

export const COMPARE_TITLE = 'Comparer deux chartes';
export const COMPARE_HELP =
  'Les propositions rejoignent la liste à regarder. Comparer de nouveau n’efface aucune décision et ne propose rien deux fois.';
export const COMPARE_FROM = 'Une charte';
export const COMPARE_TO = 'Une autre, ou les objectifs';
export const THE_GOALS = 'Les 17 Objectifs de développement durable';
export const COMPARE = 'Comparer';
export function compared({ added, renewed, known }: { added: number; renewed: number; known: number }): string {
  const again =
    renewed === 0
      ? ''
      : `, ${count(renewed, 'reprise avec les mots d’aujourd’hui', 'reprises avec les mots d’aujourd’hui')}`;
  return `C’est comparé : ${count(added, 'proposition nouvelle', 'propositions nouvelles')}${again}, ${count(known, 'déjà connue', 'déjà connues')}.`;
}

export const ADD_TITLE = 'Ajouter une correspondance à la main';
export const ADD_DESCRIPTION = 'Dire que deux promesses sont apparentées, quand aucune machine ne l’a proposé.';
export const ADD_CHARTERS = 'Choisir ces chartes';
export const ADD_FROM = 'Promesse de départ';
export const ADD_TO = 'Promesse de l’autre charte';
export const ADD_GOAL = 'Objectif qu’elle sert';
export const ADD = 'Ajouter cette correspondance';
export const CHOOSE = 'À choisir';

export const PUBLISH_TITLE = 'Publier une version';
export const PUBLISH_HELP =
  'Fige les correspondances confirmées sous un numéro, avec leur empreinte, à une adresse qui ne change plus.';
export const PUBLISH = 'Publier une version figée';

export function linkTitle(id: number): string {
  return `Correspondance ${id}`;
}
export const STATE_LINE: Readonly<Record<LinkState, string>> = {
  'link-proposed': 'Proposée, personne ne s’est encore prononcé.',
  'link-confirmed': 'Confirmée, montrée au public.',
  'link-refused': 'Refusée.',
  'link-withdrawn': 'Retirée, n’est plus montrée.',
};
export const BECAUSE = 'Motif donné';
export const WHY = 'Pourquoi elle est proposée';
export const NEAREST = 'Les alinéas les plus proches sont sur fond teinté.';
export function levelOf(level: number): string {
  return level === 0 ? 'Texte du principe' : `Niveau ${level}`;
}
export const GONE = 'Cette promesse n’est plus dans les chartes que ce site connaît.';
export const CONFIRM_TITLE = 'Confirmer';
export const CHANGE_TITLE = 'Changer la relation';
export const RELATION_LABEL = 'Par rapport à la première, la seconde est';
export const REASON = 'Motif';
export const REASON_OPTIONAL = 'Motif (facultatif)';
export const REASON_HELP = 'Il est public une fois la correspondance confirmée. 500 signes au plus.';
export const CONFIRM = 'Confirmer cette correspondance';
export const CONFIRM_GOAL = 'Confirmer qu’elle sert cet objectif';
export const CHANGE = 'Changer la relation';
export const REFUSE_TITLE = 'Refuser';
export const REFUSE = 'Refuser cette proposition';
export const WITHDRAW_TITLE = 'Retirer';
export const WITHDRAW = 'Retirer cette correspondance';
export const REFUSE_HELP = 'Elle ne sera plus proposée. 500 signes au plus.';
export const DONE = 'C’est enregistré.';
export const NEXT = 'La proposition suivante';

/** `nameOf`: « Mesure 7, Pacte pour la Transition 2020 ». */
export function reasonInWords(reason: LikenessReason, nameOf: (promise: CharterPromise) => string): string {
  switch (reason.kind) {
    case 'same-title':
      return 'le même titre';
    case 'same-clauses':
      return count(reason.clauses, 'alinéa identique', 'alinéas identiques');
    case 'shared-words':
      return `des mots voisins : ${reason.words
        .map(({ from, to }) => (from === to ? `« ${from} »` : `« ${from} » / « ${to} »`))
        .join(', ')}`;
    case 'said-before':
      return `c’était confirmé d’une mesure dont elle vient, ${nameOf(reason.of)}, et ses mots ont changé depuis : la relation et le motif d’alors sont déjà remplis`;
    case 'goal-words':
      return `des mots de cet objectif : ${listOf(reason.words.map((words) => `« ${words} »`))}`;
  }
}

export type CrosswalkRefusal = CannotPropose | CannotDecide | CannotAdd | CannotPublishCrosswalk;

export function sayCrosswalkRefusal(refusal: CrosswalkRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
    case 'unknown-link':
      return 'Cette page n’existe pas, ou n’est pas pour ce compte.';
    case 'unknown-edition':
      return 'Ce site ne connaît pas cette charte. Choisissez-en une dans la liste.';
    case 'same-edition':
      return 'C’est deux fois la même charte. Choisissez-en deux différentes.';
    case 'text-missing':
      return 'Dites pourquoi, en une phrase.';
    case 'text-too-long':
      return `Ce motif est trop long : ${refusal.most} signes au plus.`;
    case 'relation-missing':
      return 'Choisissez comment la seconde promesse se rapporte à la première.';
    case 'decided-meanwhile':
      return `Quelqu’un s’est prononcé entre-temps : ${STATE_LINE[refusal.state].toLowerCase()} Relisez la page avant de décider.`;
    case 'words-changed':
      return 'Les mots d’une des deux promesses ne sont plus ceux qui ont été comparés. Comparez de nouveau ces deux chartes (une correspondance confirmée se retire d’abord), puis revenez ici.';
    case 'unknown-promise':
      return 'L’une des deux promesses n’est pas dans les chartes que ce site connaît. Choisissez-la dans la liste.';
    case 'link-known':
      return `Ces deux promesses ont déjà une ligne (${STATE_TITLE[refusal.state].toLowerCase()}). Décidez-en sur sa page :`;
    case 'said-by-publication':
      return 'La publication de l’édition dit déjà que l’une vient de l’autre. Il n’y a rien à ajouter.';
    case 'nothing-to-publish':
      return 'Aucune correspondance n’est confirmée : il n’y a rien à figer.';
    case 'nothing-changed':
      return `Rien n’a changé depuis la version ${refusal.number} : elle reste la dernière.`;
  }
}
