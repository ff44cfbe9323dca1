/** Under which axis a row stands: titles in three columns, numbers in columns of their own or before the title. */
import type { LineField } from '#domain/plan/exchange/fields.ts';
import { cellAddress } from '../sheet/workbook.ts';
import { blamedPlace } from './blamed-place.ts';
import { line, type Reading } from './cell-meanings.ts';
import type { SaidAxis } from './line-says.ts';
import { TEXT_LIMIT, TITLE_LIMIT } from './read-line.ts';
import type { RowGroup } from './row-groups.ts';
import { words } from './cell-meanings.ts';

const LEVELS = [
  ['axis', 'axisNumber'],
  ['subAxis', 'subAxisNumber'],
  ['subSubAxis', 'subSubAxisNumber'],
] as const satisfies readonly (readonly [LineField, LineField])[];

export type AxisReader = {
  /** Null: no column says axes. */
  readonly pathOf: (group: RowGroup) => readonly SaidAxis[] | null;
};

export function axisReader(columns: ReadonlySet<LineField>, reading: Reading): AxisReader {
  const isSaid = LEVELS.some(([field]) => columns.has(field));
  let above: readonly SaidAxis[] = [];
  return {
    pathOf: (group) => {
      if (!isSaid) return null;
      const written = LEVELS.map(([field, numberField]) => axisIn(group, { field, numberField, columns, reading }));
      const path = completed(written, { group, above, reading });
      if (path.length > 0) above = path;
      const description = words(group.cells.get('axisDescription') ?? [], {
        limit: TEXT_LIMIT,
        findings: reading.findings,
      });
      return path.map((axis, at) =>
        at === path.length - 1 && columns.has('axisDescription') ? { ...axis, description: description ?? '' } : axis,
      );
    },
  };
}

/** Empty cells before a written one, or a row without any: the axis written above goes on, when a person says so. */
function completed(
  written: readonly (SaidAxis | null)[],
  { group, above, reading }: { group: RowGroup; above: readonly SaidAxis[]; reading: Reading },
): readonly SaidAxis[] {
  const { choices, findings } = reading;
  const last = written.findLastIndex((axis) => axis !== null);
  const first = written.findIndex((axis) => axis !== null);
  const place = blamedPlace(choices, { row: group.row, fields: LEVELS.map(([field]) => field) });
  if (last < 0) {
    if (above.length === 0 || choices.emptyAxis === 'none') return [];
    if (choices.emptyAxis === null)
      findings.ask('empty-axis', place, ({ cells, count }) => ({ kind: 'empty-axis', cells, count }));
    return above;
  }
  const path = written.slice(0, last + 1).map((axis, level) => axis ?? (level < first ? (above[level] ?? null) : null));
  const whole = path.filter((axis) => axis !== null);
  if (whole.length < path.length) {
    findings.problem({ kind: 'axis-missing-above', row: group.row, cell: cellAddress(place) });
  }
  return whole;
}

function axisIn(
  group: RowGroup,
  of: {
    readonly field: LineField;
    readonly numberField: LineField;
    readonly columns: ReadonlySet<LineField>;
    readonly reading: Reading;
  },
): SaidAxis | null {
  const { findings } = of.reading;
  const title = line(group.cells.get(of.field) ?? [], { limit: TITLE_LIMIT + 30, findings });
  if (title === null) return null;
  if (of.columns.has(of.numberField)) {
    const number = line(group.cells.get(of.numberField) ?? [], { limit: 20, findings });
    // Decimals of a number of a cell are written with a comma, numbers of axes with a point.
    const isNumber = group.cells.get(of.numberField)?.[0]?.cell.kind === 'number';
    return { number: isNumber ? (number?.replace(',', '.') ?? '') : (number ?? ''), title, description: null };
  }
  return { ...axisWritten(title), description: null };
}

/** `2. Mobilités`, `Axe 2 : Mobilités`, `2.1 Vélo`; « 3 quartiers apaisés » and « 2030 en vue » are titles. */
export function axisWritten(text: string): { readonly number: string | null; readonly title: string } {
  const pattern =
    /^(?:(?:sous-?\s?)*axe|orientation|objectif|défi|chantier|thème)\s+(?:n°\s*)?(\d{1,2}(?:\.\d{1,2})*|[IVX]+|[A-Z])\s*[.:)–—-]?\s+(.+)$|^(\d{1,2}(?:\.\d{1,2})*)\s*[.:)–—-]\s+(.+)$|^(\d{1,2}(?:\.\d{1,2})+)\s+(.+)$/isu;
  const [, named, namedTitle, marked, markedTitle, dotted, dottedTitle] = pattern.exec(text) ?? [];
  const number = named ?? marked ?? dotted ?? null;
  const title = namedTitle ?? markedTitle ?? dottedTitle ?? null;
  return number === null || title === null ? { number: null, title: text } : { number, title: title.trim() };
}
