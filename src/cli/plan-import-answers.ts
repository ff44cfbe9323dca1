/** What was answered on the command line, or in a YAML file that says the same: columns, questions, rows left aside. */
import * as v from 'valibot';
import { parse } from 'yaml';
import { ENTRY_KINDS } from '#domain/plan/directory-entry.ts';
import { titleKey } from '#domain/plan/exchange/words.ts';
import { LINE_FIELDS, type LineField } from '#domain/plan/exchange/fields.ts';
import { headerKey, withHeaderRow } from '#reading/plan-sheet/propose-columns.ts';
import type { ImportQuestion } from '#reading/plan-sheet/import-findings.ts';
import type { ImportChoices } from '#reading/plan-sheet/import-choices.ts';
import { PLAN_CLI } from '#ui/messages/plan-import/cli.fr.ts';
import { NAMES_CLI } from '#ui/messages/plan-import/names.fr.ts';
import { nameField, withAnswers } from '#ui/plan-import/choices-form.ts';
import { importShown } from '#ui/plan-import/import-shown.ts';
import type { ImportSeen } from '#use-cases/plan-import/see-plan-import.ts';
import { readPlanSheet } from '#reading/plan-sheet/read-plan-sheet.ts';
import { Misuse } from './command.ts';

export type AnswersGiven = {
  /** By letter or header of a column. */
  readonly map: ReadonlyMap<string, string>;
  /** By name of a question. */
  readonly answers: ReadonlyMap<string, string>;
  readonly skip: readonly number[];
};

/** `columns: {Avancement: status}`, `answers: {mot-status-prevu: planned, nom-dgs: service}`, `skip: [12]`. */
const FILE = v.strictObject({
  columns: v.optional(v.record(v.string(), v.nullable(v.string())), {}),
  answers: v.optional(v.record(v.string(), v.union([v.string(), v.number()])), {}),
  skip: v.optional(v.array(v.number()), []),
});

export function answersGiven(given: {
  readonly map: readonly string[];
  readonly answer: readonly string[];
  readonly skip: readonly string[];
  readonly yaml: string | null;
}): AnswersGiven {
  const file = given.yaml === null ? { columns: {}, answers: {}, skip: [] } : fileIn(given.yaml);
  const pairs = (all: readonly string[]) =>
    all.map((text): [string, string] => {
      const [name = '', value = ''] = text.split(/=(.*)/s);
      return [name, value];
    });
  return {
    map: new Map([
      ...Object.entries(file.columns).map(([name, field]): [string, string] => [name, field ?? '']),
      ...pairs(given.map),
    ]),
    answers: new Map([
      ...Object.entries(file.answers).map(([name, value]): [string, string] => [name, String(value)]),
      ...pairs(given.answer),
    ]),
    skip: [...file.skip, ...given.skip.map(Number)].filter((row) => Number.isInteger(row) && row > 0),
  };
}

/** Twice: a column said to be something else asks other questions. Throws Misuse for an answer to nothing. */
export function answered(seen: ImportSeen, { map, answers, skip }: AnswersGiven): ImportChoices {
  const { stored } = seen;
  const proposed = withHeaderNamed(seen, [...map.keys()]);
  const shown = importShown({ ...seen, choices: proposed }).columns;
  const columns = [...proposed.columns];
  for (const [name, value] of map) {
    const at = shown.findIndex(
      ({ letters, header }) => letters === name.toUpperCase() || headerKey(header) === headerKey(name),
    );
    const field = LINE_FIELDS.find((known): known is LineField => known === value) ?? null;
    if (at < 0 || (field === null && value !== '')) throw new Misuse(PLAN_CLI.badMap(`${name}=${value}`, LINE_FIELDS));
    if (field !== null)
      columns.forEach((known, other) => {
        if (known === field && other !== at) columns[other] = null;
      });
    columns[at] = field;
  }
  const skippedRows = [...new Set([...proposed.skippedRows, ...skip])];
  const chosen = { ...proposed, columns, skippedRows, names: { ...proposed.names, ...namesIn(answers) } };
  const form = { get: (name: string) => answers.get(name) ?? '', has: (name: string) => answers.has(name) };
  const { questions } = readPlanSheet(stored.tabs[chosen.tab], chosen);
  return withAnswers(chosen, {
    form,
    questions: [...questions, ...seen.questions.filter(({ kind }) => OF_THE_PLAN.has(kind))],
  });
}

/** Asked by the comparison with the plan, not by the file alone. */
const OF_THE_PLAN: ReadonlySet<ImportQuestion['kind']> = new Set(['which-axis', 'which-action', 'blocked-reason']);

/** `nom-DGS: service`, spelt as in the file or as it was asked. */
function namesIn(answers: AnswersGiven['answers']): NonNullable<ImportChoices['names']> {
  const prefix = nameField('');
  const said = [...answers].filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(
    said.map(([name, value]) => {
      const kind = ENTRY_KINDS.find((one) => one === value);
      if (kind === undefined) throw new Misuse(NAMES_CLI.badKind(`${name}=${value}`));
      return [titleKey(name.slice(prefix.length)), kind];
    }),
  );
}

/** When no row was recognised as the one of the headers, the first that holds a name that was given. */
function withHeaderNamed({ stored }: ImportSeen, names: readonly string[]): ImportChoices {
  const { choices, tabs } = stored;
  if (choices.headerRow > 0) return choices;
  const keys = new Set(names.filter((name) => !/^[A-Z]{1,2}$/i.test(name)).map(headerKey));
  const tab = tabs[choices.tab];
  const row = tab?.rows
    .slice(0, 20)
    .find(({ cells }) => cells.some((cell) => cell?.kind === 'text' && keys.has(headerKey(cell.text))));
  return row === undefined ? choices : withHeaderRow(choices, { tab, row: row.row });
}

function fileIn(yaml: string): v.InferOutput<typeof FILE> {
  try {
    return v.parse(FILE, parse(yaml) ?? {});
  } catch (error) {
    throw new Misuse(PLAN_CLI.badAnswersFile(error instanceof Error ? error.message : ''));
  }
}
