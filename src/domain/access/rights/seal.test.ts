import { expect, test } from 'vitest';
import type { Act } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { SEAL_RIGHTS } from './seal.ts';

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = ['rotate-seal-key operator none', 'export-place operator none'];

test('these and no others', () => {
  expect(allowedByGate(Object.keys(SEAL_RIGHTS) as Act[])).toEqual(ALLOWED.toSorted());
});
