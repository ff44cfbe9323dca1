/** Words of an intercommunality's page. */
import { count, figure } from './format.fr.ts';

export const MEMBERS = 'Ses communes';
export const LEFT_TO_IT = 'Ce que les pactes lui laissent';
export const NOTHING_LEFT = 'Aucun pacte publié ne nomme cette intercommunalité.';
export const COMMUNE_PACTS = 'Les pactes de ses communes';
export const NO_COMMUNE_PACT = 'Aucune de ses communes n’a de pacte publié à ce jour.';
export const OWN_PACTS = 'Ses propres pactes';
export const KIND_WORD: Readonly<Record<string, string>> = {
  cc: 'Communauté de communes',
  ca: 'Communauté d’agglomération',
  cu: 'Communauté urbaine',
  metropole: 'Métropole',
  'metropole-de-lyon': 'Métropole de Lyon',
  ept: 'Établissement public territorial',
};

export function groupingLede(communePacts: number, left: number): string {
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
