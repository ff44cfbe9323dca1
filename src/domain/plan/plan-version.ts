/**
 * A published version of a plan, as it is frozen: what everybody could read that day, and the hash that shows it.
 */
import { canonicalJson } from '../shared/canonical-json.ts';
import type { PlaceCode } from '../shared/place.ts';
import type { PlanAxis } from './plan-row.ts';
import { pathOf, type PublishedAction } from './publish-sheet.ts';
import type { AxisPath, PublishedSheet } from './published-sheet.ts';

export const VERSION_FORMAT = 'parole-tenue/plan/1';

export type PlanVersionContent = {
  readonly format: typeof VERSION_FORMAT;
  readonly plan: number;
  readonly number: number;
  readonly place: PlaceCode & { readonly name: string };
  readonly title: string;
  readonly introduction: string;
  /** An axis before what it holds, each with its whole path. */
  readonly axes: readonly { readonly path: AxisPath; readonly description: string }[];
  readonly actions: readonly VersionAction[];
};

/** `newsAt`: an instant, ISO 8601 in UTC; null: nobody ever said how far it is. */
export type VersionAction = { readonly id: number; readonly newsAt: string | null; readonly sheet: PublishedSheet };

export type Adoption = {
  /** YYYY-MM-DD. */
  readonly adoptedOn: string;
  /** Number or name of the deliberation. */
  readonly deliberation: string;
  /** The kept file that says so; null: none was given. */
  readonly document: number | null;
};

/** The last vote of the council, beside the version that is shown: another is not adopted because the one before was. */
export type AdoptionSaid = Pick<Adoption, 'adoptedOn' | 'deliberation'> & {
  readonly version: number;
  readonly shown: number;
};

export type StoredVersion = {
  readonly number: number;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  readonly note: string;
  readonly sha256: string;
  readonly adoption: Adoption | null;
};

/** An axis that holds private actions alone would tell of them: only those that show something are there. */
export function versionContent(
  given: Omit<PlanVersionContent, 'format' | 'axes' | 'actions'> & {
    readonly axes: readonly PlanAxis[];
    readonly actions: readonly PublishedAction[];
    /** Axes, by number, under which the working plan holds nothing but private actions. */
    readonly hidden: ReadonlySet<number>;
  },
): PlanVersionContent {
  const { plan, number, place, title, introduction, axes, actions, hidden } = given;
  return {
    format: VERSION_FORMAT,
    plan,
    number,
    place,
    title,
    introduction,
    axes: axes
      .filter(({ id }) => !hidden.has(id))
      .map((axis) => ({ path: pathOf(axes, axis.id), description: axis.description })),
    actions: actions.map(({ id, newsAt, sheet }) => ({ id, newsAt: newsAt?.toISOString() ?? null, sheet })),
  };
}

/** Axes that hold something, all of it private. An axis that holds nothing is shown: it is announced. */
export function hiddenAxes(
  axes: readonly Pick<PlanAxis, 'id' | 'parent'>[],
  actions: readonly { readonly axis: number | null; readonly visibility: 'public' | 'private' }[],
): ReadonlySet<number> {
  const parents = new Map(axes.map(({ id, parent }) => [id, parent]));
  const held = new Map<number, { open: number; closed: number }>();
  for (const { axis: own, visibility } of actions) {
    for (let axis = own; axis !== null; axis = parents.get(axis) ?? null) {
      const count = held.get(axis) ?? { open: 0, closed: 0 };
      if (visibility === 'public') count.open += 1;
      else count.closed += 1;
      held.set(axis, count);
    }
  }
  return new Set([...held].filter(([, { open, closed }]) => open === 0 && closed > 0).map(([axis]) => axis));
}

/** The very text that is kept and hashed. */
export function versionText(content: PlanVersionContent): string {
  return canonicalJson(content);
}

/** `fields`: which parts of the sheet differ, by their names. */
export type VersionDifference = {
  readonly added: readonly ActionName[];
  readonly removed: readonly ActionName[];
  readonly changed: readonly (ActionName & { readonly fields: readonly string[] })[];
  /** The title, the introduction or the axes differ. */
  readonly words: boolean;
};

type ActionName = { readonly number: string; readonly title: string };

/** What a reader of `before` would find changed in `after`; everything is new when there was nothing before. */
export function versionDifference(before: PlanVersionContent | null, after: PlanVersionContent): VersionDifference {
  const was = new Map((before?.actions ?? []).map((action) => [action.id, action]));
  const is = new Map(after.actions.map((action) => [action.id, action]));
  const name = ({ sheet }: VersionAction): ActionName => ({ number: sheet.number, title: sheet.title });
  return {
    added: after.actions.filter(({ id }) => !was.has(id)).map(name),
    removed: (before?.actions ?? []).filter(({ id }) => !is.has(id)).map(name),
    changed: after.actions.flatMap((action) => {
      const old = was.get(action.id);
      const fields = old === undefined ? [] : differing(old, action);
      return fields.length === 0 ? [] : [{ ...name(action), fields }];
    }),
    words:
      before !== null &&
      (before.title !== after.title ||
        before.introduction !== after.introduction ||
        canonicalJson(before.axes) !== canonicalJson(after.axes)),
  };
}

/** What is published already reads the same. */
export function changesNothing({ added, removed, changed, words }: VersionDifference): boolean {
  return added.length + removed.length + changed.length === 0 && !words;
}

function differing(before: VersionAction, after: VersionAction): readonly string[] {
  const [was, is] = [Object.entries(before.sheet), new Map(Object.entries(after.sheet))];
  const fields = was.filter(([field, value]) => canonicalJson(value) !== canonicalJson(is.get(field) ?? null));
  const news = before.newsAt === after.newsAt ? [] : ['newsAt'];
  return [...fields.map(([field]) => field), ...news];
}
