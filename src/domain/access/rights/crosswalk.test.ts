import { expect, test } from 'vitest';
import type { Act } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { CROSSWALK_RIGHTS } from './crosswalk.ts';

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = [
  'add-crosswalk-link national-team none',
  'confirm-crosswalk-link national-team link-confirmed',
  'confirm-crosswalk-link national-team link-proposed',
  'confirm-crosswalk-link national-team link-refused',
  'confirm-crosswalk-link national-team link-withdrawn',
  'propose-crosswalk national-team none',
  'publish-crosswalk national-team none',
  'refuse-crosswalk-link national-team link-proposed',
  'see-crosswalk national-team none',
  'withdraw-crosswalk-link national-team link-confirmed',
];

test('only the national team says that two promises are relatives, and no machine ever does', () => {
  expect(allowedByGate(Object.keys(CROSSWALK_RIGHTS) as Act[])).toEqual(ALLOWED);
});
