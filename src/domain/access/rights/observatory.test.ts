import { expect, test } from 'vitest';
import type { Act } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { OBSERVATORY_RIGHTS } from './observatory.ts';

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = [
  'rebuild-tallies job none',
  'rebuild-tallies operator none',
  'verify-tallies job none',
  'verify-tallies operator none',
];

test('the figures of the country are recounted by who runs the site alone', () => {
  expect(allowedByGate(Object.keys(OBSERVATORY_RIGHTS) as Act[])).toEqual(ALLOWED);
});
