/**
 * A row that says a sub-action of an action (Territoires en Transitions has a column for it): a step of that action, or an
 * action of its own; a person says which, once for the file.
 */
import type { LineField } from '#domain/plan/exchange/fields.ts';
import { columnLetters } from '../sheet/workbook.ts';
import { line, type Reading } from './cell-meanings.ts';
import type { ReadLine, SaidAxis } from './line-says.ts';
import { readLine, TITLE_LIMIT } from './read-line.ts';
import type { PlacedCell, RowGroup } from './row-groups.ts';
import { shownCell } from './shown-cell.ts';

/** What a step holds. */
const OF_STEP: ReadonlySet<LineField> = new Set<LineField>([
  'title',
  'subAction',
  'status',
  'endsOn',
  'axis',
  'subAxis',
  'subSubAxis',
]);

export function stepIn(
  group: RowGroup,
  {
    lines,
    axisPath,
    subAction,
    reading,
    columns,
  }: {
    readonly lines: ReadLine[];
    readonly axisPath: readonly SaidAxis[] | null;
    readonly subAction: PlacedCell;
    readonly reading: Reading;
    readonly columns: ReadonlySet<LineField>;
  },
): void {
  const { choices, findings } = reading;
  const title = line([subAction], { limit: TITLE_LIMIT, findings }) ?? '';
  if (choices.subActions === null)
    findings.ask('sub-actions', subAction, ({ cells, count }) => ({ kind: 'sub-actions', cells, count }));
  const says = readLine(group, { reading, columns });
  const at = parentOf(says.title, { lines, axisPath });
  const parent = at < 0 ? undefined : lines[at];
  if (parent === undefined && says.title === '') {
    const cell = columnLetters(subAction.column) + String(group.row);
    findings.problem({ kind: 'step-without-action', row: group.row, cell });
    return;
  }
  if (choices.subActions === 'actions') {
    const above = says.title === '' ? (parent?.says.title ?? '') : says.title;
    const whole = `${above} – ${title}`.slice(0, TITLE_LIMIT);
    lines.push({
      row: group.row,
      kind: 'action',
      axisPath,
      says: { ...says, title: whole },
    });
    return;
  }
  for (const [field, cells] of group.cells) {
    const first = cells[0];
    if (!OF_STEP.has(field) && first !== undefined)
      findings.note('step-cells-left', first, shownCell(first.cell).slice(0, 80));
  }
  const step = { title, status: says.status ?? null, endsOn: says.endsOn ?? null };
  if (parent !== undefined) {
    lines[at] = { ...parent, says: { ...parent.says, steps: [...(parent.says.steps ?? []), step] } };
    return;
  }
  // No row says the action itself: all that is known of it is its title.
  const nothing = { title: says.title, texts: {}, roles: {}, sums: [], kept: [] };
  lines.push({ row: group.row, kind: 'action', axisPath, says: { ...nothing, steps: [step] } });
}

/** The nearest action above of that title under the same axis; without a title, the nearest action. -1: none. */
function parentOf(
  title: string,
  { lines, axisPath }: { readonly lines: readonly ReadLine[]; readonly axisPath: readonly SaidAxis[] | null },
): number {
  const path = pathKey(axisPath);
  return lines.findLastIndex(
    (one) => one.kind === 'action' && (title === '' || (one.says.title === title && pathKey(one.axisPath) === path)),
  );
}

function pathKey(path: readonly SaidAxis[] | null): string {
  return (path ?? []).map((axis) => axis.title).join('\n');
}
