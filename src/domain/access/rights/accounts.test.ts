import { expect, test } from 'vitest';
import type { Act } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { ACCOUNT_RIGHTS } from './accounts.ts';

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED: readonly string[] = [
  'sign-in anyone none',
  'see-account self none',
  'change-name self none',
  'change-email self none',
  'end-session self none',
  'keep-passkey self none',
  'export-account self none',
  'erase-account self none',
  'see-kept-mails operator none',
  'retry-mail operator none',
  'deliver-mail job none',
];

test('these and no others', () => {
  expect(allowedByGate(Object.keys(ACCOUNT_RIGHTS) as Act[])).toEqual(ALLOWED.toSorted());
});
