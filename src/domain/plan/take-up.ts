/**
 * From a plan that was read in a document to the same plan, worked on: what its document says goes into the texts; what no
 * typed field can hold (a sum of unknown meaning, a day, names of leads) is kept as it is written. Nothing is guessed: no
 * status, no date, no sum is made of words.
 */
import type { PlaceCode } from '../shared/place.ts';
import { isPlanNumber, nextActionNumber } from './numbering.ts';
import type { ActionField, Money, WrittenDate } from './plan.ts';
import type { AsWritten } from './published-sheet.ts';
import { emptySheet, type WorkingSheet } from './working-sheet.ts';

export type ReadPlan = {
  readonly title: string;
  readonly axes: readonly { readonly number: string; readonly title: string; readonly subAxes: readonly string[] }[];
  readonly actions: readonly ReadAction[];
};

export type ReadAction = {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  /** The number of its axis, the title of its sub-axis. */
  readonly axis: string | null;
  readonly subAxis: string | null;
  readonly fields: Readonly<Record<ActionField, string | null>>;
  readonly amounts: readonly Money[];
  readonly dates: readonly WrittenDate[];
};

export type PlanToTakeUp = ReadPlan & {
  readonly place: PlaceCode;
  readonly links: readonly {
    readonly action: number;
    readonly edition: string;
    readonly item: string;
    readonly linkedBy: string;
    readonly linkedAt: Date;
  }[];
};

/** `key` names an axis among these; `parent` is the key of another, before it. */
export type TakenAxis = {
  readonly key: string;
  readonly parent: string | null;
  readonly number: string;
  readonly title: string;
};

export type TakenAction = {
  readonly id: number;
  readonly number: string;
  /** The key of its axis. */
  readonly axis: string | null;
  readonly sheet: WorkingSheet;
  readonly asWritten: AsWritten | null;
};

export type TakenPlan = {
  readonly title: string;
  readonly axes: readonly TakenAxis[];
  readonly actions: readonly TakenAction[];
};

const MOST_TITLE = 300;

export function takenUp({ title, axes, actions }: ReadPlan): TakenPlan {
  const taken = takenAxes(axes, actions);
  const keys = new Set(taken.map(({ key }) => key));
  const numbers: string[] = [];
  return {
    title: shortened(title).title,
    axes: taken,
    actions: actions.map((action) => {
      const usable = isPlanNumber(action.number) && !numbers.includes(action.number);
      const number = usable ? action.number : nextActionNumber(numbers, action.axis);
      numbers.push(number);
      const inner = keyOf(action.axis, action.subAxis);
      const axis = keys.has(inner) ? inner : keyOf(action.axis, null);
      return { id: action.id, number, axis: keys.has(axis) ? axis : null, ...takenSheet(action) };
    }),
  };
}

/** Sub-axes bear no number in a document: they get a letter, so that none is taken for the number of an action. */
function takenAxes(axes: ReadPlan['axes'], actions: readonly ReadAction[]): readonly TakenAxis[] {
  return axes.flatMap((axis, rank) => {
    const number = isPlanNumber(axis.number) ? axis.number : String(rank + 1);
    const key = keyOf(axis.number, null);
    const named = actions.flatMap(({ axis: own, subAxis }) =>
      own === axis.number && subAxis !== null ? [subAxis] : [],
    );
    const subAxes = [...new Set([...axis.subAxes, ...named])];
    return [
      { key, parent: null, number, title: shortened(axis.title).title },
      ...subAxes.map((title, index) => ({
        key: keyOf(axis.number, title),
        parent: key,
        number: `${number}.${letters(index)}`,
        title: shortened(title).title,
      })),
    ];
  });
}

function takenSheet({ title: written, fields, amounts, dates }: ReadAction): Pick<TakenAction, 'sheet' | 'asWritten'> {
  const { title, whole } = shortened(written);
  const sheet = emptySheet(title);
  const { leads, context, description, objectives, means, calendar, method, indicators } = fields;
  const says = leads !== null || amounts.length > 0 || dates.length > 0;
  return {
    sheet: {
      ...sheet,
      texts: {
        ...sheet.texts,
        context,
        // A title too long for a line is not cut: it begins the description.
        description: whole === null ? description : [whole, description ?? ''].join('\n\n').trim(),
        objectives,
        means,
        calendar,
        method,
        indicators,
      },
    },
    asWritten: says ? { leads, amounts, dates } : null,
  };
}

function shortened(text: string): { readonly title: string; readonly whole: string | null } {
  const signs = [...text];
  if (signs.length <= MOST_TITLE) return { title: text, whole: null };
  return { title: `${signs.slice(0, MOST_TITLE - 1).join('')}…`, whole: text };
}

function keyOf(axis: string | null, subAxis: string | null): string {
  return JSON.stringify([axis, subAxis]);
}

/** a, b, … z, aa, ab … */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
