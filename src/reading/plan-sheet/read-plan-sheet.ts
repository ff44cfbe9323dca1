/**
 * A tab of a spreadsheet as the lines of a plan, with everything that there is to say of it at once: problems with their
 * cells, questions, notes. Nothing is guessed: a word that is not of the list, a number that may be a day, a row without an
 * axis are asked; what is no exact day or sum stays words.
 */
import type { LineField } from '#domain/plan/exchange/fields.ts';
import { ROWS_LIMIT, columnLetters, type Tab } from '../sheet/workbook.ts';
import { axisReader } from './axis-cells.ts';
import { findings, type Findings } from './findings.ts';
import type { ImportChoices } from './import-choices.ts';
import type { ImportNote, ImportProblem, ImportQuestion } from './import-findings.ts';
import type { ReadLine } from './line-says.ts';
import { readLine } from './read-line.ts';
import { rowGroups, type RowGroup } from './row-groups.ts';
import { shownCell } from './shown-cell.ts';
import { stepIn } from './sub-actions.ts';
import { sayCells } from './say-cells.ts';

/** Actions of one import. */
export const ACTIONS_LIMIT = 10_000;

export type PlanSheet = {
  readonly lines: readonly ReadLine[];
  /** Fields that the file says something of. */
  readonly columns: ReadonlySet<LineField>;
  readonly problems: readonly ImportProblem[];
  readonly questions: readonly ImportQuestion[];
  readonly notes: readonly ImportNote[];
};

export function readPlanSheet(tab: Tab | undefined, choices: ImportChoices): PlanSheet {
  const found = findings();
  const columns = new Set(choices.columns.filter((field) => field !== null));
  const nothing = (problem: ImportProblem): PlanSheet => ({
    lines: [],
    columns,
    problems: [problem],
    questions: [],
    notes: [],
  });
  if (tab === undefined) return nothing({ kind: 'no-such-tab' });
  const rows = tab.rows.filter(({ row }) => row >= choices.dataFrom && row !== choices.headerRow);
  if (tab.rowCount > tab.rows.length || rows.length > ACTIONS_LIMIT) {
    return nothing({ kind: 'too-many-rows', rows: tab.rowCount, limit: Math.min(ACTIONS_LIMIT, ROWS_LIMIT) });
  }
  if (!columns.has('title')) found.problem({ kind: 'no-title-column' });
  for (const field of columns) {
    const used = choices.columns.flatMap((one, at) => (one === field ? [columnLetters(at)] : []));
    if (used.length > 1) found.problem({ kind: 'column-used-twice', field, columns: used });
  }
  const skipped = new Set(choices.skippedRows);
  for (const { row } of rows) if (skipped.has(row)) found.note('rows-skipped', { row, column: 0 }, '');
  sayCells(tab, { rows, choices, findings: found });
  const groups = rowGroups(
    rows.filter(({ row }) => !skipped.has(row)),
    choices.columns,
  );
  const lines = columns.has('title') ? linesOf(groups, { columns, choices, findings: found }) : [];
  if (columns.has('title') && !lines.some(({ kind }) => kind === 'action')) found.problem({ kind: 'no-action' });
  sayTwice(lines, { choices, findings: found });
  return { lines, columns, ...found.all() };
}

type Given = {
  readonly columns: ReadonlySet<LineField>;
  readonly choices: ImportChoices;
  readonly findings: Findings;
};

const AXIS_FIELDS: ReadonlySet<LineField> = new Set<LineField>([
  'axisNumber',
  'axis',
  'subAxisNumber',
  'subAxis',
  'subSubAxisNumber',
  'subSubAxis',
  'axisDescription',
]);

function linesOf(groups: readonly RowGroup[], { columns, choices, findings: found }: Given): readonly ReadLine[] {
  const reading = { choices, findings: found };
  const axes = axisReader(columns, reading);
  const lines: ReadLine[] = [];
  for (const group of groups) {
    if (group.joined) found.note('merged-joined', { row: group.row, column: choices.columns.indexOf('title') }, '');
    const isAxisAlone = [...group.cells.keys()].every((field) => AXIS_FIELDS.has(field));
    const axisPath = axes.pathOf(group);
    const subAction = group.cells.get('subAction')?.[0];
    if (subAction !== undefined && shownCell(subAction.cell) !== '') {
      stepIn(group, { lines, axisPath, subAction, reading, columns });
      continue;
    }
    const says = readLine(group, { reading, columns });
    if (isAxisAlone && axisPath !== null && axisPath.length > 0) {
      lines.push({ row: group.row, kind: 'axis', axisPath, says });
      continue;
    }
    if (says.title === '') {
      const cell = columnLetters(choices.columns.indexOf('title')) + String(group.row);
      found.problem({ kind: 'title-missing', row: group.row, cell });
      continue;
    }
    lines.push({ row: group.row, kind: 'action', axisPath, says });
  }
  return lines;
}

/** One number names one action. */
function sayTwice(lines: readonly ReadLine[], { choices, findings: found }: Pick<Given, 'choices' | 'findings'>): void {
  const seen = new Map<string, string>();
  const column = columnLetters(Math.max(choices.columns.indexOf('number'), 0));
  for (const { row, says } of lines) {
    const number = says.number ?? null;
    if (number === null) continue;
    const cell = column + String(row);
    const first = seen.get(number);
    if (first === undefined) seen.set(number, cell);
    else found.problem({ kind: 'number-used-twice', row, cell, number, first });
  }
}
