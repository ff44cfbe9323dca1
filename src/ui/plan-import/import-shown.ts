/** An import as its page shows it: bounded lists, words ready to read. */
import type { LineField } from '#domain/plan/exchange/fields.ts';
import { STATUS_WORDS } from '#domain/plan/exchange/words.ts';
import type { NamedSheet } from '#domain/plan/exchange/plan-lines.ts';
import { axisPathOf, changesNothing, type AddedAction, type ChangedAction } from '#reading/plan-sheet/compare-plan.ts';
import { columnLetters, type CellValue, type Tab } from '#reading/sheet/workbook.ts';
import { FIELD } from '#ui/messages/plan-import/fields.fr.ts';
import {
  rowOfProblem,
  sayImportNote,
  sayImportProblem,
  sayImportQuestion,
} from '#ui/messages/plan-import/findings.fr.ts';
import { day } from '#ui/messages/format.fr.ts';
import { WORK } from '#ui/messages/plan-import/pages.fr.ts';
import type { ImportSeen } from '#use-cases/plan-import/see-plan-import.ts';
import { sayNameReason } from '#ui/messages/plan-import/names.fr.ts';
import { nameField, questionName } from './choices-form.ts';

/** Shown at once; the rest is counted. */
const PROBLEMS_SHOWN = 200;
const ACTIONS_SHOWN = 100;
const NAMES_SHOWN = 100;

export function importShown({
  stored,
  plan,
  choices,
  difference,
  problems,
  questions,
  notes,
  names,
  words,
}: ImportSeen) {
  const { added, changed, missing, axes } = difference;
  const pathOf = (axis: number | null) =>
    axisPathOf(axis, axes.all)
      .map(({ number, title }) => `${number} ${title}`)
      .join(' › ');
  return {
    columns: columnsShown(stored.tabs[choices.tab], choices),
    tabs: stored.tabs.map(({ name, hidden }, at) => ({ at, name: name === '' ? '1' : name, hidden })),
    problems: problems.slice(0, PROBLEMS_SHOWN).map((problem) => ({
      words: sayImportProblem(problem),
      row: rowOfProblem(problem),
    })),
    problemsTotal: problems.length,
    questions: questions.map((question) => ({
      name: questionName(question),
      kind: question.kind,
      ...sayImportQuestion(question),
    })),
    notes: notes.map(sayImportNote),
    words: WORK.words({ carried: words.carried.length, left: words.left }),
    names: namesShown(names),
    namesTotal: names.length,
    namesUnanswered: names.filter(({ answer }) => answer === null).length,
    added: added.slice(0, ACTIONS_SHOWN).map((action) => addedShown(action, pathOf)),
    addedTotal: added.length,
    changed: changed.slice(0, ACTIONS_SHOWN).map(changedShown),
    changedTotal: changed.length,
    missing: missing.slice(0, ACTIONS_SHOWN),
    missingTotal: missing.length,
    unchanged: difference.unchanged,
    axes: axes.added.slice(0, ACTIONS_SHOWN).map(({ number, title }) => `${number} ${title}`),
    axesTotal: axes.added.length + axes.changed.length,
    publicNames: publicNames([
      ...added,
      ...changed.filter(({ changes }) => changes.some(({ field }) => field === 'referents')),
    ]),
    isNew: plan === null,
    /** Of a plan that is there. */
    changesNothing: plan !== null && changesNothing(difference) && words.carried.length === 0,
  };
}

/** Those that wait for an answer first. */
function namesShown(names: ImportSeen['names']) {
  const waiting = names.filter(({ answer }) => answer === null);
  const answered = names.filter(({ answer }) => answer !== null);
  return [...waiting, ...answered].slice(0, NAMES_SHOWN).map((asked) => ({
    field: nameField(asked.key),
    name: asked.name,
    because: sayNameReason(asked),
    kind: asked.answer ?? asked.proposed,
    isAnswered: asked.answer !== null,
  }));
}

function columnsShown(tab: Tab | undefined, { columns, headerRow, dataFrom }: ImportSeen['choices']) {
  const headers = tab?.rows.find(({ row }) => row === headerRow)?.cells ?? [];
  const data = tab?.rows.filter(({ row }) => row >= dataFrom).slice(0, 200) ?? [];
  return columns.map((field, at) => {
    const sample = data.map(({ cells }) => cellWords(cells[at] ?? null)).find((text) => text !== '') ?? '';
    return {
      at,
      letters: columnLetters(at),
      header: cellWords(headers[at] ?? null),
      sample: shortened(sample, 60),
      field,
    };
  });
}

function cellWords(cell: CellValue | null): string {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'text':
      return cell.text.trim();
    case 'number':
      return String(cell.value).replace('.', ',');
    case 'day':
      return day(cell.day);
    case 'truth':
      return cell.value ? 'Oui' : 'Non';
    case 'error':
      return cell.code;
    case 'no-result':
      return '';
  }
}

function addedShown({ row, number, axis, sheet }: AddedAction, pathOf: (axis: number | null) => string) {
  return {
    row,
    number,
    title: sheet.title,
    axis: pathOf(axis),
    status: sheet.status === null ? '' : STATUS_WORDS[sheet.status],
    lead: [...sheet.roles.lead, ...sheet.roles.service].map(({ name }) => name).join(', '),
    end: sheet.endsOn === null ? '' : day(sheet.endsOn),
  };
}

function changedShown({ id, row, number, sheet, changes }: ChangedAction) {
  return {
    id,
    row,
    number,
    title: sheet.title,
    changes: changes.map(({ field, before, after }) => ({
      label: FIELD[field],
      before: valueShown(field, before),
      after: valueShown(field, after),
    })),
  };
}

function valueShown(field: LineField, text: string): string {
  return field === 'startsOn' || field === 'endsOn' ? day(text) : shortened(text, 1_000);
}

/** A column says that they are elected: their names go out with the plan. */
function publicNames(actions: readonly { readonly sheet: NamedSheet }[]): readonly string[] {
  const names = actions.flatMap(({ sheet }) =>
    sheet.roles.referent.filter(({ kind }) => kind === 'person').map(({ name }) => name),
  );
  return [...new Set(names)].slice(0, 50);
}

function shortened(text: string, limit: number): string {
  const signs = [...text];
  return signs.length <= limit ? text : `${signs.slice(0, limit - 1).join('')}…`;
}
