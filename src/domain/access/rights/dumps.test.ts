import { expect, test } from 'vitest';
import type { Act } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { DUMP_RIGHTS } from './dumps.ts';

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = ['load-dump operator none', 'make-dump job none', 'make-dump operator none'];

test('public copies are made by the site itself, and loaded by who runs it alone', () => {
  expect(allowedByGate(Object.keys(DUMP_RIGHTS) as Act[])).toEqual(ALLOWED);
});
