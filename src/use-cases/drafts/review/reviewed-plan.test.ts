import { expect, test } from 'vitest';
import type { Decision } from '#domain/pact/decision.ts';
import { writePlan } from '#tests/world-readings.ts';
import { reviewedPlan } from './reviewed-plan.ts';

const READING = writePlan('Plan vélo', [
  { number: '4.3', title: 'Compter', calendar: 'Court terme', amount: '650€' },
  { number: '4.4', printedNumber: '4.3', title: 'Tracer' },
]);

function review(given: Record<string, Decision>, options: { acceptAll?: boolean; title?: null } = {}) {
  const reading = options.title === null ? { ...READING, title: null } : READING;
  return reviewedPlan({ reading, decisions: new Map(Object.entries(given)), acceptAll: options.acceptAll ?? true });
}

test('a number that the sheet does not print waits for a look', () => {
  expect(review({}, { acceptAll: false })).toMatchObject({
    ok: false,
    refusal: { kind: 'undecided', proposals: [{ kind: 'action', number: '4.4' }] },
  });
  expect(review({ 'action-1': { kind: 'confirm' } }, { acceptAll: false }).ok).toBe(true);
});

test('what is not corrected stays as written: deadlines, sums, both numbers', () => {
  expect(review({ 'action-0': { kind: 'correct-action', fields: { leads: null } } })).toMatchObject({
    value: {
      title: 'Plan vélo',
      council: { date: '30 juin 2021', item: '3' },
      actions: [
        { fields: { calendar: 'Court terme', leads: null }, amounts: [{ text: '650€', euros: null }] },
        { number: '4.4', printedNumber: '4.3' },
      ],
    },
  });
});

test('two sheets under one number are refused', () => {
  expect(review({ 'action-1': { kind: 'correct-action', number: '4.3' } })).toMatchObject({
    ok: false,
    refusal: {
      kind: 'action-twice',
      number: '4.3',
      proposals: [
        { kind: 'action', number: '4.3' },
        { kind: 'action', number: '4.4' },
      ],
    },
  });
});

test('a plan needs a name and at least one action', () => {
  expect(review({}, { title: null })).toMatchObject({ refusal: { kind: 'title-missing' } });
  expect(review({ plan: { kind: 'correct-plan', title: 'Trouvé' } }, { title: null }).ok).toBe(true);
  expect(review({ 'action-0': { kind: 'refuse' }, 'action-1': { kind: 'refuse' } })).toMatchObject({
    refusal: { kind: 'nothing-planned' },
  });
});

test('an axis is renamed or left out', () => {
  expect(review({ 'axis-0': { kind: 'correct-axis', title: 'Vélo' } })).toMatchObject({
    value: { axes: [{ title: 'Vélo' }] },
  });
  expect(review({ 'axis-0': { kind: 'refuse' } })).toMatchObject({ value: { axes: [] } });
});
