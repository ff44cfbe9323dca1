/**
 * What a target means here, in French: "au moins 23 toilettes publiques pour 78 072 habitant·es".
 *
 * A part of a sentence, without capital nor full stop, so that it stands in a list or after a colon.
 * Spaces inside figures and before units never break.
 */
import type { TargetWithoutPlace, TargetInPlace } from '#domain/charter/target-here.ts';
import type { CountedUnit, Period, Subject, When } from '#domain/charter/target.ts';

const NUMBER = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
const FIXED = '\u00a0';

export function targetSentence(here: TargetInPlace): string {
  switch (here.kind) {
    case 'count':
      return `au moins ${counted(here.atLeast, here.unit)} pour ${inhabitants(here.population)}`;
    case 'ceiling':
      return here.atMost === 0
        ? `aucun ${COUNTED_NAME[here.unit].one} : la commune compte moins de ${inhabitants(here.inhabitants)}`
        : `au plus ${counted(here.atMost, here.unit)} pour ${inhabitants(here.population)}`;
    case 'shared':
      return `au moins ${counted(1, here.unit)} dans le bassin de ${inhabitants(here.inhabitants)} que la commune partage avec ses voisines`;
    case 'budget':
      return `au moins ${euros(here.atLeastEuros)} ${EVERY[here.period]} pour ${SUBJECT_NAME[here.subject]}, à ${inhabitants(here.population)}`;
    case 'area':
      return here.role === 'limit'
        ? `moins de ${squareMetres(here.squareMetres)} de ${SUBJECT_NAME[here.subject]} pour ${inhabitants(here.population)}`
        : `quand la commune a plus de ${squareMetres(here.squareMetres)} de ${SUBJECT_NAME[here.subject]} pour ${inhabitants(here.population)}`;
    case 'same-everywhere':
      return sentenceForAll(here.target);
  }
}

function sentenceForAll(target: TargetWithoutPlace): string {
  switch (target.kind) {
    case 'count':
      return `au moins ${counted(target.atLeast, target.unit)}`;
    case 'count-per-period':
      return `au moins ${counted(target.atLeast, target.unit)} ${EVERY[target.period]}`;
    case 'share':
      return `${target.bound === 'at-least' ? 'au moins ' : ''}${percent(target.percent)} ${SHARES[target.subject] ?? SUBJECT_NAME[target.subject]}${target.when === null ? '' : `, ${when(target.when)}`}`;
    case 'share-by-size':
      return `${target.percents.map(percent).join(' ou ')} ${SHARES[target.subject] ?? SUBJECT_NAME[target.subject]}, selon le nombre d’habitant·es`;
    case 'reduction':
      return target.percent === 50
        ? `${SUBJECT_NAME[target.subject]} : divisé par${FIXED}2, ${when(target.when)}`
        : `${SUBJECT_NAME[target.subject]} : −${percent(target.percent)}, ${when(target.when)}`;
    case 'multiplication':
      return `${SUBJECT_NAME[target.subject]} : multiplié par${FIXED}${number(target.factor)} en ${number(target.withinYears)}${FIXED}ans`;
    case 'yearly-increase':
      return `${SUBJECT_NAME[target.subject]} : en hausse chaque année`;
    case 'deadline':
      return `${SUBJECT_NAME[target.subject]} : ${when(target.when)}`;
    case 'area-limit':
      return `${SUBJECT_NAME[target.subject]} : au plus ${squareMetres(target.atMostSquareMetres)}`;
    case 'size-limit':
      return `${SUBJECT_NAME[target.subject]} : au plus ${number(target.atMostWidthCentimetres)}${FIXED}×${FIXED}${number(target.atMostHeightCentimetres)}${FIXED}cm`;
    case 'speed-limit':
      return `au plus ${number(target.kilometresPerHour)}${FIXED}km/h en ville`;
    case 'duration':
      return `${SUBJECT_NAME[target.subject]} : ${number(target.fromYears)} à ${number(target.toYears)}${FIXED}ans`;
    case 'spending-condition':
      return `au-delà de ${euros(target.moreThanEuros)} ${EVERY[target.period]} de ${SUBJECT_NAME[target.subject]}`;
    case 'zero':
      return `${SUBJECT_NAME[target.subject]} : zéro`;
  }
}

const EVERY: Readonly<Record<Period, string>> = { week: 'par semaine', year: 'par an' };

function when(moment: When): string {
  switch (moment.kind) {
    case 'by-year':
      return `d’ici${FIXED}${moment.year}`;
    case 'in-year':
      return `en${FIXED}${moment.year}`;
    case 'from-year':
      return `dès${FIXED}${moment.year}`;
    case 'before-year':
      return `avant${FIXED}${moment.year}`;
    case 'during-mandate':
      return 'pendant le mandat';
    case 'end-of-mandate':
      return 'd’ici la fin du mandat';
  }
}

