/** Words about indicators: what is counted, how much, when, and what a charter offers to count. */
import type { CountedUnit } from '#domain/charter/target.ts';
import type { Counted, IndicatorOffer } from '#domain/plan/indicator-offer.ts';
import type { OfferedFrom } from '#domain/plan/indicator-kept.ts';
import type { Goal, IndicatorValue, Standing } from '#domain/plan/indicator.ts';
import type { Period } from '#domain/plan/period.ts';
import { day, dayOf, monthIn } from './format.fr.ts';
import { levelLabel } from './stances.fr.ts';
import { COUNTED_NAME, SUBJECT_NAME } from './targets.fr.ts';

const NUMBER = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 4 });

export const TITLE = 'Indicateurs';
export const INDICATOR = 'Indicateur';
export const RESULT = 'Résultat';
export const TARGET = 'Objectif';
export const WHOLE_PLACE = 'Tout le territoire';
export const NO_DATE = 'sans date';
export const UNKNOWN = 'inconnu';
export const SOURCE = 'Source';
export const NO_SOURCE = 'source non dite';
export const FIGURES = 'Les chiffres';
export const ABOUT_ACTIONS = 'Actions concernées';
export const ABOUT_PROMISES = 'Engagements concernés';
export const FROM_CHARTER = 'D’après la charte';
export const NO_FIGURE = 'Aucun chiffre n’a encore été donné.';
export const WHEN = 'Date';
export const WHERE = 'Territoire';
export const THESE_FIGURES = 'ces chiffres';

export const GOAL_WORD: Readonly<Record<Goal, string>> = {
  'at-least': 'au moins',
  'at-most': 'au plus',
  exactly: 'exactement',
};

/** A unit is written in the plural by who counts: beside one or none it stands apart, for nobody can tell how to make it one. */
export function numberIn(value: number, unit: string): string {
  const [first = ''] = unit.split(' ');
  const apart = Math.abs(value) < 2 && /[a-zé]{3,}[sx]$/i.test(first) && !/^(?:fois|mois)$/i.test(first);
  return apart ? `${NUMBER.format(value)} (${unit})` : `${NUMBER.format(value)}\u00a0${unit}`;
}

export function numberAlone(value: number): string {
  return NUMBER.format(value);
}

/** As exactly as it was said: a year is not its last day. */
export function periodIn(period: Period | null): string {
  if (period === null) return NO_DATE;
  if (period.precision === 'year') return period.on.slice(0, 4);
  return period.precision === 'month' ? monthIn(period.on) : day(period.on);
}

export function territoryIn(territory: string): string {
  return territory === '' ? WHOLE_PLACE : territory;
}

/** « 12 toilettes sur au moins 23 visées, en 2027 » */
export function standingIn({ result, target }: Standing, { unit, goal }: { unit: string; goal: Goal | null }): string {
  const aimed = target === null ? '' : `, objectif : ${aimedAt(target, { unit, goal })}`;
  if (result === null) return `résultat inconnu${aimed}`;
  return `${numberIn(result.value, unit)} (${periodIn(result.period)})${aimed}`;
}

export function aimedAt(
  { value, period }: IndicatorValue,
  { unit, goal }: { unit: string; goal: Goal | null },
): string {
  const bound = goal === null ? '' : `${GOAL_WORD[goal]} `;
  return `${bound}${numberIn(value, unit)}${period === null ? '' : ` (${periodIn(period)})`}`;
}

export function reachedIn(reached: boolean | null): string {
  if (reached === null) return '';
  return reached ? 'objectif atteint' : 'objectif pas atteint';
}

export function freshness(changedAt: Date, last: Period | null): string {
  const measured = last === null ? 'Jamais mesuré' : `Dernière mesure : ${periodIn(last)}`;
  return `${measured}. Chiffres tenus à jour par la mairie, modifiés le ${dayOf(changedAt)}.`;
}

export function description(title: string, place: string): string {
  return `${place}, ${title} : résultats mesurés et objectifs, avec leurs dates et leur source.`;
}

export function chartTitle(title: string): string {
  return `${title} : résultats et objectifs dans le temps`;
}

export function leftToTable(territories: number): string {
  return territories < 2
    ? 'Un autre territoire est dans le tableau seulement.'
    : `${territories} autres territoires sont dans le tableau seulement.`;
}

/** What stands after a figure: short, the title says the rest. */
const UNIT: Readonly<Record<CountedUnit, string>> = {
  'public-toilet': 'toilettes',
  'public-shower': 'douches',
  'reuse-site': 'équipements',
  'advertising-panel': 'panneaux',
  'vegetarian-meal': 'repas',
  'ethically-funded-project': 'projets',
  'action-marked-one-star': 'actions',
  'action-marked-two-stars': 'actions',
  'exemplary-building': 'bâtiments',
  'calmed-traffic-zone': 'zones',
  'co-construction-scheme': 'dispositifs',
};

/** A title and a unit for what a charter asks to count. */
export function offerWords(counted: Counted): { readonly title: string; readonly unit: string } {
  if (counted.of === 'unit') {
    const { many } = COUNTED_NAME[counted.unit];
    return { title: capital(many), unit: `${UNIT[counted.unit]}${every(counted.every)}` };
  }
  const subject = capital(SUBJECT_NAME[counted.subject]);
  switch (counted.as) {
    case 'percent':
      return { title: subject, unit: '%' };
    case 'percent-less':
      return { title: `${subject} : baisse depuis le début`, unit: '% de moins' };
    case 'times':
      return { title: `${subject} : multiplication depuis le début`, unit: 'fois' };
    case 'euros':
      return { title: `Budget : ${SUBJECT_NAME[counted.subject]}`, unit: `€${every(counted.every)}` };
    case 'square-metres':
      return { title: subject, unit: 'm²' };
    case 'number':
      return { title: subject, unit: 'en tout' };
  }
}

export function offerLine(offer: IndicatorOffer, unit: string): string {
  const aimed =
    offer.target === null
      ? 'objectif à préciser'
      : aimedAt({ kind: 'target', territory: '', ...offer.target }, { unit, goal: offer.goal });
  return `${levelLabel(offer.level)}, ${clauseQuoted(offer)} : ${aimed}`;
}

/** The words of the charter, and those that were signed in their place. */
export function clauseQuoted({ quote, signed }: Pick<OfferedFrom, 'quote' | 'signed'>): string {
  return signed === undefined || signed === null ? `« ${quote} »` : `« ${quote} », signé ici « ${signed} »`;
}

function every(period: 'week' | 'year' | null): string {
  if (period === null) return '';
  return period === 'week' ? ' par semaine' : ' par an';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
