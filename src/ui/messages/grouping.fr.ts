/** Words of an intercommunality's page. */
import { count, figure } from './format.fr.ts';

export const MEMBERS = 'Ses communes, de A à Z';
export const LEFT_TO_IT = 'Ce que les pactes lui laissent';
export const NOTHING_LEFT = 'Aucun pacte publié ne nomme cette intercommunalité.';
export const COMMUNE_PACTS = 'Les pactes de ses communes';
export const NO_COMMUNE_PACT =
  'Aucune de ses communes n’a de pacte publié à ce jour. Choisissez la vôtre ci-dessous : sa page dit comment commencer.';
/** Before the municipality that holds the one that signed. */
export const MERGED_INTO = ', commune réunie depuis à ';
export const OWN_PACTS = 'Ses propres pactes';
export const KIND_WORD: Readonly<Record<string, string>> = {
  cc: 'Communauté de communes',
  ca: 'Communauté d’agglomération',
  cu: 'Communauté urbaine',
  metropole: 'Métropole',
  'metropole-de-lyon': 'Métropole de Lyon',
  ept: 'Établissement public territorial',
};

/** The kind, when the name does not begin with it. */
export function kindUnlessSaid({ kind, name }: { readonly kind: string; readonly name: string }): readonly string[] {
  const word = KIND_WORD[kind];
  return word === undefined || name.replaceAll("'", '’').startsWith(word) ? [] : [word];
}
/** In a sentence: "la communauté d'agglomération de Blois", "l'agglo du Pays de Dreux", "Vitré Communauté". */
export function theGrouping(name: string): string {
  const article = /^(?:Communauté|Métropole) /.test(name) ? 'la ' : /^(?:Agglo|Eurométropole)/.test(name) ? 'l’' : '';
  return article === '' ? name : article + name.charAt(0).toLowerCase() + name.slice(1);
}

export function groupingLede(communePacts: number, left: number): string {
  if (communePacts === 0 && left === 0)
    return 'Aucun pacte publié dans ses communes à ce jour, aucun ne lui laisse d’engagement.';
  return `${count(communePacts, 'pacte publié', 'pactes publiés')} dans ses communes ; ${count(left, 'engagement lui est laissé ou se décide avec elle', 'engagements lui sont laissés ou se décident avec elle')}.`;
}
export function groupingDescription(name: string): string {
  return `${name} : ses communes, ce que leurs pactes lui laissent, ses propres engagements.`;
}
export function memberCount(members: number): string {
  return `${figure(members)} ${members < 2 ? 'commune' : 'communes'}`;
}
export const GROUPING_EXPLAINED =
  'Transports, déchets, climat : beaucoup de promesses communales dépendent d’elle. Elle peut signer, répondre, et tenir un plan.';
export const HAS_PACT = ', pacte publié';

export const ACT_FOR_IT = 'Vous y travaillez, ou y êtes élu·e ?';
export const ASK_TO_ACT = 'Demander à agir pour cette intercommunalité';
