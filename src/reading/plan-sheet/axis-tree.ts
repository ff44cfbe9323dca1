/**
 * The axes that a file asks for, over those that a plan has: known ones are found by title and number, others are new. One
 * that has the number of a known axis and another title is asked: renamed, or another.
 */
import { isPlanNumber, nextAxisNumber } from '#domain/plan/numbering.ts';
import type { PlanAxis } from '#domain/plan/plan-row.ts';
import { titleKey } from '#domain/plan/exchange/words.ts';
import type { ImportChoices } from './import-choices.ts';
import type { SaidAxis } from './line-says.ts';

export type AxisTree = {
  /** The number of the innermost axis of a path, made when there is none; below 0: a new one. Null: no axis. */
  readonly at: (path: readonly SaidAxis[], row: number) => number | null;
  /** Parents before children, in the order in which the file names them. */
  readonly added: () => readonly PlanAxis[];
  /** Once each; until it is answered, such an axis is a new one. */
  readonly asked: () => readonly AskedAxis[];
  /** Known ones that the file names, numbers or presents otherwise. */
  readonly changed: () => readonly { readonly before: PlanAxis; readonly after: PlanAxis }[];
  readonly all: () => readonly PlanAxis[];
};

/** `level`: 0 for a main axis. */
export type AskedAxis = {
  readonly key: string;
  readonly known: PlanAxis;
  readonly title: string;
  readonly level: number;
  readonly rows: readonly number[];
};

export function axisTree(
  known: readonly PlanAxis[],
  {
    blanks,
    axes: answers = {},
    said: saidTitles,
  }: Pick<ImportChoices, 'blanks' | 'axes'> & {
    /** Titles that the file gives to axes: a known one among them is not renamed. */
    readonly said: readonly string[];
  },
): AxisTree {
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
  const written = new Set(saidTitles.map(keyOf));
  const asked = new Map<string, AskedAxis & { readonly rows: number[] }>();
  const numberSaid = new Map<number, string | null>();
  /** The known axis that this one may be, under another title. */
  const renamed = (parent: number | null, said: SaidAxis): PlanAxis | undefined => {
    const holder = said.number === null ? undefined : axes.find((one) => one.number === said.number);
    const first = holder === undefined ? undefined : before.get(holder.id);
    if (holder?.parent !== parent || first?.title !== holder.title || written.has(keyOf(holder.title)))
      return undefined;
    return holder;
  };
  const answerOf = (holder: PlanAxis, { said, row, level }: { said: SaidAxis; row: number; level: number }) => {
    const key = `${String(holder.id)}-${keyOf(said.title)}`;
    const answer = answers[key];
    if (answer === undefined) {
      const one = asked.get(key) ?? { key, known: holder, title: said.title, level, rows: [] };
      one.rows.push(row);
      asked.set(key, one);
    }
    return answer;
  };
  const stepTo = (
    parent: number | null,
    { said, row, level }: { said: SaidAxis; row: number; level: number },
  ): number => {
    const key = keyOf(said.title);
    const titled = axes.filter((axis) => axis.parent === parent && keyOf(axis.title) === key);
    const found =
      titled.find(({ id, number }) => number === said.number || (id < 0 && numberSaid.get(id) === said.number)) ??
      (said.number === null || isOnlyOne(titled, before) ? titled[0] : undefined);
    const holder = found === undefined || found.id < 0 ? renamed(parent, said) : undefined;
    const answer = holder === undefined ? undefined : answerOf(holder, { said, row, level });
    if (found === undefined && holder !== undefined && answer === 'renamed') {
      axes[axes.indexOf(holder)] = { ...holder, title: said.title };
      return stepTo(parent, { said, row, level });
    }
    if (found === undefined) {
      made -= 1;
      numberSaid.set(made, said.number);
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
    at: (path, row) => path.reduce<number | null>((parent, said, level) => stepTo(parent, { said, row, level }), null),
    asked: () => [...asked.values()],
    added: () => axes.filter(({ id }) => id < 0),
    changed: () =>
      axes.flatMap((after) => {
        const first = before.get(after.id);
        const isSame =
          first?.number === after.number && first.title === after.title && first.description === after.description;
        return first === undefined || isSame ? [] : [{ before: first, after }];
      }),
    all: () => axes,
  };
}

/** One axis of the plan has this title: another number in the file renumbers it. Two of the file are two. */
function isOnlyOne(titled: readonly PlanAxis[], before: ReadonlyMap<number, PlanAxis>): boolean {
  const [axis, ...others] = titled;
  return axis !== undefined && others.length === 0 && before.get(axis.id)?.number === axis.number;
}
