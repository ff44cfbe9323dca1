/**
 * What a file would change of a plan, action by action and field by field; of a new plan, all that it brings. Nothing is
 * done here: a person sees it and confirms. An action that the file does not name stays unless a person says that it goes.
 */
import { OWN_COLUMNS } from '#domain/plan/exchange/columns.ts';
import type { LineField } from '#domain/plan/exchange/fields.ts';
import { wordKey } from '#domain/plan/exchange/words.ts';
import type { ActionLine, LineAxis, NamedSheet, PlanLine } from '#domain/plan/exchange/plan-lines.ts';
import { nextActionNumber } from '#domain/plan/numbering.ts';
import type { PlanAxis } from '#domain/plan/plan-row.ts';
import { axisTree } from './axis-tree.ts';
import { blamedCell, blamedPlace } from './blamed-place.ts';
import { composeSheet } from './compose-sheet.ts';
import { findings, type Findings } from './findings.ts';
import type { ImportChoices } from './import-choices.ts';
import type { ImportNote, ImportProblem, ImportQuestion } from './import-findings.ts';
import type { LineSays, ReadLine } from './line-says.ts';
import { matchLines } from './match-lines.ts';
import { projectAction } from './project-action.ts';
import type { PlanSheet } from './read-plan-sheet.ts';
import { sayTidy } from './tidy-composed.ts';

/** As it is now; nothing in it for a new plan. `axis`: the innermost, of `axes`. */
export type KnownPlan = {
  readonly axes: readonly PlanAxis[];
  readonly actions: readonly (ActionLine & { readonly id: number; readonly axis: number | null })[];
};

/** `axis`: of the axes of the plan; below 0, of `axes.added`; null: none. */
export type AddedAction = {
  readonly row: number;
  readonly number: string;
  readonly axis: number | null;
  readonly sheet: NamedSheet;
};

export type FieldChange = { readonly field: LineField; readonly before: string; readonly after: string };

export type ChangedAction = AddedAction & {
  readonly id: number;
  readonly changes: readonly FieldChange[];
};

export type PlanDifference = {
  readonly added: readonly AddedAction[];
  readonly changed: readonly ChangedAction[];
  readonly unchanged: number;
  /** Rows of the file that are actions of the plan, changed or not. */
  readonly matched: readonly { readonly row: number; readonly id: number }[];
  /** In the plan and not in the file, in the order of the plan; `goes`: a person said that they go. */
  readonly missing: readonly {
    readonly id: number;
    readonly number: string;
    readonly title: string;
    readonly goes: boolean;
  }[];
  readonly axes: {
    readonly added: readonly PlanAxis[];
    readonly changed: readonly { readonly before: PlanAxis; readonly after: PlanAxis }[];
    /** Known and new, to say where an action stands. */
    readonly all: readonly PlanAxis[];
  };
  readonly problems: readonly ImportProblem[];
  readonly questions: readonly ImportQuestion[];
  readonly notes: readonly ImportNote[];
};

type ToCompare = Pick<PlanSheet, 'lines' | 'columns'> & {
  /** What was made of the names of these lines (./settle-names.ts); the names of the plan are compared alike. */
  readonly settle?: (says: LineSays) => LineSays;
};

const AXIS_LEVELS = ['axis', 'subAxis', 'subSubAxis'] as const;

const asSaid = (says: LineSays): LineSays => says;

