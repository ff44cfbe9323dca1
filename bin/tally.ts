/** Counts and names what the test runners say in their JSON reports. A skipped or flaky test counts as failed. */
import * as v from 'valibot';

/** `failures` names what failed, with its first error, so that the end of a long output says where to look. */
export type Tally = { readonly passed: number; readonly failed: number; readonly failures: readonly string[] };

export const NOTHING: Tally = { passed: 0, failed: 0, failures: [] };

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const VitestReport = v.object({
  numPassedTests: Count,
  numFailedTests: Count,
  numPendingTests: Count,
  numTodoTests: Count,
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.optional(v.string(), ''),
      assertionResults: v.array(
        v.object({ fullName: v.string(), status: v.string(), failureMessages: v.optional(v.array(v.string()), []) }),
      ),
    }),
  ),
});

type Spec = {
  title: string;
  tests: { projectName: string; status: string; results: { errors: { message?: string }[] }[] }[];
};
type Suite = { title: string; suites?: Suite[]; specs?: Spec[] };

const PlaywrightSpec: v.GenericSchema<unknown, Spec> = v.object({
  title: v.string(),
  tests: v.array(
    v.object({
      projectName: v.string(),
      status: v.string(),
      results: v.array(v.object({ errors: v.array(v.object({ message: v.exactOptional(v.string()) })) })),
    }),
  ),
});

const PlaywrightSuite: v.GenericSchema<unknown, Suite> = v.object({
  title: v.string(),
  suites: v.exactOptional(v.lazy(() => v.array(PlaywrightSuite))),
  specs: v.exactOptional(v.array(PlaywrightSpec)),
});

const PlaywrightReport = v.object({
  stats: v.object({ expected: Count, unexpected: Count, flaky: Count, skipped: Count }),
  errors: v.array(v.object({ message: v.optional(v.string(), '') })),
  suites: v.optional(v.array(PlaywrightSuite), []),
});

/** A file that could not even be imported has no test in it: it counts as one failure. Throws on another format. */
export function vitestTally(json: unknown): Tally {
  const report = v.parse(VitestReport, json);
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failures = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status !== 'passed')
      .map((test) => `${file.name} > ${test.fullName} (${test.status})${firstLines(test.failureMessages.join('\n'))}`),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + report.numTodoTests + broken.length,
    failures: [...failures, ...broken.map((file) => `${file.name}${firstLines(file.message)}`)],
  };
}

/** Throws on another format. */
export function playwrightTally(json: unknown): Tally {
  const { stats, errors, suites } = v.parse(PlaywrightReport, json);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
    failures: [...suites.flatMap((suite) => failedJourneys(suite)), ...errors.map(({ message }) => message)],
  };
}

export function addTallies(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    failures: [...one.failures, ...other.failures],
  };
}

function failedJourneys(suite: Suite): string[] {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status !== 'expected')
      .map(({ projectName, status, results }) => {
        const message = results.flatMap(({ errors }) => errors.map((error) => error.message ?? '')).join('\n');
        return `${suite.title} > ${title} [${projectName}] (${status})${firstLines(message)}`;
      }),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => failedJourneys(inner))];
}

/** Enough of an error to know it again; the whole of it stands above, where the runner printed it. */
function firstLines(message: string): string {
  const lines = message
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 8);
  return lines.map((line) => `\n    ${line}`).join('');
}
