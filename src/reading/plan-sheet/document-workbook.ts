/**
 * A plan that was read from a document, as the lines of a spreadsheet: it is then compared, shown and written as any other
 * import. Only what a typed field holds exactly has a cell; what the document writes of leads, sums and days stays as it is
 * written, beside the cells.
 */
import { OWN_COLUMNS } from '#domain/plan/exchange/columns.ts';
import { isTextField, TEXT_OF_FIELD, type LineField } from '#domain/plan/exchange/fields.ts';
import { isPlanNumber } from '#domain/plan/numbering.ts';
import type { Plan } from '#domain/plan/plan.ts';
import type { AsWritten } from '#domain/plan/published-sheet.ts';
import { takenUp, type TakenAction, type TakenAxis } from '#domain/plan/take-up.ts';
import type { SheetCell, Workbook } from '../sheet/workbook.ts';
import { choicesOfTab } from './propose-columns.ts';
import type { ImportChoices } from './import-choices.ts';

export type DocumentSheet = { readonly workbook: Workbook; readonly choices: ImportChoices };

/** `isNew`: every action gets a number and every axis too; updating, the plan keeps its own where the document has none. */
export function documentSheet(read: Plan, { isNew }: { readonly isNew: boolean }): DocumentSheet {
  const { axes, actions } = takenUp({
    title: read.title,
    axes: read.axes.map(({ number, title, subAxes }) => ({
      number,
      title,
      subAxes: subAxes.map((sub) => sub.title),
    })),
    actions: read.actions.map((action, at) => ({ ...action, id: at })),
  });
  const cellsOf = { axis: axisCells(axes, isNew), action: actionCells(read, isNew) };
  const lines = [
    ...axes.map(({ key }) => cellsOf.axis(key)),
    ...actions.map((action) => new Map([...cellsOf.axis(action.axis), ...cellsOf.action(action)])),
  ];
  const used = new Set(lines.flatMap((line) => [...line.keys()]));
  const columns = OWN_COLUMNS.filter(({ field }) => used.has(field));
  const rows = lines.map((line, at) => ({ row: at + 2, cells: columns.map(({ field }) => cell(line.get(field))) }));
  const header = { row: 1, cells: columns.map(({ header: named }) => cell(named)) };
  const tab = {
    name: '',
    hidden: false,
    rows: [header, ...rows],
    rowCount: rows.length + 1,
    hiddenRows: 0,
    cellsTooFarRight: 0,
  };
  const asWritten = Object.fromEntries(
    actions.map((action, at) => [axes.length + at + 2, written(action, read)] as const),
  );
  return {
    workbook: { format: 'document', tabs: [tab], asWritten },
    // Of a new plan, a sheet that names no axis stands under none; in a plan that is there, a person says.
    choices: { ...choicesOfTab([tab], 0), emptyAxis: isNew ? 'none' : null },
  };
}

type Line = ReadonlyMap<LineField, string>;

const AXIS_FIELDS = [
  ['axisNumber', 'axis'],
  ['subAxisNumber', 'subAxis'],
] as const;

/** From the top. The letter that a sub-axis gets is ours: a plan that is there keeps its own. */
function axisCells(axes: readonly TakenAxis[], isNew: boolean): (key: string | null) => Line {
  const byKey = new Map(axes.map((axis) => [axis.key, axis]));
  const pathOf = (key: string | null): readonly TakenAxis[] => {
    const axis = key === null ? undefined : byKey.get(key);
    return axis === undefined ? [] : [...pathOf(axis.parent), axis];
  };
  return (key) =>
    new Map(
      pathOf(key).flatMap(({ number, title }, depth): [LineField, string][] => {
        const [numberField, titleField] = AXIS_FIELDS[depth === 0 ? 0 : 1];
        return depth === 0 || isNew
          ? [
              [numberField, number],
              [titleField, title],
            ]
          : [[titleField, title]];
      }),
    );
}

/** A number that was made up for a sheet without any, or with that of another, names no action of a plan that is there. */
function actionCells(read: Plan, isNew: boolean): (action: TakenAction) => Line {
  return ({ id, number, sheet }) => {
    const said = read.actions[id]?.number ?? '';
    const texts = OWN_COLUMNS.flatMap(({ field }): [LineField, string][] => {
      const text = isTextField(field) ? sheet.texts[TEXT_OF_FIELD[field]] : null;
      return text === null ? [] : [[field, text]];
    });
    const isSaid = isPlanNumber(said) && said === number;
    return new Map<LineField, string>([
      ...(isNew || isSaid ? [['number', number] as const] : []),
      ['title', sheet.title],
      ...texts,
    ]);
  };
}

function written({ id, asWritten }: TakenAction, read: Plan): AsWritten {
  const passage = (read.actions[id]?.quotations ?? []).map(({ text }) => text).join('\n[…]\n');
  return { ...(asWritten ?? { leads: null, amounts: [], dates: [] }), passage };
}

function cell(text: string | undefined): SheetCell | null {
  return text === undefined || text === '' ? null : { kind: 'text', text };
}
