/**
 * `npm test`: everything that a change must pass, in one command, the same here and on CI.
 *
 * All steps run even when one fails, so that one run says all that is wrong; only the journeys need the build. Checks of
 * the sources run two side by side, the longest first; what each says comes when it ends. When only one is left, the tests
 * start beside it rather than leave a core idle. The last
 * line, `N passed, N failed`, adds the tests of the two runners to the checks (format, lint, types…), one each; what
 * failed is named just above it.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { type Tally, addTallies, NOTHING, playwrightTally, vitestTally } from './tally.ts';

type Step = {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Where the step's runner writes its JSON report, and how to count it. */
  readonly report?: { readonly path: string; readonly count: (json: unknown) => Tally };
  /** A step without which this one says nothing. */
  readonly needs?: string;
  /** Only reads the sources: may run beside another such step. */
  readonly beside?: true;
};

const REPORTS = resolve('reports');

/** What Node compiled of our modules and of the tools, for the many processes that load the same ones. */
const COMPILED = resolve('node_modules/.cache/compiled');

const STEPS: readonly Step[] = [
  { name: 'generated types', command: ['svelte-kit', 'sync'] },
  // What the compiler says comes with what the linter says: both read the same types.
  { name: 'types and lint', beside: true, command: ['oxlint'] },
  { name: 'format', beside: true, command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  {
    name: 'types of pages',
    beside: true,
    command: ['svelte-check', '--tsgo-experimental-api', '--tsconfig', './tsconfig.site.json', '--fail-on-warnings'],
  },
  { name: 'lint of pages', beside: true, command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'direction of imports', beside: true, command: ['node', 'bin/check-imports.ts'] },
  { name: 'names', beside: true, command: ['node', 'bin/check-names.ts'] },
  { name: 'glossary', beside: true, command: ['node', 'bin/check-glossary.ts'] },
  {
    name: 'rules, reading, storage',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=reports/vitest.json'],
    report: { path: `${REPORTS}/vitest.json`, count: vitestTally },
  },
  { name: 'build', command: ['node', 'bin/build.ts'] },
  {
    name: 'journeys',
    command: ['node', 'bin/journeys.ts'],
    report: { path: `${REPORTS}/playwright.json`, count: playwrightTally },
    needs: 'build',
  },
];

rmSync(REPORTS, { recursive: true, force: true });
const failed = new Set<string>();
const lines: string[] = [];
let total = NOTHING;
const begun = performance.now();

let earlier: readonly Promise<void>[] = [];
for (let next = 0; next < STEPS.length;) {
  const together = stepsTogether(next);
  const lanes = inTwoLanes(together);
  // A free lane found no step waiting: the other ends its last one beside the step that follows, and no further.
  await Promise.race(lanes);
  await Promise.all(earlier);
  earlier = lanes;
  next += together.length;
}
await Promise.all(earlier);

console.log(
  `\n${lines.join('\n')}\n${'total'.padEnd(26)}${((performance.now() - begun) / 1000).toFixed(1).padStart(7)} s\n`,
);
if (total.failures.length > 0) console.log(`Failed:\n\n${total.failures.join('\n\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** The steps from `first` on that may run side by side: checks of the sources, or one other step alone. */
function stepsTogether(first: number): readonly Step[] {
  const rest = STEPS.slice(first);
  const end = rest.findIndex((step) => step.beside !== true);
  return rest.slice(0, Math.max(end, 1));
}

function inTwoLanes(steps: readonly Step[]): readonly Promise<void>[] {
  const waiting = [...steps];
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await perform(step);
  };
  return steps.length === 1 ? [lane()] : [lane(), lane()];
}

async function perform(step: Step): Promise<void> {
  const start = performance.now();
  const tally = step.needs !== undefined && failed.has(step.needs) ? null : await run(step);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const outcome = tally ?? failureOf(`${step.name}: not run`);
  if (outcome.failed > 0) failed.add(step.name);
  total = addTallies(total, outcome);
  const word = tally === null ? `not run: ${step.needs ?? ''} failed` : outcome.failed > 0 ? 'FAILED' : 'passed';
  lines.push(`${step.name.padEnd(26)}${`${seconds} s`.padStart(9)}  ${word}`);
}

async function run(step: Step): Promise<Tally> {
  const title = `\n── ${step.name} ${'─'.repeat(Math.max(0, 70 - step.name.length))}`;
  if (step.beside !== true) console.log(title);
  const { status, said } = await outcomeOf(step);
  if (step.beside === true) console.log(`${title}\n${said}`);
  const failure = failureOf(`${step.name}: ended with ${status ?? 'no exit code'}`);
  if (step.report === undefined) return status === 0 ? { ...NOTHING, passed: 1 } : failure;

  const tally = readTally(step.report);
  if (tally === null || tally.passed + tally.failed === 0) {
    console.error(`${step.name}: the runner left no result.`);
    return failure;
  }
  // A runner can fail outside its tests (an import, a set-up): the exit code wins over the count.
  return status !== 0 && tally.failed === 0 ? addTallies(tally, failure) : tally;
}

/** What a step run alone says is shown as it comes; of others it is kept for when they end. */
function outcomeOf(step: Step): Promise<{ readonly status: number | null; readonly said: string }> {
  const [program, ...parameters] = step.command;
  const child = spawn(localProgram(program), parameters, {
    stdio: step.beside === true ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { NODE_COMPILE_CACHE: COMPILED, ...process.env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (words: string) => (said += words));
  }
  return new Promise((resolved) => {
    child.once('error', (error) => resolved({ status: null, said: said + error.message }));
    child.once('close', (status) => resolved({ status, said }));
  });
}

function failureOf(what: string): Tally {
  return { ...NOTHING, failed: 1, failures: [what] };
}

function readTally(report: NonNullable<Step['report']>): Tally | null {
  try {
    return report.count(JSON.parse(readFileSync(report.path, 'utf8')));
  } catch {
    return null;
  }
}

/** The project's own program, so that the command works outside npm too. Node is the one that runs this file. */
function localProgram(program: string): string {
  if (program === 'node' || isAbsolute(program)) return program === 'node' ? process.execPath : program;
  return resolve('node_modules/.bin', program);
}
