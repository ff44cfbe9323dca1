/** Unit, storage and reading tests. Journeys in a real browser run apart: bin/journeys.ts. */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const TESTS = [
  'src/**/*.test.ts',
  'tests/**/*.test.ts',
  'bin/**/*.test.ts',
  'bench/**/*.test.ts',
  'audit/**/*.test.ts',
];

/**
 * What changes something for its whole process: the runtime that pages are served from, an environment variable, the
 * working folder, a module or a clock replaced. A file that does so has a process to itself; the others take turns in
 * the same two, which saves half of a second for each of them (docs/decisions/0029-time-of-tests.md), and are held to
 * what they must leave behind: nothing (tests/left-as-found.ts).
 */
const CHANGES_ITS_PROCESS = /\bprovideRuntime\(|\bvi\.|\bprocess\.(?:chdir|umask|env\[[^\]]*\] =)/u;

const alone = globSync(TESTS)
  .filter((path) => CHANGES_ITS_PROCESS.test(readFileSync(path, 'utf8')))
  // A folder of a route is named `[commune]`.
  .map((path) => path.replaceAll(/[[\]()]/gu, String.raw`\$&`));

export default defineConfig({
  test: {
    // Tests leave no file in the folder of the project. Programs that they start compile our modules once for all of them.
    env: {
      SITE_SECRET: 'a secret for tests, which keeps nothing',
      NODE_COMPILE_CACHE: resolve('node_modules/.cache/compiled'),
    },
    globalSetup: ['tests/database-server.ts'],
    // Tests wait for PostgreSQL as much as they compute: one worker for each core, not one less.
    maxWorkers: '100%',
    // Starting a database or a server takes seconds on a busy machine; a limit only catches what hangs.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: TESTS,
          exclude: alone,
          isolate: false,
          setupFiles: ['tests/left-as-found.ts'],
        },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
