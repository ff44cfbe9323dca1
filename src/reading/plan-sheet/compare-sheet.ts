/** A tab read with what a person said of it, and compared with the plan as it is: all that a page of an import shows. */
import type { NamedEntry } from '#domain/plan/exchange/plan-lines.ts';
import type { Tab } from '../sheet/workbook.ts';
import { comparePlan, type KnownPlan, type PlanDifference } from './compare-plan.ts';
import type { ImportChoices } from './import-choices.ts';
import type { AskedName, ImportNote, ImportProblem, ImportQuestion } from './import-findings.ts';
import { readPlanSheet } from './read-plan-sheet.ts';
import { settleNames } from './settle-names.ts';

export type SheetToCompare = {
  /** undefined: none is kept any more, the import is done. */
  readonly tab: Tab | undefined;
  readonly choices: ImportChoices;
  readonly known: KnownPlan;
  /** Of the place. */
  readonly directory: readonly NamedEntry[];
};

export type ComparedSheet = {
  readonly difference: PlanDifference;
  /** Of the file and of the comparison together. */
  readonly problems: readonly ImportProblem[];
  readonly questions: readonly ImportQuestion[];
  readonly notes: readonly ImportNote[];
  /** Nothing waits for their answers. */
  readonly names: readonly AskedName[];
};

/** Up to a second for thousands of actions: a server does it in a thread of its own. */
export function compareSheet({ tab, choices, known, directory }: SheetToCompare): ComparedSheet {
  const sheet = readPlanSheet(tab, choices);
  const { lines, names, settle } = settleNames(sheet.lines, { choices, directory });
  const difference = comparePlan({ ...sheet, lines, settle }, { known, choices });
  return {
    difference,
    problems: [...sheet.problems, ...difference.problems],
    questions: [...sheet.questions, ...difference.questions],
    notes: [...sheet.notes, ...difference.notes],
    names,
  };
}
