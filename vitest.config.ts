/** Unit, storage and reading tests. Journeys in a real browser run apart: bin/journeys.ts. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'bin/**/*.test.ts', 'bench/**/*.test.ts', 'audit/**/*.test.ts'],
    exclude: ['node_modules/**', 'build/**', '.svelte-kit/**', 'tests/journeys/**'],
    // Tests leave no file in the folder of the project.
    env: { SITE_SECRET: 'a secret for tests, which keeps nothing' },
    globalSetup: ['tests/database-server.ts'],
    // Tests wait for PostgreSQL as much as they compute: one worker for each core, not one less.
    maxWorkers: '100%',
    // Starting a database or a server takes seconds on a busy machine; a limit only catches what hangs.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
