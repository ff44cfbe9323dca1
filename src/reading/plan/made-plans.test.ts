/** Made plans, in every combination of headings, rows and labels, are read back as they were made. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PLAN_FIELDS } from '#reading/contract.ts';
import { planLikelihood } from './plan-likelihood.ts';
import { readPlan } from './read-plan.ts';
import { lostCharacters } from './testing/compare.ts';
import { AXES, HEADINGS, LABELS, type Layout, type MadePlan, renderPlan, ROWS } from './testing/render-plan.ts';

const WORDS =
  'rénover planter former ouvrir vélo jardin école cantine quartier habitants énergie eau arbre mairie marché piste association été'.split(
    ' ',
  );
const words = (least: number, most: number) =>
  fc
    .array(fc.constantFrom(...WORDS), { minLength: least, maxLength: most })
    .map((list) => list.join(' '))
    .map((text) => text.charAt(0).toUpperCase() + text.slice(1));
const sentence = fc.tuple(words(3, 9), words(2, 5)).map(([one, two]) => `${one}, ${two.toLowerCase()}.`);
const action = fc.record({
  title: words(2, 6),
  fields: fc
    .subarray([...PLAN_FIELDS], { minLength: 3 })
    .chain((fields) => fc.record(Object.fromEntries(fields.map((field) => [field, sentence])))),
});
const plan: fc.Arbitrary<MadePlan> = fc.record({
  axes: fc.array(fc.record({ title: words(2, 5), actions: fc.array(action, { minLength: 2, maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
});
const layout: fc.Arbitrary<Layout> = fc.record({
  heading: fc.constantFrom(...HEADINGS),
  axis: fc.constantFrom(...AXES),
  row: fc.constantFrom(...ROWS),
  labels: fc.constantFrom(...LABELS),
  end: fc.constantFrom('\n' as const, '\r\n' as const),
  gap: fc.constantFrom('', '\n'),
  contents: fc.constantFrom('none' as const, 'front' as const, 'end' as const),
});

test('a made plan is read back, whatever its layout', () => {
  fc.assert(
    fc.property(plan, layout, (made, how) => {
      const text = renderPlan(made, how);
      const read = readPlan(text);
      expect(read.axes.map((axis) => axis.title)).toEqual(made.axes.map((axis) => axis.title));
      expect(read.actions.map((one) => [one.title, one.axis, filled(one.fields)])).toEqual(
        made.axes.flatMap((axis, at) => axis.actions.map((one) => [one.title, String(at + 1), filled(one.fields)])),
      );
      expect(lostCharacters(read)).toBe('');
      expect(planLikelihood(text)).toBeGreaterThanOrEqual(0.5);
    }),
    { numRuns: 300 },
  );
});

function filled(fields: Readonly<Record<string, string | null | undefined>>) {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== null && text !== undefined));
}
