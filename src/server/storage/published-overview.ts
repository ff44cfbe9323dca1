/**
 * A plan as everybody sees it, one line an action, for the views of ../../ui/plan: the same shape as the one that a town
 * hall works on (./working-overview.ts), whether it was published here or only read from a document.
 */
import { sql } from 'kysely';
import { sumsOf } from '#domain/plan/budget.ts';
import type { AmountLine } from '#domain/plan/action-sheet.ts';
import type { AdoptionSaid } from '#domain/plan/plan-version.ts';
import type { PlanAxis, PlanOverview, PlanRow, RowName } from '#domain/plan/plan-row.ts';
import type { AxisPath, PublishedFunding, PublishedName, PublishedSheet } from '#domain/plan/published-sheet.ts';
import { zoneOf } from '#domain/shared/local-day.ts';
import type { Db } from './connection.ts';
import { placeFacts } from './places.ts';
import { selectPlans, toPlanRef, type PlanRef } from './views.ts';

export type PublishedPlan = {
  readonly plan: PlanRef;
  /** The version shown; null: only read from a document, nothing typed. */
  readonly version: number | null;
  /** When that version was published; the plan's own `publishedAt` is when it first stood here. */
  readonly versionAt: Date | null;
  readonly introduction: string;
  /** Null: no council adopted any version of it, as far as is known. */
  readonly adoption: AdoptionSaid | null;
  /** Of the clocks at its place. */
  readonly zone: string;
};

/** Two queries. Null when there is no such plan. */
export async function publishedPlan(db: Db, id: number): Promise<PublishedPlan | null> {
  const row = await selectPlans(db)
    .leftJoin('planVersion', (join) =>
      join.onRef('planVersion.planId', '=', 'plan.id').onRef('planVersion.number', '=', 'plan.version'),
    )
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('planVersion as voted')
          .select(['voted.number', 'voted.adoptedOn', 'voted.deliberation'])
          .whereRef('voted.planId', '=', 'plan.id')
          .where('voted.adoptedOn', 'is not', null)
          .orderBy('voted.number', 'desc')
          .limit(1)
          .as('adopted'),
      (join) => join.onTrue(),
    )
    .select(['plan.version', 'plan.introduction', 'planVersion.publishedAt as versionAt'])
    .select(['adopted.number as adoptedVersion', 'adopted.adoptedOn', 'adopted.deliberation'])
    .where('plan.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const facts = await placeFacts(db, row.place);
  const { version, versionAt, introduction } = row;
  return {
    plan: toPlanRef(row),
    version,
    versionAt,
    introduction: introduction ?? '',
    adoption: adoptionIn(row),
    zone: facts?.zone ?? zoneOf(''),
  };
}

function adoptionIn(row: {
  readonly version: number | null;
  readonly adoptedVersion: number | null;
  readonly adoptedOn: string | null;
  readonly deliberation: string | null;
}): AdoptionSaid | null {
  const { version: shown, adoptedVersion: version, adoptedOn, deliberation } = row;
  if (shown === null || version === null || adoptedOn === null) return null;
  return { adoptedOn, deliberation: deliberation ?? '', version, shown };
}

/** Two queries, whatever the size. Empty when there is no such plan. */
export async function publishedOverview(db: Db, plan: number): Promise<PlanOverview> {
  const [tops, actions] = await Promise.all([
    db
      .selectFrom('axis')
      .select(['number', 'title', 'subAxes'])
      .where('planId', '=', plan)
      .orderBy('ordinal')
      .execute(),
    selectActions(db, plan),
  ]);
  const tree = new AxisTree();
  for (const { number, title, subAxes } of tops) {
    tree.place([{ number, title }]);
    for (const sub of subAxes)
      tree.place([
        { number, title },
        { number: '', title: sub.title },
      ]);
  }
  const titles = new Map(tops.map(({ number, title }) => [number, title]));
  const rows = actions.map((action) => {
    const path = action.path ?? pathWritten(action, titles);
    return { action, path, axis: tree.place(path) };
  });
  const { axes, numbers } = tree.inOrder();
  return {
    axes,
    rows: rows.map(({ action, path, axis }) =>
      toRow(action, {
        axis: axis === null ? null : (numbers.get(axis) ?? null),
        axisPath: path.map(({ title }) => title),
      }),
    ),
  };
}

