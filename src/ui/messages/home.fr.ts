/** Words of the first page. */
import { count, dayOf, figure } from './format.fr.ts';

export const HOME_TITLE = 'Ce que les communes ont promis, ce qu’elles ont fait';
export const HOME_LEDE =
  'Des collectifs d’habitant·es font signer des pactes aux listes municipales. Ici, chaque promesse garde son texte exact, sa source et sa date.';
export const HOME_DESCRIPTION =
  'Cherchez votre commune : qui a promis quoi, à quel niveau, ce qui en est connu, et qui l’a vérifié quand. Sans compte, sans traceur.';
export const NEWS = 'Nouveau ici';
export const NO_NEWS = 'Rien n’est encore publié. Le premier pacte peut être le vôtre.';
export const FOLLOW = 'Une promesse, un fil';
export const FOLLOW_STEPS = [
  ['La charte', 'propose des mesures, chacune avec jusqu’à trois niveaux.'],
  ['Le pacte', 'dit ce qu’une liste en prend, en retire, en change, et signe.'],
  ['Le plan', 'de la mairie dit ce qui est prévu, par qui, quand, avec quels moyens.'],
  ['Deux regards', 'celui du collectif et celui de la mairie, côte à côte, chacun daté.'],
] as const;
export const UNKNOWN_SAID = 'Ce que personne n’a vérifié est dit inconnu, jamais zéro.';
export const WHOLE_COUNTRY = 'Le pays, mesure par mesure';
export const ON_A_MAP = 'Sur une carte';
export const newEdition = (at: Date): string => `nouvelle édition d’une charte, publiée le ${dayOf(at)}`;
export const ALL_PACTS = 'Tous les pactes';
export const ALL_PLANS = 'Tous les plans';

export function homeAnswer(figures: {
  pacts: number;
  municipalities: number;
  municipalitiesOfAll: number;
  commitments: number;
  levels: number;
  plans: number;
  actions: number;
  assessed: number;
}): readonly { figure: string; words: string; unknown?: boolean }[] {
  return [
    {
      figure: count(figures.pacts, 'pacte', 'pactes'),
      words: `${figures.pacts < 2 ? 'publié' : 'publiés'} dans ${count(figures.municipalities, 'commune', 'communes')} sur ${figure(figures.municipalitiesOfAll)}`,
    },
    {
      figure: count(figures.commitments, 'promesse', 'promesses'),
      words: `et ${count(figures.levels, 'niveau pris', 'niveaux pris')}, en tout ou en partie`,
    },
    {
      figure: count(figures.plans, 'plan', 'plans'),
      words: `de mairie, ${count(figures.actions, 'action', 'actions')} ; ${count(figures.assessed, 'promesse évaluée', 'promesses évaluées')} à ce jour`,
    },
  ];
}
export function figuresAsOf(asOf: Date | null): string {
  return asOf === null ? 'Chiffres de ce site.' : `Chiffres de ce site, au ${dayOf(asOf)}.`;
}
export const CAMPAIGN =
  'Le Pacte pour la Transition a réuni en 2020 des collectifs dans 2 607 communes ; environ 300 listes signataires ont été élues. Beaucoup de ces pactes restent à publier.';

/** Before the name of the place where the demonstration shows a whole mandate. */
export const PLAYED =
  'Pour voir un fil d’un bout à l’autre, six ans de suivi inventés dans une commune qui n’existe pas :';
