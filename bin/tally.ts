/** Counts what the test runners say in their JSON reports. A skipped or flaky test counts as failed. */
import * as v from 'valibot';

export type Tally = { readonly passed: number; readonly failed: number };

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const VitestReport = v.object({
  numPassedTests: Count,
  numFailedTests: Count,
  numPendingTests: Count,
  numTodoTests: Count,
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

const PlaywrightReport = v.object({
  stats: v.object({ expected: Count, unexpected: Count, flaky: Count, skipped: Count }),
  errors: v.array(v.unknown()),
});

/** A file that could not even be imported has no test in it: it counts as one failure. Throws on another format. */
export function vitestTally(json: unknown): Tally {
  const report = v.parse(VitestReport, json);
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + report.numTodoTests + broken,
  };
}

/** Throws on another format. */
export function playwrightTally(json: unknown): Tally {
  const { stats, errors } = v.parse(PlaywrightReport, json);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

export function addTallies(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}
