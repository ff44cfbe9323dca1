/** Words of a municipality's page: what was promised, what happened, who looked when. */
import type { Stance } from '#domain/pact/stance.ts';
import { a, count, dayOf, dePlace, figure, listOf } from './format.fr.ts';
import { theGrouping } from './grouping.fr.ts';
import { outOf } from './pact.fr.ts';

export const REST_OF_MEASURES = 'Autres mesures';
export const PROMISES = 'Promesse par promesse';
export const READ_PACT = 'Lire le pacte signé';
export const FOLLOW_PACT = 'Où en est chaque promesse';
export const FOLLOW_UP = 'Depuis la signature';
/** Pages of what came after the signature, under the address of the commune. */
export const FOLLOW_UP_PAGES = [
  {
    path: '/engagements-et-actions',
    label: 'Engagements et actions',
    what: 'ce que le plan de la mairie porte, et ce qu’aucune action ne porte',
  },
  { path: '/suivi', label: 'Rencontres, courriers et réponses', what: 'qui, quand, à quel sujet, et les silences' },
  { path: '/echeances', label: 'Échéances', what: 'les dates données par la charte, le pacte et le plan' },
  { path: '/comite', label: 'Comité de suivi', what: 'qui y siège, ses séances, ses comptes rendus' },
  { path: '/reprendre', label: 'Suivre et reprendre ailleurs', what: 'flux, agenda, carte pour votre site' },
] as const;
export const HELD_BY = 'Cette commune fait partie de';
export const HELD_BY_ANSWERS = ', qui répond de ses promesses.';
export const FORMER_HERE = 'Suivis sous leur nom, les pactes des communes réunies ici :';
export const DOCUMENTS = 'Documents';
export const PLANS = 'Plans d’action de la mairie';
export const PRINCIPLES_HERE = 'Principes';
export const LOCAL_HERE = 'Engagements locaux';
/** `charter`: named where pacts follow several. */
export function unsaidHere(unsaid: number, of: number, charter: string | null): string {
  const measures = `${count(unsaid, 'mesure', 'mesures')} sur ${figure(of)} dont aucun pacte ne parle ici`;
  return charter === null ? measures : `${charter} : ${measures}`;
}

export function communeTitle(name: string, code: string): string {
  return `${name} (${code.startsWith('97') ? code.slice(0, 3) : code.slice(0, 2)}) : ce qui a été promis, ce qui a été fait`;
}
type Former = { readonly name: string; readonly pacts: readonly unknown[] };
/** « 2 pactes publiés, signés à Bry-sur-Marne, réunie ici depuis. » */
function signedAsFormer(former: readonly Former[]): string {
  const pacts = former.reduce((sum, one) => sum + one.pacts.length, 0);
  const places = listOf(former.map(({ name }) => name));
  return `${count(pacts, 'pacte publié, signé', 'pactes publiés, signés')} sous le nom ${former.length === 1 ? 'd’une commune réunie' : 'de communes réunies'} ici depuis : ${places}.`;
}

export function communeDescription(name: string, pacts: number, former: readonly Former[] = []): string {
  if (pacts === 0 && former.length > 0) return `${name} : ${signedAsFormer(former)}`;
  return pacts === 0
    ? `${name} : aucun pacte publié à ce jour. Comment lancer un collectif local, et qui l’a fait près d’ici.`
    : `${name} : qui a promis quoi, mesure par mesure, avec quel niveau, ce qui en est connu et quand on l’a vérifié.`;
}
export function inhabitants(population: number | null): string {
  return population === null ? 'population inconnue' : `${figure(population)}\u00a0habitant·es`;
}
export function communeLede(pacts: number, terms: readonly string[], former: readonly Former[] = []): string {
  if (pacts === 0 && former.length > 0) return signedAsFormer(former);
  if (pacts === 0) return 'Aucun pacte publié ici à ce jour.';
  const lists = pacts === 1 ? 'Une liste a signé' : `${figure(pacts)} listes ont signé`;
  return `${lists} un pacte (${terms.join(', ')}).`;
}

export function plannedHere(plans: number): string {
  return plans === 0
    ? 'Aucun plan d’action publié ici.'
    : `${count(plans, 'plan d’action publié', 'plans d’action publiés')} ici.`;
}

export function takenInTheme(taken: number, of: number): string {
  return `${outOf(taken, of)} ${taken < 2 ? 'promise' : 'promises'}`;
}

export const AMENDED_HERE = 'texte modifié';

/** No pact yet: what one can do. */
export const EMPTY = {
  title: 'Que faire ici ?',
  steps: [
    'Réunissez au moins trois habitant·es qui ne sont ni élu·es ni candidat·es : c’est un collectif local.',
    'Choisissez dans la charte les mesures qui comptent ici. Dix suffisent, avec les trois principes.',
    'Rencontrez chaque liste, mesure par mesure, et faites signer ce qui est convenu.',
    'Un pacte est déjà signé ici ? Déposez son texte : il sera lu, puis relu par une personne.',
  ],
  charter: 'Voir la charte',
  read: 'Déposer un pacte signé',
} as const;

export function neighboursTitle(grouping: string): string {
  return `Près d’ici, dans ${theGrouping(grouping)}`;
}
export function noNeighbours(grouping: string): string {
  return `Aucune commune ${dePlace(theGrouping(grouping))} n’a de pacte publié à ce jour.`;
}
export function planLine(plan: { axes: number; actions: number; publishedAt: Date }): string {
  return `${count(plan.axes, 'axe', 'axes')}, ${count(plan.actions, 'action', 'actions')}, mis en ligne le ${dayOf(plan.publishedAt)}`;
}
export const NO_PLAN = (name: string): string =>
  `Aucun plan d’action de la mairie n’est publié ici. Vous en connaissez un ${a(name)} ? Il peut être lu ici.`;
export const READ_PLAN = 'Déposer un plan d’action';
export const OF_PACT = 'pacte';
export const OF_PLAN = 'plan d’action';
export function beyondTheCharter(measures: readonly number[]): string {
  if (measures.length === 0) return 'au-delà de la charte';
  return `touche ${measures.length < 2 ? 'la mesure' : 'les mesures'} ${listOf(measures.map(String))}`;
}
export function principleMarks(
  said: readonly { readonly name: string | null; readonly stance: Stance }[],
  word: Readonly<Record<Stance, string>>,
): string {
  return said.map(({ name, stance }) => (name === null ? word[stance] : `${name} : ${word[stance]}`)).join(' ; ');
}

export const LISTS_HERE = 'Les listes aux élections municipales, et ce qu’elles ont signé';
