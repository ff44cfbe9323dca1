/** The lines and the tree of axes of what everybody reads of a plan, from its actions and the paths that they stand under. */
import { sumsOf } from './budget.ts';
import type { PlanAxis, PlanOverview, PlanRow, RowName } from './plan-row.ts';
import type { AxisPath, PublishedName, PublishedSheet } from './published-sheet.ts';

type Shown =
  | 'number'
  | 'title'
  | 'axisPath'
  | 'status'
  | 'blocked'
  | 'priority'
  | 'startsOn'
  | 'endsOn'
  | 'amounts'
  | 'fundings'
  | 'steps';

/** What a line takes of a published sheet: most of a sheet is its texts, and no view shows them. */
export type PublishedRow = Pick<PublishedSheet, Shown> & {
  readonly id: number;
  readonly newsAt: Date | null;
  readonly linked: number;
  readonly roles: Pick<PublishedSheet['roles'], 'lead' | 'referent' | 'service'>;
};

/** `paths`: also of axes that hold nothing, an axis before what it holds. */
export function overviewOf({
  paths,
  actions,
}: {
  readonly paths: readonly AxisPath[];
  readonly actions: readonly PublishedRow[];
}): PlanOverview {
  const tree = new AxisTree();
  for (const path of paths) tree.place(path);
  const placed = actions.map((action) => ({ action, node: tree.place(action.axisPath) }));
  const { axes, numbers } = tree.inOrder();
  return {
    axes,
    rows: placed.map(({ action, node }) => toRow(action, node === null ? null : (numbers.get(node) ?? null))),
  };
}

function toRow(action: PublishedRow, axis: number | null): PlanRow {
  const { roles, axisPath, amounts, fundings, steps } = action;
  return {
    id: action.id,
    number: action.number,
    title: action.title,
    axis,
    axisPath: axisPath.map(({ title }) => title),
    status: action.status,
    blocked: action.blocked,
    priority: action.priority,
    startsOn: action.startsOn,
    endsOn: action.endsOn,
    visibility: 'public',
    leads: roles.lead.map(toName),
    referents: roles.referent.map(toName),
    services: roles.service.map(toName),
    newsAt: action.newsAt,
    amounts,
    fundings: fundings.map((funding) => ({ ...funding, funder: toName(funding.funder) })),
    ...sumsOf(amounts),
    linked: action.linked,
    steps: { done: steps.filter(({ status }) => status === 'done').length, all: steps.length },
    version: 0,
  };
}

function toName(name: PublishedName): RowName {
  return name.kind === 'someone' ? { kind: 'someone' } : { kind: name.kind, name: name.name, entry: null, left: false };
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
