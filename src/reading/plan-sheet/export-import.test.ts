import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NamedSheet } from '#domain/plan/exchange/plan-lines.ts';
import { planLines } from '#domain/plan/exchange/plan-to-lines.ts';
import { emptySheet } from '#domain/plan/working-sheet.ts';
import { PLAN_FORMATS, planSheetFile, type PlanFormat } from '#publishing/spreadsheet/plan-sheet-file.ts';
import { readSheet } from '../sheet/read-sheet.ts';
import { axisPathOf, comparePlan, withKnownWords, type KnownPlan } from './compare-plan.ts';
import { proposeChoices } from './propose-columns.ts';
import { readPlanSheet } from './read-plan-sheet.ts';
import { settleNames } from './settle-names.ts';
import { arbitraryPlan } from './testing/arbitrary-plan.ts';

type Plan = Pick<KnownPlan, 'axes' | 'actions'>;

/** Exports `plan`, then imports the file over `known` as a person would who answers the questions left. */
async function exportThenImport(plan: Parameters<typeof planLines>, to: { format: PlanFormat; known: Plan }) {
  const bytes = planSheetFile({ title: 'Plan : essai [1]', lines: planLines(...plan) }, to.format);
  const read = await readSheet({ bytes, pasted: false });
  if (!read.ok) throw new Error(read.refusal.kind);
  const proposed = proposeChoices(read.value);
  const choices = withKnownWords({ ...proposed, emptyAxis: proposed.emptyAxis ?? 'none' }, to.known);
  const sheet = readPlanSheet(read.value.tabs[0], choices);
  // Of the place that the plan was made in.
  const directory = plan[1].flatMap((action) => [
    ...Object.values(action.sheet.roles).flat(),
    ...action.sheet.fundings.map(({ funder }) => funder),
  ]);
  const settled = settleNames(sheet.lines, { choices, directory });
  return { sheet, difference: comparePlan({ ...sheet, ...settled }, { known: to.known, choices }) };
}

const NOTHING: Plan = { axes: [], actions: [] };

test.each(PLAN_FORMATS)('a plan exported as %s and imported over itself changes nothing', async (format) => {
  await fc.assert(
    fc.asyncProperty(arbitraryPlan, async ({ axes, actions }) => {
      // In the order of the plan, as a plan is kept.
      const order = planLines(axes, actions).flatMap((line) => (line.kind === 'action' ? [line.id] : []));
      const kept = actions.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
      const known = { axes, actions: kept.map((one) => ({ ...one, axisPath: axisPathOf(one.axis, axes) })) };
      const { sheet, difference } = await exportThenImport([axes, actions], { format, known });
      expect(sheet.problems).toEqual([]);
      expect(sheet.questions).toEqual([]);
      const { added, changed, missing, problems } = difference;
      expect({ added, changed, missing, problems }).toEqual({ added: [], changed: [], missing: [], problems: [] });
      expect([difference.axes.added, difference.axes.changed]).toEqual([[], []]);
      expect(difference.unchanged).toBe(actions.length);
    }),
    { numRuns: 40 },
  );
});

test.each(['csv', 'xlsx', 'ods'] as const)(
  'a plan exported as %s is imported whole where there was none',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, async ({ axes, actions }) => {
        const { difference } = await exportThenImport([axes, actions], { format, known: NOTHING });
        const before = planLines(
          axes,
          actions.map((action) => ({ ...action, id: null })),
        );
        const after = planLines(
          difference.axes.all,
          difference.added.map((action) => ({ ...action, id: null })),
        );
        expect(after).toEqual(before);
      }),
      { numRuns: 40 },
    );
  },
);

test.each(PLAN_FORMATS)(
  'an action that says more than a cell of Excel takes comes back from %s unchanged',
  async (format) => {
    const funder = { kind: 'organisation', name: 'Région' } as const;
    const long = (at: number) => `${String(at)} ; «${'étape '.repeat(48)}`.trim();
    const items = Array.from({ length: 100 }, (_, at) => at);
    const sheet: NamedSheet = {
      ...emptySheet('Planter'),
      roles: { lead: [], referent: [], service: [], structure: [], partner: [] },
      steps: items.map((at) => ({ title: long(at), status: 'done', endsOn: '2027-12-31' })),
      fundings: items.map((at) => ({ funder, call: long(at), deadline: null, state: null, euros: 12 })),
    };
    const actions = [1, 2].map((id) => ({ id, number: `1.${String(id)}`, axis: null, sheet }));
    const known = { axes: [], actions: actions.map((one) => ({ ...one, axisPath: [] })) };
    const { sheet: read, difference } = await exportThenImport([[], actions], { format, known });
    expect([read.problems, read.questions]).toEqual([[], []]);
    expect(difference.unchanged).toBe(2);
  },
);
