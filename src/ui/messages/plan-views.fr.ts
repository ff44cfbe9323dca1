/** Words of the views of a plan: tree, table, calendar, board, budget. */
import type { Progress } from '#domain/plan/progress.ts';
import { count, day, dayOf, figure, listOf } from './format.fr.ts';

export const VIEWS = 'Vues du plan';
export const VIEW_NAME = {
  tree: 'Axes',
  table: 'Tableau',
  calendar: 'Calendrier',
  board: 'Colonnes',
  budget: 'Budget',
} as const;
export type View = keyof typeof VIEW_NAME;

export function viewTitle(view: View, plan: string): string {
  return `${VIEW_NAME[view]} : ${plan}`;
}

export function viewDescription(view: View, { plan, place }: { plan: string; place: string }): string {
  return `${place}, « ${plan} » : ${VIEW_LEDE[view]}`;
}
const VIEW_LEDE: Readonly<Record<View, string>> = {
  tree: 'les actions par axe, avec leur avancement.',
  table: 'toutes les actions, à filtrer et à trier.',
  calendar: 'quand chaque action commence et finit.',
  board: 'les actions rangées par statut.',
  budget: 'les montants écrits, leurs totaux et ce qu’ils laissent de côté.',
};

export const WORKSHOP_ONLY = 'Plan en cours de travail, lisible par la collectivité seule.';

export const NOTHING_YET = 'Rien encore : ce plan n’a aucune action.';
export const NOTHING_UNDER_AXIS = 'rien encore';
export const UNDER_NO_AXIS = 'Sans axe';
export const SEE_IN_TABLE = 'Voir ces actions dans le tableau';
export const NO_ROW = 'Aucune action ne répond à cette demande.';
export const SHOW_ALL = 'Montrer toutes les actions';

export function asOf(today: string): string {
  return `au ${day(today)}`;
}

/** « 12 réalisées, 8 en cours, 5 à venir, 2 arrêtées, 3 dont personne n’a dit où elles en sont, sur 30 actions ». */
export function progressLine(progress: Progress | null): string {
  if (progress === null) return NOTHING_UNDER_AXIS;
  const parts = [
    count(progress.done, 'réalisée', 'réalisées'),
    `${figure(progress.ongoing)} en cours`,
    `${figure(progress.planned)} à venir`,
    ...(progress.stopped === 0 ? [] : [`${figure(progress.stopped)} en pause ou bloquée${s(progress.stopped)}`]),
    ...(progress.abandoned === 0 ? [] : [count(progress.abandoned, 'abandonnée', 'abandonnées')]),
    ...(progress.unknown === 0 ? [] : [`${figure(progress.unknown)} au statut non dit`]),
  ];
  return `${parts.join(', ')}, sur ${count(progress.all, 'action', 'actions')}`;
}

export function lateLine(progress: Progress | null): string | null {
  return progress === null || progress.late === 0 ? null : `${figure(progress.late)} en retard`;
}

/** The answer of a plan in one line: each figure with its denominator. */
export function progressAnswer(progress: Progress | null, today: string) {
  if (progress === null) return [{ figure: 'Rien encore', words: 'aucune action dans ce plan', unknown: true }];
  const of = (part: number): string => `${figure(part)} sur ${figure(progress.all)}`;
  return [
    { figure: of(progress.done), words: `réalisée${s(progress.done)}, ${asOf(today)}` },
    { figure: of(progress.ongoing), words: 'en cours' },
    { figure: of(progress.late), words: 'en retard sur la date écrite' },
    progress.unknown === 0
      ? { figure: of(progress.planned), words: 'à venir' }
      : { figure: of(progress.unknown), words: 'dont personne n’a dit le statut', unknown: true },
    ...restOf(progress).map(({ part, words }) => ({ figure: of(part), words })),
  ];
}

/** What no other figure of the answer counts. */
function restOf({ stopped, abandoned, planned, unknown }: Progress) {
  return [
    { part: stopped, words: `bloquée${s(stopped)} ou en pause` },
    { part: abandoned, words: `abandonnée${s(abandoned)}` },
    { part: unknown === 0 ? 0 : planned, words: 'à venir' },
  ].filter(({ part }) => part > 0);
}

export function shownLine(shown: number, all: number): string {
  return shown === all ? count(all, 'action', 'actions') : `${count(shown, 'action', 'actions')} sur ${figure(all)}`;
}

export const FILTERS = 'Filtrer';
export const FILTER = {
  text: 'Mots',
  status: 'Statut',
  axis: 'Axe',
  lead: 'Pilote',
  service: 'Direction ou service',
  priority: 'Priorité',
  late: 'En retard seulement',
  linked: 'Lien avec un engagement',
} as const;
export const ANY = 'tous';
export const ANY_F = 'toutes';
export const LINKED_WORD = { yes: 'relié à un engagement', no: 'sans engagement' } as const;
export const LINKED_ANY = 'peu importe';
export const NO_AXIS = 'sans axe';
export const NO_LEAD = 'personne n’est nommé';
export const NO_SERVICE = 'aucun service nommé';
export const FILTER_BUTTON = 'Filtrer';
export const UNFILTER = 'Enlever les filtres';

