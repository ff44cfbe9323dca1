/** Words of the observatory that every page of it uses: its name, its pages, its filters. */
import type { Area, Size, Standing } from '#domain/observatory/cell.ts';
import type { Period } from '#domain/observatory/listed.ts';
import { count, day, dayOf } from './format.fr.ts';

export const OBSERVATORY = 'Observatoire';
export const OBSERVATORY_NAVIGATION = 'Pages de l’observatoire';
export const OBSERVATORY_PAGES = [
  { href: '/observatoire', label: 'Mesure par mesure' },
  { href: '/observatoire/niveaux', label: 'Niveau par niveau' },
  { href: '/observatoire/ressort', label: 'Ce qui ressort' },
  { href: '/observatoire/carte', label: 'Carte' },
  { href: '/observatoire/progression', label: 'Progression' },
  { href: '/observatoire/comparer', label: 'Comparer des communes' },
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

export function editionOption(title: string, year: number, pacts: number): string {
  return `${title}, ${year} (${count(pacts, 'pacte', 'pactes')})`;
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

export const PERIOD_ALONE =
  'Les dates se croisent avec le territoire et le thème seulement : la taille et la majorité ou l’opposition ont été laissées de côté.';
export const GROUPINGS_APART =
  'Une intercommunalité n’a pas de département : son pacte compte dans le pays entier, et dans aucun département ni région.';
export const PLAYED_APART = 'Les communes de démonstration ne comptent nulle part.';
