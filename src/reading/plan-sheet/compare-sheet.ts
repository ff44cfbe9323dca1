/** A tab read with what a person said of it, and compared with the plan as it is: all that a page of an import shows. */
import type { Tab } from '../sheet/workbook.ts';
import { comparePlan, type KnownPlan, type PlanDifference } from './compare-plan.ts';
import type { ImportChoices } from './import-choices.ts';
import type { ImportNote, ImportProblem, ImportQuestion } from './import-findings.ts';
import { readPlanSheet } from './read-plan-sheet.ts';

export type SheetToCompare = {
  /** undefined: none is kept any more, the import is done. */
  readonly tab: Tab | undefined;
  readonly choices: ImportChoices;
  readonly known: KnownPlan;
};

export type ComparedSheet = {
  readonly difference: PlanDifference;
  /** Of the file and of the comparison together. */
  readonly problems: readonly ImportProblem[];
  readonly questions: readonly ImportQuestion[];
  readonly notes: readonly ImportNote[];
};

/** Up to a second for thousands of actions: a server does it in a thread of its own. */
export function compareSheet({ tab, choices, known }: SheetToCompare): ComparedSheet {
  const sheet = readPlanSheet(tab, choices);
  const difference = comparePlan(sheet, { known, choices });
  return {
    difference,
    problems: [...sheet.problems, ...difference.problems],
    questions: [...sheet.questions, ...difference.questions],
    notes: [...sheet.notes, ...difference.notes],
  };
}
