/** The lines of a plan that somebody asked for, in the order asked; and what there is to choose from. */
import { PRIORITIES } from '#domain/plan/action-sheet.ts';
import { lateness } from '#domain/plan/late.ts';
import type { PlanAxis, PlanOverview, PlanRow, RowName } from '#domain/plan/plan-row.ts';
import { slugOf } from '#domain/shared/slug.ts';
import { STATUS_STATES, statusState } from '#ui/messages/plan-words.fr.ts';
import { NONE, SOMEBODY, type Sort, type ViewAsked } from './view-asked.ts';

/** `today`: YYYY-MM-DD at the place. */
export function rowsShown({ axes, rows }: PlanOverview, asked: ViewAsked, today: string): readonly PlanRow[] {
  const axesAsked = asked.axis === null || asked.axis === NONE ? null : axesUnder(axes, asked.axis);
  const words = wordsOf(asked.text);
  const kept = rows.filter(
    (row) =>
      (asked.statuses.length === 0 || asked.statuses.includes(statusState(row.status))) &&
      (asked.priority === null || row.priority === asked.priority) &&
      (asked.axis === null || (asked.axis === NONE ? row.axis === null : axesAsked?.has(row.axis ?? -1))) &&
      isNamed(row.leads, asked.lead) &&
      isNamed(row.services, asked.service) &&
      (!asked.late || lateness(row, today) !== null) &&
      (asked.linked === null || row.linked > 0 === asked.linked) &&
      (words.length === 0 || holds(row, words)),
  );
  return asked.sort === null ? kept : kept.toSorted(order(asked.sort, asked.descending));
}

/** How an address names an axis: what people read, so that it still means the same once the plan changed. */
export function axisKey({ number, title }: Pick<PlanAxis, 'number' | 'title'>): string {
  return slugOf(`${number} ${title}`).slice(0, 80);
}

/** What there is to choose from in a plan, each with how many actions it has; by name. */
export type Choices = {
  readonly axes: readonly { readonly key: string; readonly label: string; readonly depth: number }[];
  readonly leads: readonly NameChoice[];
  readonly services: readonly NameChoice[];
};
export type NameChoice = { readonly value: string; readonly actions: number };

export function choicesOf({ axes, rows }: PlanOverview): Choices {
  const depths = new Map<number, number>();
  for (const { id, parent } of axes) depths.set(id, parent === null ? 0 : (depths.get(parent) ?? 0) + 1);
  return {
    axes: axes.map((axis) => ({
      key: axisKey(axis),
      label: `${axis.number} ${axis.title}`.trim(),
      depth: depths.get(axis.id) ?? 0,
    })),
    leads: nameChoices(rows, 'leads'),
    services: nameChoices(rows, 'services'),
  };
}

/** How an address says who: the name itself. */
export function nameValue(name: RowName): string {
  return name.kind === 'someone' ? SOMEBODY : name.name;
}

function nameChoices(rows: readonly PlanRow[], role: 'leads' | 'services'): readonly NameChoice[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const values = row[role].length === 0 ? [NONE] : new Set(row[role].map(nameValue));
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, actions]) => ({ value, actions }))
    .toSorted((a, b) => rank(a.value) - rank(b.value) || COLLATOR.compare(a.value, b.value));
}

const rank = (value: string): number => (value === NONE ? 2 : value === SOMEBODY ? 1 : 0);

function isNamed(names: readonly RowName[], asked: string | null): boolean {
  if (asked === null) return true;
  return asked === NONE ? names.length === 0 : names.some((name) => nameValue(name) === asked);
}

/** The axes of this key, with those under them. */
function axesUnder(axes: readonly PlanAxis[], key: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const axis of axes) {
    if (axisKey(axis) === key || (axis.parent !== null && found.has(axis.parent))) found.add(axis.id);
  }
  return found;
}

function holds(row: PlanRow, words: readonly string[]): boolean {
  const names = [...row.leads, ...row.referents, ...row.services].flatMap((name) =>
    name.kind === 'someone' ? [] : [name.name],
  );
  const all = plain([row.number, row.title, ...row.axisPath, ...names].join('\n'));
  return words.every((word) => all.includes(word));
}

function wordsOf(text: string): readonly string[] {
  return plain(text).split(/\s+/).filter(Boolean);
}

/** Without capitals nor accents, apostrophes alike. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[’']/g, "'")
    .toLowerCase();
}

const COLLATOR = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/** What is not known comes last, whichever way round. */
function order(sort: Sort, descending: boolean): (a: PlanRow, b: PlanRow) => number {
  const sign = descending ? -1 : 1;
  return (a, b) => {
    const [one, other] = [sortValue(a, sort), sortValue(b, sort)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
    return sign * COLLATOR.compare(String(one), String(other));
  };
}

function sortValue(row: PlanRow, sort: Sort): string | number | null {
  switch (sort) {
    case 'number':
      return row.number === '' ? null : row.number;
    case 'title':
      return row.title;
    case 'status':
      return row.status === null ? null : STATUS_STATES.indexOf(row.status);
    case 'priority':
      return row.priority === null ? null : PRIORITIES.indexOf(row.priority);
    case 'lead': {
      const [first] = row.leads;
      return first === undefined || first.kind === 'someone' ? null : first.name;
    }
    case 'start':
      return row.startsOn;
    case 'end':
      return row.endsOn;
    case 'forecast':
      return row.forecastEuros;
    case 'news':
      return row.newsAt?.getTime() ?? null;
  }
}
