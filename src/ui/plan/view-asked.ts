/**
 * What somebody wants to see of a plan, as its address says it: filters, order and page. The address is what one keeps,
 * shares and comes back to; anything that it says wrongly is as if it were not said.
 */
import { PRIORITIES, type Priority } from '#domain/plan/action-sheet.ts';
import { STATUS_STATES, type StatusState } from '#ui/messages/plan-words.fr.ts';

export const SORTS = ['number', 'title', 'status', 'priority', 'lead', 'start', 'end', 'forecast', 'news'] as const;
export type Sort = (typeof SORTS)[number];

export type ViewAsked = {
  /** At most 100 characters; '': anything. */
  readonly text: string;
  /** Empty: any. */
  readonly statuses: readonly StatusState[];
  readonly priority: Priority | null;
  /** An axis by `axisKey` (./rows-shown.ts), or NONE. */
  readonly axis: string | null;
  /** A name, SOMEBODY or NONE. */
  readonly lead: string | null;
  readonly service: string | null;
  readonly late: boolean;
  /** Whether it is said to carry out a promise; null: either. */
  readonly linked: boolean | null;
  /** Null: in the order of the plan. */
  readonly sort: Sort | null;
  readonly descending: boolean;
  /** From 1; `all`: everything on one page, for paper. */
  readonly page: number | 'all';
};

/** In place of a name: that there is none; that it is a person whose name is not public. */
export const NONE = '-';
export const SOMEBODY = '*';

export const EVERYTHING: ViewAsked = {
  text: '',
  statuses: [],
  priority: null,
  axis: null,
  lead: null,
  service: null,
  late: false,
  linked: null,
  sort: null,
  descending: false,
  page: 1,
};

const STATUS_CODES = {
  planned: 'a-venir',
  ongoing: 'en-cours',
  done: 'realise',
  paused: 'en-pause',
  blocked: 'bloque',
  abandoned: 'abandonne',
  unknown: 'non-dit',
} as const satisfies Record<StatusState, string>;
const SORT_CODES = {
  number: 'numero',
  title: 'titre',
  status: 'statut',
  priority: 'priorite',
  lead: 'pilote',
  start: 'debut',
  end: 'fin',
  forecast: 'montant',
  news: 'nouvelles',
} as const satisfies Record<Sort, string>;
const PRIORITY_CODES = { high: 'elevee', medium: 'moyenne', low: 'basse' } as const satisfies Record<Priority, string>;
const LONGEST_NAME = 200;
const ALL_PAGES = 'toutes';

/** The names of fields that the form of filters uses. */
export const FIELD = {
  text: 'q',
  status: 'statut',
  priority: 'priorite',
  axis: 'axe',
  lead: 'pilote',
  service: 'service',
  late: 'retard',
  linked: 'lien',
  sort: 'tri',
  order: 'sens',
  page: 'page',
} as const;

export function statusCode(status: StatusState): string {
  return STATUS_CODES[status];
}

export function priorityCode(priority: Priority): string {
  return PRIORITY_CODES[priority];
}

export function readView(query: URLSearchParams): ViewAsked {
  const said = query.getAll(FIELD.status);
  const name = (field: string): string | null => query.get(field)?.trim().slice(0, LONGEST_NAME) || null;
  const linked = query.get(FIELD.linked);
  return {
    text: (query.get(FIELD.text) ?? '').trim().slice(0, 100),
    statuses: STATUS_STATES.filter((status) => said.includes(STATUS_CODES[status])),
    priority: PRIORITIES.find((priority) => PRIORITY_CODES[priority] === query.get(FIELD.priority)) ?? null,
    axis: name(FIELD.axis),
    lead: name(FIELD.lead),
    service: name(FIELD.service),
    late: query.get(FIELD.late) === 'oui',
    linked: linked === 'oui' ? true : linked === 'non' ? false : null,
    sort: SORTS.find((sort) => SORT_CODES[sort] === query.get(FIELD.sort)) ?? null,
    descending: query.get(FIELD.order) === 'desc',
    page: pageSaid(query.get(FIELD.page)),
  };
}

/** The shortest address that says it, with its question mark; '' for everything. */
export function writeView(asked: ViewAsked): string {
  const query = new URLSearchParams();
  if (asked.text !== '') query.set(FIELD.text, asked.text);
  for (const status of asked.statuses) query.append(FIELD.status, STATUS_CODES[status]);
  if (asked.priority !== null) query.set(FIELD.priority, PRIORITY_CODES[asked.priority]);
  if (asked.axis !== null) query.set(FIELD.axis, asked.axis);
  if (asked.lead !== null) query.set(FIELD.lead, asked.lead);
  if (asked.service !== null) query.set(FIELD.service, asked.service);
  if (asked.late) query.set(FIELD.late, 'oui');
  if (asked.linked !== null) query.set(FIELD.linked, asked.linked ? 'oui' : 'non');
  if (asked.sort !== null) query.set(FIELD.sort, SORT_CODES[asked.sort]);
  if (asked.sort !== null && asked.descending) query.set(FIELD.order, 'desc');
  if (asked.page !== 1) query.set(FIELD.page, asked.page === 'all' ? ALL_PAGES : String(asked.page));
  const written = query.toString();
  return written === '' ? '' : `?${written}`;
}

/** Whether anything is left out on purpose. */
export function isFiltered(asked: ViewAsked): boolean {
  return (
    writeView({ ...asked, sort: EVERYTHING.sort, descending: EVERYTHING.descending, page: EVERYTHING.page }) !== ''
  );
}

/** What pressing the head of a column asks: this order, or the other way round when it is already so; page 1 again. */
export function sortedBy(asked: ViewAsked, sort: Sort): ViewAsked {
  return { ...asked, sort, descending: asked.sort === sort && !asked.descending, page: 1 };
}

/** What the fields that a form does not show must carry along. */
export function hiddenFields(asked: ViewAsked, ...shown: readonly string[]): readonly (readonly [string, string])[] {
  return [...new URLSearchParams(writeView({ ...asked, page: 1 }))].filter(([name]) => !shown.includes(name));
}

function pageSaid(said: string | null): number | 'all' {
  if (said === ALL_PAGES) return 'all';
  return said !== null && /^[1-9]\d{0,3}$/.test(said) ? Number(said) : 1;
}
