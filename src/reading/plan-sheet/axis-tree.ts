/** The axes that a file asks for, over those that a plan has: known ones are found by title and number, others are new. */
import { isPlanNumber, nextAxisNumber } from '#domain/plan/numbering.ts';
import type { PlanAxis } from '#domain/plan/plan-row.ts';
import { titleKey } from '#domain/plan/exchange/words.ts';
import type { SaidAxis } from './line-says.ts';

export type AxisTree = {
  /** The number of the innermost axis of a path, made when there is none; below 0: a new one. Null: no axis. */
  readonly at: (path: readonly SaidAxis[]) => number | null;
  /** Parents before children, in the order in which the file names them. */
  readonly added: () => readonly PlanAxis[];
  /** Known ones that the file numbers or presents otherwise. */
  readonly changed: () => readonly { readonly before: PlanAxis; readonly after: PlanAxis }[];
  readonly all: () => readonly PlanAxis[];
};

export function axisTree(known: readonly PlanAxis[], { blanks }: { readonly blanks: 'keep' | 'clear' }): AxisTree {
  const axes: PlanAxis[] = [...known];
  const before = new Map(known.map((axis) => [axis.id, axis]));
  let made = 0;
  // Each row of a file looks at each axis: a key is made once.
  const keys = new Map<string, string>();
  const keyOf = (title: string): string => {
    const key = keys.get(title) ?? titleKey(title);
    keys.set(title, key);
    return key;
  };
  const stepTo = (parent: number | null, said: SaidAxis): number => {
    const key = keyOf(said.title);
    const titled = axes.filter((axis) => axis.parent === parent && keyOf(axis.title) === key);
    const found =
      titled.find(({ number }) => number === said.number) ??
      (said.number === null || isOnlyOne(titled, before) ? titled[0] : undefined);
    if (found === undefined) {
      made -= 1;
      // One number names one axis.
      const isFree =
        said.number !== null && isPlanNumber(said.number) && !axes.some((one) => one.number === said.number);
      const number = isFree ? said.number : nextAxisNumber(axes, parent);
      axes.push({ id: made, parent, number, title: said.title, description: said.description ?? '' });
      return made;
    }
    const at = axes.indexOf(found);
    const isTaken = axes.some((one) => one.number === said.number);
    const number = said.number === null || !isPlanNumber(said.number) || isTaken ? found.number : said.number;
    const isSilent = said.description === null || (said.description === '' && (blanks === 'keep' || found.id < 0));
    axes[at] = { ...found, number, description: isSilent ? found.description : said.description };
    return found.id;
  };
  return {
    at: (path) => path.reduce<number | null>((parent, said) => stepTo(parent, said), null),
    added: () => axes.filter(({ id }) => id < 0),
    changed: () =>
      axes.flatMap((after) => {
        const first = before.get(after.id);
        return first === undefined || (first.number === after.number && first.description === after.description)
          ? []
          : [{ before: first, after }];
      }),
    all: () => axes,
  };
}

/** One axis of the plan has this title: another number in the file renumbers it. Two of the file are two. */
function isOnlyOne(titled: readonly PlanAxis[], before: ReadonlyMap<number, PlanAxis>): boolean {
  const [axis, ...others] = titled;
  return axis !== undefined && others.length === 0 && before.get(axis.id)?.number === axis.number;
}
