/** Words of the observatory's figures: what is promised, refused, changed, kept. */
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { PlacesLooked } from '#domain/observatory/listed.ts';
import { count, figure } from './format.fr.ts';

export const OVERVIEW_TITLE = 'Ce que le pays a promis, mesure par mesure';
export const OVERVIEW_DESCRIPTION =
  'Qui a signé, quelles mesures et quels niveaux sont promis, refusés ou modifiés, ce qui est tenu : par département, région, taille de commune, thème, majorité ou opposition. Chaque chiffre mène à sa liste.';
export const EVERY_FIGURE_LEADS = 'Chaque chiffre mène à la liste de ce qu’il compte.';

export const NOTHING_HERE = 'Aucun pacte publié ici ne correspond à ce choix.';
export const NOTHING_YET =
  'Aucun pacte n’est encore publié avec cette charte. Dès le premier, les chiffres paraîtront ici.';
export const READ_ONE = 'Publier un pacte';
export const START_COLLECTIVE = 'Créer un collectif';

const SHARE = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 });
const FINE_SHARE = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 });

/** « 12 % »; '' of nothing. Under one in a hundred it is not said to be none. */
export function shareOf(part: number, whole: number): string {
  if (whole === 0) return '';
  const share = part / whole;
  return (share > 0 && share < 0.01) || (share > 0.99 && share < 1) ? FINE_SHARE.format(share) : SHARE.format(share);
}

/** With one decimal: of a map, where shares stand near each other. */
export function fineShare(share: number): string {
  return FINE_SHARE.format(share);
}

export function outOf(part: number, whole: number): string {
  return `${figure(part)} sur ${figure(whole)}`;
}

export const PACTS = 'Pactes';
export function pactsFact(pacts: number): string {
  return pacts < 2 ? 'pacte publié' : 'pactes publiés';
}
/** `communes`: of the part shown, signatory or not; null: it is of groupings alone. In a département only communes sign. */
export function signedOutOf(
  places: number,
  { communes, groupings }: { communes: number | null; groupings: number },
): string {
  if (communes === null) return places < 2 ? 'intercommunalité signataire' : 'intercommunalités signataires';
  const total = count(communes, 'commune', 'communes');
  if (groupings === 0) return `${places < 2 ? 'commune signataire' : 'communes signataires'} sur ${total}`;
  const who = places < 2 ? 'commune ou intercommunalité signataire' : 'communes et intercommunalités signataires';
  const of = `${count(places - groupings, 'commune', 'communes')} sur ${figure(communes)}`;
  return `${who} : ${of}, ${count(groupings, 'intercommunalité', 'intercommunalités')}`;
}
/** « 103 communes évaluées sur 300 signataires ». */
export function lookedOutOf(
  looked: Exclude<PlacesLooked, 'signed'>,
  { part, signed, groupings }: { readonly part: number; readonly signed: number; readonly groupings: boolean },
): string {
  const [one, many] = LOOKED_WORD[looked];
  const who = groupings
    ? part < 2
      ? 'commune ou intercommunalité'
      : 'communes et intercommunalités'
    : part < 2
      ? 'commune'
      : 'communes';
  return `${who} ${part < 2 ? one : many} sur ${count(signed, 'signataire', 'signataires')}`;
}
const LOOKED_WORD = {
  assessed: ['évaluée', 'évaluées'],
  reviewed: ['avec un bilan publié', 'avec un bilan publié'],
} as const;

export const WHO = 'Qui a signé';
export const BY_STANDING = 'Selon ce que la liste est devenue';
export const BY_SIZE = 'Selon la taille de la commune';
export const WHO_CAPTION = 'Pactes, et communes ou intercommunalités qui en ont signé au moins un.';
export const COLUMN_WHO = 'Qui';
export const COLUMN_PLACES = 'Signataires';
export const TOTAL = 'Ensemble';
export const WHO_WHOLE =
  'Ce tableau compte tout le territoire choisi, sans le choix de taille ni de majorité ou d’opposition. Une commune dont plusieurs listes ont signé est signataire dans la ligne de chacune, et une seule fois dans l’ensemble.';

export const FIRST_ANSWERS = 'Les premières réponses';
export const EVERY_FOREMOST = 'Tout ce qui ressort : promis, refusé, tenu, laissé de côté, reformulé, cité';
export const FOREMOST_TITLE = 'Ce qui ressort';
export const FOREMOST_DESCRIPTION =
  'Les mesures le plus promises, refusées, tenues ou modifiées, les alinéas le plus laissés de côté ou reformulés, les collectivités le plus citées. Chaque chiffre mène à sa liste.';
export const PROMISED_AND_REFUSED = 'Promis, refusé';

export const MEASURES = 'Mesure par mesure';
export function measuresCaption(pacts: number): string {
  return `Nombre de pactes sur ${figure(pacts)}. « Promis » : pris en tout ou en partie.`;
}
export const LEVELS_TITLE = 'Niveau par niveau';
export const LEVELS_DESCRIPTION =
  'Combien de pactes prennent chaque niveau de chaque mesure, en tout ou en partie, dans tout le pays ou une partie. Chaque chiffre mène à sa liste.';
export function levelsCaption(pacts: number): string {
  return `Pactes, sur ${figure(pacts)}, qui prennent le niveau en tout ou en partie. Les niveaux ne se cumulent pas : on peut prendre N3 sans N1. « – » : la charte ne donne pas ce niveau.`;
}
export const COLUMN_MEASURE = 'Mesure';
export const COLUMN_ITEM = 'Mesure ou principe';
export const COLUMN_PROMISED = 'Promis';
export const COLUMN_REFUSED = 'Refusé';
export const LEVEL_COLUMN = (level: number): string => `N${level} pris`;
export const EVERY_STANCE = 'Chaque mesure a sa page, avec toutes les positions, les alinéas et le suivi.';

