import { expect, test } from 'vitest';
import { proposeChoices } from '#reading/plan-sheet/propose-columns.ts';
import { readPlanSheet } from '#reading/plan-sheet/read-plan-sheet.ts';
import { readSheet } from '#reading/sheet/read-sheet.ts';
import { planFile } from './plan-file.ts';

test('is read whole, without a question: every row an action of its own, in ten axes', async () => {
  const read = await readSheet({ bytes: Buffer.from(planFile(200)), pasted: false });
  if (!read.ok) throw new Error(read.refusal.kind);
  const choices = proposeChoices(read.value);
  const { lines, problems, questions } = readPlanSheet(read.value.tabs[choices.tab], choices);
  expect({ problems, questions }).toEqual({ problems: [], questions: [] });
  expect(lines).toHaveLength(200);
  expect(new Set(planFile(200).match(/^\d+\. /gm)).size).toBe(10);
});

test('the same number of rows gives the same file', () => {
  expect(planFile(50)).toBe(planFile(50));
});
