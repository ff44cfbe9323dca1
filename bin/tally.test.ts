import { expect, test } from 'vitest';
import { addTallies, NOTHING, playwrightTally, vitestTally } from './tally.ts';

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const playwright = { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

test('passed tests are passed', () => {
  expect(vitestTally(vitest)).toEqual({ ...NOTHING, passed: 3 });
  expect(playwrightTally(playwright)).toEqual({ ...NOTHING, passed: 2 });
});

test('a skipped, a pending, a flaky test counts as failed', () => {
  expect(vitestTally({ ...vitest, numPendingTests: 1, numTodoTests: 1 }).failed).toBe(2);
  expect(playwrightTally({ ...playwright, stats: { ...playwright.stats, flaky: 1, skipped: 1 } }).failed).toBe(2);
});

test('a test file that cannot be imported counts as failed', () => {
  const testResults = [{ name: 'a.test.ts', status: 'failed', message: 'Cannot find x', assertionResults: [] }];
  expect(vitestTally({ ...vitest, testResults })).toMatchObject({
    failed: 1,
    failures: ['a.test.ts\n    Cannot find x'],
  });
});

test('an error outside the journeys counts as failed', () => {
  expect(playwrightTally({ ...playwright, errors: [{ message: 'no browser' }] })).toMatchObject({
    failed: 1,
    failures: ['no browser'],
  });
});

test('what failed is named, with the head of its error', () => {
  const tests = [
    { fullName: 'adds', status: 'passed' },
    { fullName: 'takes away', status: 'failed', failureMessages: ['expected 1\n\nto be 2'] },
  ];
  const testResults = [{ name: 'sum.test.ts', status: 'failed', assertionResults: tests }];
  expect(vitestTally({ ...vitest, numFailedTests: 1, testResults }).failures).toEqual([
    'sum.test.ts > takes away (failed)\n    expected 1\n    to be 2',
  ]);
});

test('a journey that failed is named wherever its suite stands', () => {
  const failed = { projectName: 'phone', status: 'unexpected', results: [{ errors: [{ message: 'no heading' }] }] };
  const passed = { projectName: 'desk', status: 'expected', results: [{ errors: [] }] };
  const inner = { title: 'refusals', specs: [{ title: 'empty', tests: [passed, failed] }] };
  const suites = [{ title: 'lire.journey.ts', suites: [inner] }];
  expect(playwrightTally({ ...playwright, suites }).failures).toEqual([
    'refusals > empty [phone] (unexpected)\n    no heading',
  ]);
});

test('something else than a report is refused', () => {
  expect(() => vitestTally({})).toThrow();
  expect(() => playwrightTally([])).toThrow();
});

test('tallies add up', () => {
  const one = { passed: 1, failed: 2, failures: ['a'] };
  const other = { passed: 3, failed: 4, failures: ['b'] };
  expect(addTallies(one, other)).toEqual({ passed: 4, failed: 6, failures: ['a', 'b'] });
});