export const MOST_PROMISED = 'Le plus promis';
export const MOST_REFUSED = 'Le plus refusé';
export const MOST_EXCEPTED = 'Les alinéas le plus souvent laissés de côté';
export const MOST_REWORDED = 'Les alinéas le plus souvent reformulés';
export const MOST_AMENDED = 'Les mesures le plus souvent modifiées';
export const MOST_NAMED = 'Les collectivités le plus souvent citées';
export const MOST_KEPT = 'Le plus tenu';
export const BODIES_WITHOUT_THEME =
  'Les collectivités citées se comptent toutes mesures ensemble : elles paraissent sans thème, et sur la page de chaque mesure.';
export const NONE_REFUSED = 'Aucun refus dans les pactes de ce choix.';
export const NONE_APART = 'Aucun dans les pactes de ce territoire.';
export const NONE_KEPT =
  'Rien n’a encore été dit tenu ici. Cela ne veut pas dire que rien ne l’est : personne n’a regardé, ou pas encore conclu.';
export const KEPT_METHOD =
  'Deux voix, jamais mélangées. Ce qui était déjà fait avant le mandat n’est pas compté comme tenu.';
export const KEPT_COUNTS =
  'Ce que l’on n’a pas pu évaluer, ou qui n’est pas de la compétence de la commune, ne compte pas dans ces parts.';
/** `least`: pacts that count, for a share to be told. */
export function keptRanking(least: number): string {
  return `Par part des pactes regardés, quand il y en a ${figure(least)} au moins.`;
}
/** Something is said kept, in too few pacts for a share. */
export function tooFewLooked(promises: number, least: number): string {
  const what = count(promises, 'mesure ou principe est dit tenu', 'mesures ou principes sont dits tenus');
  return `${what} ici, dans moins de ${figure(least)} pactes regardés : trop peu pour en dire une part. La page de chaque mesure montre ce qui a été dit.`;
}
export const KEPT_BY: Readonly<Record<Voice, string>> = {
  collective: 'Selon les collectifs',
  'town-hall': 'Selon les mairies',
};
/** Each title by itself, away from those of the other voice. */
export const MOST_KEPT_BY: Readonly<Record<Voice, string>> = {
  collective: 'Le plus tenu, selon les collectifs',
  'town-hall': 'Le plus tenu, selon les mairies',
};
/** « sur 15 pactes regardés, soit 80 % ; 363 l’ont promis ». */
export function keptOutOf(
  kept: number,
  { counted, promised }: { readonly counted: number; readonly promised: number },
) {
  const share = `sur ${count(counted, 'pacte regardé', 'pactes regardés')}, soit ${shareOf(kept, counted)}`;
  return `${share} ; ${figure(promised)} ${promised < 2 ? 'l’a promis' : 'l’ont promis'}`;
}
export function pactsOutOf(whole: number): string {
  return `sur ${count(whole, 'pacte', 'pactes')}`;
}
/** « pactes, sur 363 qui la promettent ». */
export function outOfPromising(pacts: number, promised: number): string {
  return `${pactsWord(pacts)}, sur ${figure(promised)} qui la ${promised < 2 ? 'promet' : 'promettent'}`;
}
export function clauseName(measure: number, level: number, clause: number): string {
  if (level === 0) return `Mesure ${measure}, titre`;
  const where = clause === 0 ? 'introduction ou niveau entier' : `alinéa ${clause}`;
  return `Mesure ${measure}, N${level}, ${where}`;
}
export function itemName(item: string): string {
  return item.startsWith('p') ? `Principe ${item.slice(1)}` : `Mesure ${item.slice(1)}`;
}
/** « promesses la citent, sur 3 400 ». */
export function promisesNaming(promises: number, whole: number): string {
  return `${promises < 2 ? 'promesse la cite' : 'promesses la citent'}, sur ${figure(whole)}`;
}
/** « pactes, sur 180 qui prennent ce niveau »; of the title, the measure. */
export function clauseOutOf(
  pacts: number,
  { level, taken }: { readonly level: number; readonly taken: number },
): string {
  const whole = `${figure(taken)} qui ${taken < 2 ? 'prend' : 'prennent'} ${level === 0 ? 'la mesure' : 'ce niveau'}`;
  return `${pactsWord(pacts)}, sur ${whole}`;
}

export const PERIOD_FIGURES = 'Signés à ces dates';
export function signedInDays(pacts: number, whole: number): string {
  return `${pacts < 2 ? 'pacte signé' : 'pactes signés'} à ces dates, sur ${figure(whole)} du territoire`;
}
export function dayUnknown(pacts: number): string {
  return pacts === 0
    ? 'Le jour de signature de chaque pacte du territoire est connu.'
    : `${count(pacts, 'pacte dont le jour de signature n’est pas connu n’est', 'pactes dont le jour de signature n’est pas connu ne sont')} dans aucune période.`;
}
export const PERIOD_HOLDS =
  'Par date, on sait quels pactes ont été signés et quelles mesures ils prennent. Les refus, niveaux, alinéas et le suivi ne sont comptés que sans date.';
export const WITHOUT_DATES = 'Les voir, toutes dates ensemble';
export const CHANGED = 'Ce qui est laissé de côté, ce qui est reformulé, qui est cité';
export function pactsWord(pacts: number): string {
  return pacts < 2 ? 'pacte' : 'pactes';
}