export function choiceLabel(name: string, actions: number): string {
  return `${name} (${figure(actions)})`;
}

export const COLUMN = {
  number: 'N°',
  title: 'Action',
  status: 'Statut',
  priority: 'Priorité',
  lead: 'Pilote',
  start: 'Début',
  end: 'Fin',
  forecast: 'Dépense prévue',
  linked: 'Engagements',
  news: 'Dernière nouvelle',
} as const;
export const TABLE_CAPTION = 'Les actions du plan';
export const PRIVATE = 'privée';

/** Said to a screen reader in the head of the column that orders the table. */
export function sortHint(descending: boolean): string {
  return descending ? 'trié en ordre décroissant' : 'trié en ordre croissant';
}
export const SORT_BY = 'Trier par';
export const PLAN_ORDER = 'Remettre dans l’ordre du plan';

export const NEVER_HEARD = 'jamais';
export function newsOn(at: Date): string {
  return SHORT_INSTANT.format(at);
}
/** « 15 janv. 2027 », for a narrow column. */
export function shortDay(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : SHORT_DAY.format(time);
}
const SHORT = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const SHORT_DAY = new Intl.DateTimeFormat('fr-FR', { ...SHORT, timeZone: 'UTC' });
const SHORT_INSTANT = new Intl.DateTimeFormat('fr-FR', { ...SHORT, timeZone: 'Europe/Paris' });

export const PAGES = 'Pages du tableau';
export const PREVIOUS_PAGE = 'Page précédente';
export const NEXT_PAGE = 'Page suivante';
export const WHOLE_TABLE = 'Tout sur une page, pour imprimer';
export function pageOf(page: number, pages: number): string {
  return `page ${figure(page)} sur ${figure(pages)}`;
}

export const WITHOUT_DATE = 'Sans date';
export function withoutDate(actions: number): string {
  return `${count(actions, 'action n’a', 'actions n’ont')} ni date de début ni date de fin : elle${s(actions)} ne peu${actions > 1 ? 'vent' : 't'} pas être dessinée${s(actions)}.`;
}
export const NO_DATE_AT_ALL = 'Aucune action n’a de date : il n’y a pas encore de calendrier à dessiner.';
export const CALENDAR_CAPTION = 'Quand chaque action commence et finit';
export const CALENDAR_HOW =
  'Une barre pleine va du début à la fin écrits. Une barre ouverte : la fin n’est pas dite. Un losange seul : le début n’est pas dit.';
export const CALENDAR_FILE = 'Dessin SVG';
export const FROM_TO = 'Du … au …';
export function period(startsOn: string | null, endsOn: string | null): string {
  if (startsOn !== null && endsOn !== null) return `du ${day(startsOn)} au ${day(endsOn)}`;
  if (startsOn !== null) return `à partir du ${day(startsOn)}, fin non dite`;
  return endsOn === null ? 'aucune date' : `jusqu’au ${day(endsOn)}, début non dit`;
}
/** Under a drawing that shows it. */
export function todayLine(today: string): string {
  return `Le trait vertical est aujourd’hui, ${day(today)}.`;
}
export function todayIs(today: string): string {
  return `Aujourd’hui : ${day(today)}`;
}

export const EMPTY_COLUMN = 'Aucune action.';
export function othersInTable(others: number): string {
  return `Voir aussi ${count(others, 'autre action', 'autres actions')}, dans le tableau`;
}
export const BLOCKED_BY = 'Ce qui bloque';
export const UNBLOCKED_BY = 'Ce qui débloquerait';

export const STEPS = 'Étapes';
export function stepsLine({ done, all }: { done: number; all: number }): string {
  return `${count(done, 'étape faite', 'étapes faites')} sur ${figure(all)}`;
}

export function leadsOf(names: readonly string[]): string {
  return listOf(names);
}

/** A plan that nobody of the town hall keeps up to date here. */
export const ONLY_A_DOCUMENT =
  'Ce plan a été lu dans un document. Ses statuts, ses dates et ses montants y sont écrits en toutes lettres : rien n’en a été deviné, et personne de la mairie n’a encore dit ici où en sont les actions.';

function s(number: number): string {
  return number > 1 ? 's' : '';
}

export const PUBLISHED_HERE = 'D’où vient ce plan';
/** `at`: when this version was published, not the plan. */
export function versionLine(version: number, at: Date): string {
  return `Version ${figure(version)}, publiée ici par la mairie le ${dayOf(at)}.`;
}
/** Of a plan of which this is not the first version. */
export function firstPublished(publishedAt: Date): string {
  return `Le plan est en ligne depuis le ${dayOf(publishedAt)}.`;
}
export const ADOPTED_VERSION = 'Lire la version adoptée';
export const ALL_VERSIONS = 'Toutes les versions, telles que publiées';