type Noun = { readonly one: string; readonly many: string };

export const COUNTED_NAME: Readonly<Record<CountedUnit, Noun>> = {
  'public-toilet': { one: 'toilette publique', many: 'toilettes publiques' },
  'public-shower': { one: 'douche publique', many: 'douches publiques' },
  'reuse-site': { one: 'équipement de réemploi solidaire', many: 'équipements de réemploi solidaire' },
  'advertising-panel': { one: 'panneau publicitaire', many: 'panneaux publicitaires' },
  'vegetarian-meal': { one: 'repas végétarien', many: 'repas végétariens' },
  'ethically-funded-project': {
    one: 'projet financé par une source éthique',
    many: 'projets financés par une source éthique',
  },
  'action-marked-one-star': { one: 'action marquée *', many: 'actions marquées *' },
  'action-marked-two-stars': { one: 'action marquée **', many: 'actions marquées **' },
  'exemplary-building': { one: 'bâtiment symbolique rénové', many: 'bâtiments symboliques rénovés' },
  'calmed-traffic-zone': { one: 'zone de circulation apaisée', many: 'zones de circulation apaisée' },
  'co-construction-scheme': { one: 'dispositif de co-construction', many: 'dispositifs de co-construction' },
};

export const SUBJECT_NAME: Readonly<Record<Subject, string>> = {
  'public-purchases': 'achats publics',
  'municipal-electricity-renewable': 'électricité renouvelable et locale des bâtiments et de l’éclairage publics',
  'municipal-heat-renewable': 'chaleur renouvelable des bâtiments publics',
  'municipal-energy-renewable': 'énergie renouvelable de la commune (électricité, chaleur, carburants)',
  'municipal-energy-use': 'consommation d’énergie de la commune',
  'organic-food': 'bio dans la restauration collective',
  'land-artificialisation': 'artificialisation des sols',
  'supermarket-shelf-area': 'surface de gondoles',
  'positive-energy-territory': 'territoire à énergie positive',
  'energy-poverty': 'nombre de ménages en précarité énergétique',
  'old-dwellings-renovated': 'logements anciens rénovés en haute performance',
  'reference-document-for-building': 'document de référence adopté et diffusé',
  'public-transport-budget-per-inhabitant': 'budget des transports en commun par habitant·e',
  'public-transport-modal-share': 'usage des transports en commun parmi les déplacements',
  'cycling-budget': 'le développement du vélo',
  'polluting-lorries-ban': 'interdiction des poids lourds de vignette Crit’Air 2 et plus',
  'lorries-in-town': 'part des poids lourds dans la zone urbaine',
  'lorries-ban': 'interdiction des poids lourds dans la zone urbaine',
  'waste-prevention-share-of-waste-budget': 'budget de gestion des ordures ménagères pour la prévention',
  'bio-waste-sorting': 'tri à la source des bio-déchets',
  'waste-pricing-preparation': 'préparation et mise en œuvre de la tarification incitative',
  poster: 'affiche',
  'advertising-panel': 'panneau publicitaire',
  'social-housing': 'logements sociaux',
  'people-living-in-the-street': 'personne à la rue',
};

/** Said after "50 %", where the name alone would not be French. */
const SHARES: Readonly<Partial<Record<Subject, string>>> = {
  'municipal-electricity-renewable': 'd’électricité renouvelable et locale pour les bâtiments et l’éclairage publics',
  'municipal-heat-renewable': 'de chaleur renouvelable pour les bâtiments publics',
  'municipal-energy-renewable': 'd’énergie renouvelable (électricité, chaleur, carburants)',
  'organic-food': 'de bio dans la restauration collective',
  'old-dwellings-renovated': 'des logements anciens rénovés en haute performance',
  'waste-prevention-share-of-waste-budget': 'du budget de gestion des ordures ménagères pour la prévention',
  'social-housing': 'de logements sociaux',
};

/** French counts 0 and 1 as singular. */
function counted(value: number, unit: CountedUnit): string {
  const noun = COUNTED_NAME[unit];
  return `${number(value)}${FIXED}${value < 2 ? noun.one : noun.many}`;
}

function inhabitants(population: number): string {
  return `${number(population)}${FIXED}${population < 2 ? 'habitant·e' : 'habitant·es'}`;
}

function number(value: number): string {
  return NUMBER.format(value);
}

function percent(value: number): string {
  return `${number(value)}${FIXED}%`;
}

function euros(value: number): string {
  return `${number(value)}${FIXED}€`;
}

function squareMetres(value: number): string {
  return `${number(value)}${FIXED}m²`;
}
