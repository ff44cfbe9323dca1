import { expect, test } from 'vitest';
import type { Act } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { BULK_ENTRY_RIGHTS } from './bulk-entry.ts';

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = [
  'see-entries national-team none',
  'see-entries operator none',
  'bring-entry national-team none',
  'bring-entry operator none',
  'read-entry-item job item-waiting',
  'claim-entry-item national-team item-open',
  'release-entry-item national-team item-open',
  'publish-entry-item national-team item-open',
  'set-entry-item-aside national-team item-open',
  'set-entry-item-aside national-team item-stuck',
  'put-entry-item-back national-team item-aside',
  'forget-entries job none',
];

test('many pacts at once are brought, reviewed and published by the national team alone', () => {
  expect(allowedByGate(Object.keys(BULK_ENTRY_RIGHTS) as Act[])).toEqual(ALLOWED.toSorted());
});
