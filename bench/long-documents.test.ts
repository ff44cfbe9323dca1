import { expect, test } from 'vitest';
import { longerPlan, ofSize } from './long-documents.ts';

const plan = 'Notice\n\nAXE 1 : premier\n\nFiche Action 1.1 : planter\ncontexte\n\nFiche Action 2.1 : marcher\n';

test('each copy has its sheets under axes of its own; the notice stands once', () => {
  const long = longerPlan(plan, 3);
  expect(long.match(/Notice/g)).toHaveLength(1);
  expect([...long.matchAll(/Fiche Action (\d+\.\d+)/g)].map((match) => match[1])).toHaveLength(6);
  expect(new Set(long.match(/Fiche Action \d+\.\d+/g)).size).toBe(6);
});

test('once is the plan itself', () => {
  expect(longerPlan(plan, 1)).toBe(plan);
});

test('the same input gives the same output', () => {
  expect(longerPlan(plan, 4)).toBe(longerPlan(plan, 4));
});

test('a size is reached without cutting a letter in two', () => {
  const text = ofSize('éàù'.repeat(10), 101);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(101);
  expect(Buffer.byteLength(text)).toBeGreaterThan(97);
  expect(text).not.toContain('\uFFFD');
});
