/** Words of the search for a municipality. */
import { count } from './format.fr.ts';

export const COMMUNES_TITLE = 'Communes';
export const COMMUNES_LEDE = 'Trouvez la vôtre, ou parcourez celles dont un pacte est publié.';
export const WITH_PACT = 'Avec un pacte publié';
export const SEARCH_DESCRIPTION = 'Cherchez une commune de France par son nom, un ancien nom ou son code postal.';

export function resultsTitle(q: string): string {
  return `Communes pour « ${q} »`;
}
export function resultCount(results: number): string {
  return `${count(results, 'commune trouvée', 'communes trouvées')}, la plus proche de votre recherche d’abord.`;
}
/** When the list is full there may be more. */
export function firstResults(results: number): string {
  return `Les ${results} communes les plus proches de votre recherche. Pour en voir d’autres, écrivez le nom entier ou le code postal.`;
}
export function noResult(q: string): string {
  return `Aucune commune ne correspond à « ${q} ».`;
}
export const NO_RESULT_NEXT =
  'Vérifiez l’orthographe, essayez un mot du nom seulement, ou le code postal à cinq chiffres.';
export function matchedBy(former: string): string {
  return `ancien nom : ${former}`;
}
export const FILE_NEEDS_SEARCH =
  'Ce fichier donne ce que trouve une recherche : ajoutez ?q= et un nom de commune ou un code postal.';
