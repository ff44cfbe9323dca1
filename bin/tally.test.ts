import { expect, test } from 'vitest';
import { addTallies, playwrightTally, vitestTally } from './tally.ts';

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const playwright = { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

test('passed tests are passed', () => {
  expect(vitestTally(vitest)).toEqual({ passed: 3, failed: 0 });
  expect(playwrightTally(playwright)).toEqual({ passed: 2, failed: 0 });
});

test('a skipped, a pending, a flaky test counts as failed', () => {
  expect(vitestTally({ ...vitest, numPendingTests: 1, numTodoTests: 1 }).failed).toBe(2);
  expect(playwrightTally({ ...playwright, stats: { ...playwright.stats, flaky: 1, skipped: 1 } }).failed).toBe(2);
});

test('a test file that cannot be imported counts as failed', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(vitestTally({ ...vitest, testResults }).failed).toBe(1);
});

test('an error outside the journeys counts as failed', () => {
  expect(playwrightTally({ ...playwright, errors: [{}] }).failed).toBe(1);
});

test('something else than a report is refused', () => {
  expect(() => vitestTally({})).toThrow();
  expect(() => playwrightTally([])).toThrow();
});

test('tallies add up', () => {
  expect(addTallies({ passed: 1, failed: 2 }, { passed: 3, failed: 4 })).toEqual({ passed: 4, failed: 6 });
});
