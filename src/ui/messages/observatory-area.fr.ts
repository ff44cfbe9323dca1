/** Words of the page of a département or of a région. */
import { count, figure } from './format.fr.ts';

export function areaTitle(name: string): string {
  return `Qui a signé : ${name}`;
}
export function areaDescription(name: string): string {
  return `${name} : les communes qui ont signé un pacte, combien de pactes, et lesquelles ont été évaluées.`;
}
export function itsFigures(name: string): string {
  return `Mesure par mesure : ${name}`;
}
export const THOSE_THAT_SIGNED = 'Les communes signataires';
export const EVERY_COMMUNE = 'Toutes les communes';
export const SHOW_EVERY = 'Voir aussi celles où rien n’est publié';
export const SHOW_SIGNED = 'Voir les signataires seulement';
export const NOBODY_SIGNED =
  'Aucun pacte n’est publié ici avec cette charte. Cela ne veut pas dire que personne n’a signé.';
export const START_HERE = 'Rejoindre ou créer un collectif';

export function communeLine(commune: {
  readonly population: number | null;
  readonly pacts: number;
  readonly assessed: number;
}): string {
  const people =
    commune.population === null ? 'population inconnue' : count(commune.population, 'habitant·e', 'habitant·es');
  if (commune.pacts === 0) return `${people} · rien de publié`;
  const looked =
    commune.assessed === 0
      ? 'pas encore évalué'
      : commune.pacts === 1
        ? 'évalué'
        : `${figure(commune.assessed)} sur ${figure(commune.pacts)} évalués`;
  return `${people} · ${count(commune.pacts, 'pacte', 'pactes')}, ${looked}`;
}
