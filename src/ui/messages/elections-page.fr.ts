/** The pages of elections. */
import { count, figure } from './format.fr.ts';

export const ELECTIONS = 'Élections municipales';
export const ELECTIONS_LEDE =
  'Les élections auxquelles des listes ont signé ou peuvent signer un pacte, avec leurs listes et leurs résultats.';
export const PARTIAL = 'Élections partielles';
export const NO_PARTIAL =
  'Aucune élection partielle ne nous est connue. Elles renouvellent le conseil d’une seule commune.';

export const FIND_LISTS = 'Trouver les listes d’une commune';
export const SIGNATORIES = 'Les listes qui ont signé un pacte';
export const NO_SIGNATORY = 'Aucun pacte n’est encore rapproché d’une liste de cette élection.';
export const MORE_LISTS = 'Les listes suivantes';
export const LISTS_FILE = 'les listes de cette élection';
export const LISTS_HERE_FILE = 'les listes d’ici';
export const LISTS = 'Les listes';
export const SOURCE = 'D’où viennent ces dates';
export const NAMES_KEPT =
  'Seules les têtes de liste sont montrées. Les autres noms ne servent qu’à vérifier qu’une personne candidate ne rejoint pas un collectif ; ils sont effacés un an après le second tour pour les listes sans élu·e, à la fin du mandat pour les autres.';

export function electionDescription(title: string): string {
  return `${title} : dates, listes connues, listes qui ont signé un pacte, fichiers à télécharger.`;
}

export function electionAnswer({
  lists,
  municipalities,
  signatories,
}: {
  readonly lists: number;
  readonly municipalities: number;
  readonly signatories: number;
}) {
  if (lists === 0) return [{ figure: 'Inconnu', words: 'aucune liste n’est encore enregistrée', unknown: true }];
  return [
    {
      figure: figure(lists),
      words: `${lists < 2 ? 'liste connue' : 'listes connues'}, dans ${count(municipalities, 'commune', 'communes')}`,
    },
    { figure: `${figure(signatories)} sur ${figure(lists)}`, words: 'ont signé un pacte que nous connaissons' },
  ];
}
