import { expect, test } from 'vitest';
import type { Act } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { ACCOUNT_RIGHTS } from './accounts.ts';

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED: readonly string[] = [];

test('these and no others', () => {
  expect(allowedByGate(Object.keys(ACCOUNT_RIGHTS) as Act[])).toEqual(ALLOWED.toSorted());
});