async function selectActions(db: Db, plan: number) {
  return await db
    .selectFrom('action')
    .select([
      'id',
      'number',
      'title',
      'axis',
      'subAxis',
      'status',
      'blocked',
      'priority',
      'startsOn',
      'endsOn',
      'newsAt',
    ])
    .select([
      // Not the texts: they are most of a sheet, and no view shows them.
      sql<AxisPath | null>`sheet->'axisPath'`.as('path'),
      sql<PublishedSheet['roles'] | null>`sheet->'roles'`.as('roles'),
      sql<readonly AmountLine[] | null>`sheet->'amounts'`.as('sums'),
      sql<readonly PublishedFunding[] | null>`sheet->'fundings'`.as('fundings'),
      sql<PublishedSheet['steps'] | null>`sheet->'steps'`.as('steps'),
      sql<number>`(select count(*)::int from action_commitment l where l.action_id = action.id)`.as('linked'),
    ])
    .where('planId', '=', plan)
    .orderBy('ordinal')
    .execute();
}

type Action = Awaited<ReturnType<typeof selectActions>>[number];

function toRow(action: Action, where: Pick<PlanRow, 'axis' | 'axisPath'>): PlanRow {
  const { roles } = action;
  const amounts = action.sums ?? [];
  const steps = action.steps ?? [];
  return {
    id: action.id,
    number: action.number,
    title: action.title,
    ...where,
    status: action.status,
    blocked: action.blocked,
    priority: action.priority,
    startsOn: action.startsOn,
    endsOn: action.endsOn,
    visibility: 'public',
    leads: (roles?.lead ?? []).map(toName),
    referents: (roles?.referent ?? []).map(toName),
    services: (roles?.service ?? []).map(toName),
    newsAt: action.newsAt,
    amounts,
    fundings: (action.fundings ?? []).map((funding) => ({ ...funding, funder: toName(funding.funder) })),
    ...sumsOf(amounts),
    linked: action.linked,
    steps: { done: steps.filter(({ status }) => status === 'done').length, all: steps.length },
    version: 0,
  };
}

function toName(name: PublishedName): RowName {
  return name.kind === 'someone' ? { kind: 'someone' } : { kind: name.kind, name: name.name, entry: null, left: false };
}

function pathWritten({ axis, subAxis }: Action, titles: ReadonlyMap<string, string>): AxisPath {
  const title = axis === null ? undefined : titles.get(axis);
  if (axis === null || title === undefined) return [];
  const top = { number: axis, title };
  return subAxis === null ? [top] : [top, { number: '', title: subAxis }];
}

/** `number` '' until a path says it: a document names its sub-axes by their title alone. */
type Node = { number: string; readonly title: string; readonly children: Map<string, Node> };

/** The axes of a plan as paths say them: the same titles one under the other are the same axis. */
class AxisTree {
  readonly #tops = new Map<string, Node>();

  /** The innermost axis of the path; null for no axis. */
  place(path: AxisPath): Node | null {
    let level = this.#tops;
    let node: Node | null = null;
    for (const { number, title } of path) {
      const key = level === this.#tops ? `${number}\n${title}` : title;
      node = level.get(key) ?? { number, title, children: new Map() };
      if (node.number === '') node.number = number;
      level.set(key, node);
      level = node.children;
    }
    return node;
  }

  /** From the top, an axis before what it holds, numbered from 1. */
  inOrder(): { readonly axes: readonly PlanAxis[]; readonly numbers: ReadonlyMap<Node, number> } {
    const axes: PlanAxis[] = [];
    const numbers = new Map<Node, number>();
    const walk = (level: ReadonlyMap<string, Node>, parent: number | null): void => {
      for (const node of level.values()) {
        const id = axes.length + 1;
        numbers.set(node, id);
        axes.push({ id, parent, number: node.number, title: node.title, description: '' });
        walk(node.children, id);
      }
    };
    walk(this.#tops, null);
    return { axes, numbers };
  }
}