export function comparePlan(
  { lines, columns, settle = asSaid }: ToCompare,
  { known, choices }: { readonly known: KnownPlan; readonly choices: ImportChoices },
): PlanDifference {
  const found = findings();
  const { matches, asked } = matchLines(lines, { actions: known.actions, choices, findings: found });
  const said = lines.flatMap(({ axisPath }) => (axisPath ?? []).map(({ title }) => title));
  const axes = axisTree(known.axes, { ...choices, said });
  const added: AddedAction[] = [];
  const changed: ChangedAction[] = [];
  const named = new Set<number>();
  const matched: { row: number; id: number }[] = [];
  let unchanged = 0;
  const byId = new Map(known.actions.map((action) => [action.id, action]));
  const numbers = numbering(lines, { known, matches });
  for (const line of lines) {
    const axis = line.axisPath === null ? undefined : axes.at(line.axisPath, line.row);
    if (line.kind === 'axis') continue;
    const before = byId.get(matches.get(line.row)?.id ?? 0);
    const sheet = composed(line, { before, columns, choices, settle });
    sayTidy(sheet, { line, choices, findings: found });
    if (before === undefined) {
      const place = axis ?? null;
      const number = line.says.number ?? numbers.next(place, axes.all());
      added.push({ row: line.row, number, axis: place, sheet });
      continue;
    }
    named.add(before.id);
    matched.push({ row: line.row, id: before.id });
    const after = {
      row: line.row,
      number: line.says.number ?? before.number,
      axis: axis === undefined ? before.axis : axis,
      sheet,
    };
    const changes = changesOf(before, { after, axes: axes.all() });
    if (changes.length === 0) unchanged += 1;
    else changed.push({ ...after, id: before.id, changes });
  }
  sayTaken([...added, ...changed], { known, choices, findings: found });
  for (const { candidates } of asked) for (const { id } of candidates) if (id !== null) named.add(id);
  for (const { key, known: holder, title, level, rows } of axes.asked()) {
    const about = { key, number: holder.number, title, known: holder.title };
    const fields = AXIS_LEVELS.slice(level, level + 1);
    for (const row of rows)
      found.ask(`axis ${key}`, blamedPlace(choices, { row, fields }), ({ cells, count }) => ({
        kind: 'which-axis',
        ...about,
        cells,
        count,
      }));
  }
  const all = found.all();
  return {
    added,
    changed,
    unchanged,
    matched,
    missing: known.actions
      .filter(({ id }) => !named.has(id))
      .map(({ id, number, sheet }) => ({ id, number, title: sheet.title, goes: choices.removed.includes(id) })),
    axes: { added: axes.added(), changed: axes.changed(), all: axes.all() },
    problems: all.problems,
    questions: [
      ...all.questions,
      ...asked.map(({ row, title, candidates }): ImportQuestion => ({
        kind: 'which-action',
        row,
        title,
        candidates: candidates.map(({ id, number, sheet }) => ({ id: id ?? 0, number, title: sheet.title })),
      })),
    ],
    notes: all.notes,
  };
}

/** Of a plan that is there: nothing would be written. */
export function changesNothing({
  added,
  changed,
  missing,
  axes,
}: Pick<PlanDifference, 'added' | 'changed' | 'missing' | 'axes'>): boolean {
  const written = added.length + changed.length + axes.added.length + axes.changed.length;
  return written === 0 && !missing.some(({ goes }) => goes);
}

/** One number names one action of the plan: those that the file leaves as they are keep theirs. */
function sayTaken(
  written: readonly (AddedAction & { readonly id?: number })[],
  {
    known,
    choices,
    findings: found,
  }: { readonly known: KnownPlan; readonly choices: ImportChoices; readonly findings: Findings },
): void {
  const changing = new Set(written.map(({ id }) => id));
  const staying = known.actions.filter(({ id }) => !changing.has(id) && !choices.removed.includes(id));
  const holders = new Map(staying.map(({ number, sheet }) => [number, sheet.title]));
  for (const { row, number } of written) {
    const first = holders.get(number);
    if (first !== undefined)
      found.problem({
        kind: 'number-used-twice',
        row,
        cell: blamedCell(choices, { row, fields: ['number'] }),
        number,
        first: `« ${first} »`,
      });
  }
}

