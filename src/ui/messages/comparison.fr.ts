/** Words of communes and of lists set side by side. */
import type { CameLine } from '#ui/commune/came-of-it.ts';
import type { LevelMarksShown } from '#ui/level-marks.ts';
import { count, figure, listOf } from './format.fr.ts';

export const COMPARE_TITLE = 'Comparer des communes';
export const COMPARE_DESCRIPTION =
  'Deux à quatre communes côte à côte : ce que chacune a promis, mesure par mesure et niveau par niveau, et ce qu’en disent les deux voix.';
export const COMPARE_LEDE =
  'Deux à quatre communes côte à côte : ce qui y est promis, niveau par niveau, et ce qu’en disent le collectif et la mairie.';
export function comparedTitle(names: readonly string[]): string {
  return names.length === 0 ? COMPARE_TITLE : `Comparer ${listOf(names)}`;
}

export const ADD_LABEL = 'Ajouter une commune';
export const ADD_BUTTON = 'Ajouter';
export const CHOSEN = 'Communes choisies';
export const REMOVE = 'retirer';
/** After « retirer », for who hears the link alone. */
export function removed(name: string): string {
  return ` ${name}`;
}
export const FULL = 'Quatre communes au plus tiennent côte à côte : retirez-en une pour en ajouter une autre.';
export const TWO_AT_LEAST = 'Il en faut au moins deux pour comparer.';
export function notFound(typed: string): string {
  return `Nous ne trouvons pas de commune « ${typed} ». Essayez son nom entier ou son code postal.`;
}
/** `codes`: asked by the address, and of no commune here. */
export function notFoundAsCommune(codes: readonly string[]): string {
  return codes.length === 1
    ? `Nous ne connaissons pas de commune au code ${listOf(codes)} : elle n’est pas dans la comparaison.`
    : `Nous ne connaissons pas de commune aux codes ${listOf(codes)} : elles ne sont pas dans la comparaison.`;
}
export function chooseAmong(typed: string): string {
  return `Plusieurs communes répondent à « ${typed} » : choisissez.`;
}
export const TWINS_OF = 'Qui lui ressemble ?';
export function twinsOf(name: string): string {
  return `Les communes semblables : ${name}`;
}

export const CHARTER_OF = 'Charte comparée :';
export const NO_COMMON_CHARTER =
  'Aucun pacte n’est publié dans ces communes à ce jour : il n’y a encore rien à comparer.';
export const COLUMN_MEASURE = 'Mesure';
const OTHER_WORDS = 'mots changés';
/** « N1 N2 pris, N3 refusé, mots changés ». */
export function promisedWords(
  { groups, plain }: LevelMarksShown,
  { otherWords }: { readonly otherWords: boolean },
): string {
  const said = groups.map(({ levels, word }) => `${levels.map(({ label }) => label).join(' ')} ${word}`);
  return [...(said.length === 0 ? [plain] : said), ...(otherWords ? [OTHER_WORDS] : [])].join(', ');
}
/** After the state, where there is one. */
export function cameWords({ words, old, silent }: CameLine): string {
  return `${words}${old === '' ? '' : `, ${old}`}${silent === '' ? '' : ` ; ${silent}`}`;
}
/** Over a cell that stands for every column, on a phone. */
export const ALIKE = 'Partout la même chose';
export const BRIEF = {
  promised: 'Ce qui est promis',
  kept: 'Ce qui est tenu',
  unknown: 'Ce que personne ne sait',
} as const;
export const NOTHING_KNOWN = 'inconnu : aucun pacte publié';
export const PROMISED = 'Ce qui est promis, et ce qu’il en est dit';
export const ONLY_DIFFERING = 'Ne montrer que les mesures où elles diffèrent';
export const ALL_MEASURES = 'Montrer toutes les mesures';
export const NONE_DIFFERS = 'Elles disent la même chose de toutes les mesures.';

export type ComparedCounted = {
  /** Those that are compared: who has no pact has no place in the counts. */
  readonly pacts: number;
  readonly measures: number;
  readonly byAll: number;
  readonly bySome: number;
  readonly byNone: number;
  readonly differing: number;
};
export function countedLine({ pacts, measures, byAll, bySome, byNone, differing }: ComparedCounted): string {
  if (pacts < 2) return 'Un seul pacte est publié : le reste est inconnu, et non refusé.';
  const all = pacts === 2 ? 'les deux pactes' : `les ${figure(pacts)} pactes`;
  return `Sur ${count(measures, 'mesure', 'mesures')} : ${figure(byAll)} dans ${all}, ${figure(bySome)} dans une partie seulement, ${figure(byNone)} dans aucun. Ils diffèrent sur ${figure(differing)}, niveaux et suites compris.`;
}
export function tableCaption(charter: string, counted: ComparedCounted): string {
  return `${charter}. ${countedLine(counted)}`;
}

/** Of a commune where several lists signed: which pact stands in its column. */
export function pactShown(list: string, others: number): string {
  return others === 0 ? list : `${list} (et ${count(others, 'autre pacte', 'autres pactes')} ici)`;
}
export const NOT_GOVERNING = 'liste hors de la majorité';
export const COMPARE_LISTS = 'Comparer ses listes';

// The lists of one commune, at one election.
export function listsSideBySide(placeName: string, election: string): string {
  return `${placeName} : les listes côte à côte, ${election.charAt(0).toLowerCase()}${election.slice(1)}`;
}
export function listsSideBySideDescription(placeName: string): string {
  return `${placeName} : qui a signé quoi, qui n’a rien signé, qui a fusionné, liste par liste et mesure par mesure.`;
}
export const COMPARE_LISTS_HERE = 'Ces listes côte à côte, mesure par mesure';
export const WHO_SIGNED = 'Qui a signé';
export const SIGNED_NOTHING = 'n’a rien signé que nous connaissions';
export function listsCountedLine({ lists, signed }: { lists: number; signed: number }): string {
  return `${figure(signed)} ${signed < 2 ? 'a signé' : 'ont signé'} un pacte, sur ${count(lists, 'liste connue', 'listes connues')} à cette élection.`;
}
export const LINKED_BY_NAME = 'd’après son nom, à confirmer';
/** Of a list that merged into another: whether what it signed binds its people there. */
export function partLine(former: string, pacts: number): string {
  return `les personnes venues de « ${former} » ${pacts === 0 ? 'n’ont rien signé' : 'sont liées par leur pacte'}`;
}
export const OTHER_ELECTIONS = 'Autres élections :';
export const AT_NO_ELECTION = 'Aucune élection connue';
export const MORE_LISTS =
  'Les cinq premières listes signataires sont montrées ci-dessous ; les autres pactes se lisent un par un.';
export const NO_SIGNATORY = 'Aucune liste n’a signé de pacte que nous connaissions à cette élection.';
