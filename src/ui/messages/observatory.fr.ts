/** Words of the observatory that every page of it uses: its name, its pages, its filters. */
import type { Area, Size, Standing } from '#domain/observatory/cell.ts';
import type { Period } from '#domain/observatory/listed.ts';
import type { Fault } from '#domain/open-data/api-problem.ts';
import type { Losable } from '#ui/observatory/answers.ts';
import { editionName } from './edition-name.fr.ts';
import { count, day, dayOf, listOf } from './format.fr.ts';

export const OBSERVATORY = 'Observatoire';
export const OBSERVATORY_NAVIGATION = 'Pages de l’observatoire';
export const OBSERVATORY_PAGES = [
  { room: '', label: 'Mesure par mesure' },
  { room: '/niveaux', label: 'Niveau par niveau' },
  { room: '/ressort', label: 'Ce qui ressort' },
  { room: '/carte', label: 'Carte' },
  { room: '/progression', label: 'Progression' },
  { room: '/comparer', label: 'Comparer des communes' },
] as const;

export const FILTERS = 'Choisir une partie du pays';
export const FILTER = {
  edition: 'Charte',
  area: 'Territoire',
  size: 'Taille de la commune',
  standing: 'Majorité ou opposition',
  theme: 'Thème',
  since: 'Signé à partir du',
  until: 'Signé jusqu’au',
} as const;
export const SHOW = 'Afficher';
export const SHOW_ALL = 'Tout le pays';
export const WHOLE_COUNTRY = 'Tout le pays';
export const REGIONS = 'Régions';
export const DEPARTMENTS = 'Départements et territoires';
export const ANY_SIZE = 'Toutes les tailles';
export const ANY_STANDING = 'Toutes les listes';
export const ANY_THEME = 'Tous les thèmes';

export const SIZE_WORD: Readonly<Record<Size, string>> = {
  'under-500': 'moins de 500 habitant·es',
  '500-to-1999': 'de 500 à 1\u202f999',
  '2000-to-9999': 'de 2\u202f000 à 9\u202f999',
  '10000-to-49999': 'de 10\u202f000 à 49\u202f999',
  '50000-and-more': '50\u202f000 et plus',
  grouping: 'intercommunalités',
  unknown: 'population inconnue',
};

export const STANDING_WORD: Readonly<Record<Standing, string>> = {
  majority: 'équipe élue (majorité)',
  opposition: 'élue dans l’opposition',
  'not-elected': 'non élue',
  unknown: 'résultat non connu ici',
};

export function editionOption(edition: { readonly title: string; readonly year: number }, pacts: number): string {
  return `${editionName(edition)} (${count(pacts, 'pacte', 'pactes')})`;
}

/** « Tout le pays », « Bretagne », « Ain (01) ». */
export function areaName(area: Area, name: string): string {
  switch (area.kind) {
    case 'country':
      return WHOLE_COUNTRY;
    case 'region':
      return name;
    case 'department':
      return `${name} (${area.code})`;
  }
}

/** What is shown, in one line, under the title. */
export function partShown(shown: {
  readonly edition: string;
  readonly area: string;
  readonly size: Size | null;
  readonly standing: Standing | null;
  readonly theme: string | null;
  readonly period: Period;
}): string {
  const { edition, area, size, standing, theme, period } = shown;
  return [
    edition,
    area,
    size === null ? '' : size === 'grouping' || size === 'unknown' ? SIZE_WORD[size] : `communes : ${SIZE_WORD[size]}`,
    standing === null ? '' : `listes : ${STANDING_WORD[standing]}`,
    theme === null ? '' : `thème : ${theme}`,
    periodWords(period),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

export function periodWords({ since, until }: Period): string {
  if (since !== null && until !== null) return `signé du ${day(since)} au ${day(until)}`;
  if (since !== null) return `signé depuis le ${day(since)}`;
  return until === null ? '' : `signé jusqu’au ${day(until)}`;
}

export function countedOn(asOf: Date | null): string {
  return asOf === null ? 'Rien n’a encore été compté.' : `Chiffres exacts à chaque publication, au ${dayOf(asOf)}.`;
}

const PERIOD_ALONE =
  'Les dates se croisent avec le territoire et le thème seulement : la taille et la majorité ou l’opposition ont été laissées de côté.';

const CHOICE_WORD: Readonly<Record<string, string>> = {
  region: 'le territoire',
  departement: 'le territoire',
  taille: 'la taille des communes',
  situation: 'la majorité et l’opposition',
  theme: 'le thème',
  signe_depuis: 'les dates',
  signe_jusqu_au: 'les dates',
};

/** What of the address is not in the figures, and why; empty: everything is. Parameters that mean nothing here are passed over. */
export function asideLines(faults: readonly Fault[]): readonly string[] {
  const of = (...kinds: readonly Fault['fault'][]) =>
    faults.flatMap(({ parameter, fault }) => (kinds.includes(fault) ? [parameter] : []));
  const named = (parameters: readonly string[]) => [...new Set(parameters.map((one) => CHOICE_WORD[one] ?? one))];
  const [uncounted, unclear] = [
    of('not-counted-here'),
    of('misunderstood', 'twice', 'not-with-department', 'incomplete'),
  ];
  return [
    ...(uncounted.length === 0
      ? []
      : [`Laissé de côté, car ces chiffres n’en tiennent pas compte : ${listOf(named(uncounted))}.`]),
    ...(unclear.length === 0
      ? []
      : [
          `Laissé de côté, car l’adresse ne se comprend pas : ${[...new Set(unclear)].map((one) => `« ${one} »`).join(', ')}.`,
        ]),
    ...(of('not-with-days').length === 0 ? [] : [PERIOD_ALONE]),
  ];
}

const LOST_WORD: Readonly<Record<Losable, string>> = {
  area: 'le territoire',
  size: 'la taille',
  standing: 'la majorité ou l’opposition',
  theme: 'le thème',
  period: 'les dates',
};
/** « sans le territoire ni le thème » : what a page linked to does not tell apart. */
export function withoutChoices(lost: readonly Losable[]): string {
  return lost.length === 0 ? '' : `sans ${lost.map((choice) => LOST_WORD[choice]).join(' ni ')}`;
}
export const GROUPINGS_APART =
  'Une intercommunalité n’a pas de département : son pacte compte dans le pays entier, et dans aucun département ni région.';
export const PLAYED_APART = 'Les communes de démonstration ne comptent nulle part.';