/** Words of participation that an action of the plan already says as words are not asked again. */
export function withKnownWords(choices: ImportChoices, known: KnownPlan): ImportChoices {
  const said = known.actions.flatMap(({ sheet }) => sheet.texts.participation ?? []);
  const words = Object.fromEntries(said.map((text) => [wordKey(text), 'words' as const]));
  return { ...choices, words: { ...choices.words, participation: { ...words, ...choices.words.participation } } };
}

function composed(
  line: ReadLine,
  {
    before,
    columns,
    choices,
    settle,
  }: {
    readonly before: ActionLine | undefined;
    readonly columns: ReadonlySet<LineField>;
    readonly choices: ImportChoices;
    readonly settle: (says: LineSays) => LineSays;
  },
): NamedSheet {
  const { blanks, blockedReason } = choices;
  if (before === undefined) return composeSheet(line.says, { before: null, blanks, blockedReason });
  const projected = projectAction(before, { columns, choices, settle });
  return composeSheet(line.says, { before: { sheet: before.sheet, projected }, blanks, blockedReason });
}

/** Free numbers, after those of the plan and of the whole file. */
function numbering(
  lines: readonly ReadLine[],
  { known, matches }: { readonly known: KnownPlan; readonly matches: ReadonlyMap<number, ActionLine> },
): { readonly next: (axis: number | null, axes: readonly PlanAxis[]) => string } {
  const renumbered = new Set(
    lines.flatMap(({ row, says }) => ((says.number ?? null) === null ? [] : [matches.get(row)?.id ?? 0])),
  );
  const kept = known.actions.filter(({ id }) => !renumbered.has(id)).map(({ number }) => number);
  const taken = [...known.axes.map(({ number }) => number), ...kept, ...lines.flatMap(({ says }) => says.number ?? [])];
  const last = new Map<string, string[]>();
  return {
    next: (axis, axes) => {
      // One list an axis: looking through all numbers for each action would be quadratic.
      const of = axes.find(({ id }) => id === axis)?.number ?? '';
      const list = last.get(of) ?? taken.filter((number) => of === '' || number.startsWith(`${of}.`));
      const number = nextActionNumber([...list, ...axes.map((one) => one.number)], of === '' ? null : of);
      last.set(of, [...(list.length > 64 ? [] : list), number]);
      return number;
    },
  };
}

function changesOf(
  before: ActionLine & { readonly axis: number | null },
  { after, axes }: { readonly after: Omit<ChangedAction, 'id' | 'changes'>; readonly axes: readonly PlanAxis[] },
): readonly FieldChange[] {
  // Most actions of a file that comes back are as they were.
  const isSame = before.number === after.number && before.axis === after.axis;
  if (isSame && JSON.stringify(before.sheet) === JSON.stringify(after.sheet)) return [];
  const one: PlanLine = { kind: 'action', ...before, axisPath: [] };
  const other: PlanLine = { kind: 'action', id: before.id, number: after.number, axisPath: [], sheet: after.sheet };
  const changes = OWN_COLUMNS.flatMap(({ field, cell }): FieldChange[] => {
    const [was, is] = [written(cell(one)), written(cell(other))];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
  const moved = before.axis === after.axis;
  return moved
    ? changes
    : [...changes, { field: 'axis', before: pathWritten(before.axis, axes), after: pathWritten(after.axis, axes) }];
}

function written(cell: ReturnType<(typeof OWN_COLUMNS)[number]['cell']>): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.day : String(cell);
}

function pathWritten(axis: number | null, axes: readonly PlanAxis[]): string {
  return axisPathOf(axis, axes)
    .map(({ number, title }) => `${number} ${title}`)
    .join(' › ');
}

/** From the top. */
export function axisPathOf(axis: number | null, axes: readonly PlanAxis[]): readonly LineAxis[] {
  const path: LineAxis[] = [];
  for (let at = axes.find(({ id }) => id === axis); at !== undefined && path.length < 3;) {
    path.unshift({ number: at.number, title: at.title, description: at.description });
    const { parent } = at;
    at = axes.find(({ id }) => id === parent);
  }
  return path;
}
