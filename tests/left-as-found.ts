/**
 * Test files that take turns in one process leave it as they found it. One that does not fails here, by name, rather than
 * make another fail now and then; vitest.config.ts says what gets a process to itself.
 */
import { afterAll, beforeAll, expect } from 'vitest';

let found: ReadonlyMap<string, unknown> = new Map();

beforeAll(() => {
  found = whatIsShared();
});

afterAll(() => {
  const left = whatIsShared();
  const names = new Set([...found.keys(), ...left.keys()]);
  // Names alone: values may be secrets of the machine.
  expect([...names].filter((name) => found.get(name) !== left.get(name))).toEqual([]);
});

/** What belongs to the whole process, by a name that says it. */
function whatIsShared(): ReadonlyMap<string, unknown> {
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
  return new Map<string, unknown>([
    ...environment.map(([name, value]) => [`environment variable ${name}`, value] as const),
    ['working folder', process.cwd()],
    ['runtime that pages are served from', Reflect.get(globalThis, 'paroleTenueRuntime')],
    ['exit code', process.exitCode],
    ['clock', Date],
    ['fetch', globalThis.fetch],
  ]);
}
