import { expect, test } from 'vitest';
import type { Act } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { PARTNER_RIGHTS } from './partners.ts';

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = [
  'ask-partnership person none',
  'change-organisation partner partner-accepted',
  'change-organisation partner partner-asked',
  'change-representatives national-team partner-accepted',
  'change-representatives partner partner-accepted',
  'confirm-sheet national-team none',
  'confirm-sheet partner partner-accepted',
  'correct-national-decision national-team none',
  'end-national-member national-team none',
  'end-partnership national-team partner-accepted',
  'end-partnership partner partner-accepted',
  'end-partnership partner partner-asked',
  'endorse partner partner-accepted',
  'name-national-member national-team none',
  'record-national-decision national-team none',
  'see-national-committees national-team none',
  'see-organisation-space partner partner-accepted',
  'see-organisation-space partner partner-asked',
  'see-partner-requests national-team none',
  'see-partner-requests steering-member none',
  'set-national-rule national-team none',
  'show-national-member self none',
  'show-representative partner partner-accepted',
  'show-representative partner partner-asked',
  'vote-on-partner steering-member partner-asked',
  'withdraw-endorsement partner partner-accepted',
  'withdraw-sheet national-team none',
  'withdraw-sheet national-team partner-accepted',
  'withdraw-sheet national-team partner-asked',
  'withdraw-sheet national-team partner-ended',
  'withdraw-sheet national-team partner-refused',
  'withdraw-sheet partner partner-accepted',
  'write-sheet national-team none',
  'write-sheet partner partner-accepted',
];

test('the steering committee alone decides who joins, and each organisation alone what it supports', () => {
  expect(allowedByGate(Object.keys(PARTNER_RIGHTS) as Act[])).toEqual(ALLOWED);
});
