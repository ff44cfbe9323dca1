/** Words of votes on priorities. */
import { count, day, figure } from '../format.fr.ts';

export const VOTE_HEADING = 'Quelles mesures comptent ici ?';
export const VOTE_LEDE =
  'Le collectif demande aux habitant·es quelles mesures comptent le plus ici. Le vote le conseille ; il choisit ensuite ce qu’il propose aux listes, et le montre.';
export const VOTE_SEND = 'Recevoir un code pour voter';
export const VOTE_CONFIRM = 'Déposer mon bulletin';
export const VOTE_NOTES = [
  'Un bulletin par adresse électronique. Jusqu’à la clôture, un nouveau bulletin remplace le précédent.',
  'Votre adresse n’est montrée à personne. À la clôture, ce qui la reliait à votre bulletin est effacé : personne ne peut plus savoir qui a choisi quoi.',
  'Aucun résultat n’est montré avant la clôture.',
] as const;
export const BALLOT_CAST = 'Votre bulletin est déposé.';
export const CHANGE_BALLOT = 'Changer mon bulletin';
export const BALLOT_REPLACED = 'Votre nouveau bulletin remplace le précédent.';
export const COUNTING = 'Le vote est clos. Le décompte sera affiché dans l’heure.';
export const OF_THE_CHARTER = 'Mesures de la charte';
export const OF_THE_COLLECTIVE = 'Mesures locales, proposées par le collectif';
export const RANK = 'Rang';
export const MEASURE = 'Mesure';
export const BALLOTS = 'Bulletins';
export const RESULTS = 'Résultats';
export const CANCELLED_VOTE = 'Ce vote a été annulé par le collectif. Les bulletins ont été effacés.';

export function voteTitle(name: string): string {
  return `Quelles mesures comptent ici ? Le vote de « ${name} »`;
}
export function voteDays(opensOn: string, closesOn: string): string {
  return `Du ${day(opensOn)} au ${day(closesOn)} inclus`;
}
export function chooseUpTo(choices: number): string {
  return choices === 1 ? 'Choisissez une mesure' : `Choisissez jusqu’à ${figure(choices)} mesures`;
}
/** Beside the population, and no more precise than what it tells. */
export function turnout(ballots: number, population: number | null): string {
  const cast = count(ballots, 'bulletin', 'bulletins');
  if (population === null) return `${cast}. Population inconnue.`;
  const share = (100 * ballots) / population;
  const percent = ballots === 0 ? '' : share < 1 ? ', moins de 1 %' : `, ${figure(Math.round(share))} %`;
  return `${cast} pour ${figure(population)} habitant·es${percent}. On vote quel que soit son âge, une fois par adresse : ce n’est pas une élection.`;
}
export function countedTwice(recounted: boolean): string {
  return recounted
    ? 'Compté à la clôture, recompté à l’affichage de cette page : le résultat est le même.'
    : 'Le décompte gardé à la clôture n’est plus celui des bulletins : prévenez qui tient ce site.';
}
