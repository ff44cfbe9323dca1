/** `cli entry`. */
import { count } from './format.fr.ts';

export const entryCommand = {
  summary: 'apporte une saisie en nombre : un ZIP de documents et d’un tableau',
  usage: 'add FICHIER [--by NOM]',
  whichFile: 'Dites quel fichier apporter : entry add FICHIER.',
  noFile: (path: string): string => `Il n’y a pas de fichier « ${path} ».`,
  brought: (address: string, items: number): string =>
    `${count(items, 'élément apporté', 'éléments apportés')} : le serveur les lit, l’équipe nationale les relit à ${address}`,
};
