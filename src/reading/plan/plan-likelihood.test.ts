import { expect, test } from 'vitest';
import { readingCase } from '#reading/testing/case-folders.ts';
import { planLikelihood } from './plan-likelihood.ts';
import { OTHER_PLANS } from './testing/other-plans.ts';

test('a plan is recognised', () => {
  expect(planLikelihood(readingCase('plan-ess-saint-maur-2021').text)).toBe(1);
});

test.each(Object.entries(OTHER_PLANS))('a plan with %s is recognised', (_name, text) => {
  expect(planLikelihood(text)).toBeGreaterThanOrEqual(0.5);
});

test.each(['site-page', 'contents-then-body', 'form-with-lost-ticks', 'technical-sheet'])(
  'the pact "%s" is no plan',
  (name) => {
    expect(planLikelihood(readingCase(name).text)).toBeLessThan(0.3);
  },
);

test('an ordinary text is no plan', () => {
  expect(planLikelihood('Contexte : rien.\nLe conseil se réunira mardi.')).toBe(0);
});
