import { expect, test } from 'vitest';
import type { Act } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { DRAFT_RIGHTS } from './drafts.ts';

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = [
  'open-draft anyone none',
  'open-draft operator none',
  'open-draft job none',
  'see-draft draft-holder open',
  'see-draft draft-holder queued',
  'see-draft draft-holder published',
  'see-draft national-team queued',
  'see-draft operator queued',
  'see-draft operator open',
  'see-draft operator published',
  'review-proposal draft-holder open',
  'review-proposal draft-holder queued',
  'review-proposal operator queued',
  'review-proposal operator open',
  'attach-passage draft-holder open',
  'attach-passage draft-holder queued',
  'attach-passage operator queued',
  'attach-passage operator open',
  'choose-for-draft draft-holder open',
  'choose-for-draft draft-holder queued',
  'choose-for-draft operator queued',
  'choose-for-draft operator open',
  'discard-draft draft-holder open',
  'discard-draft operator open',
  'publish-draft operator open',
  'publish-draft job open',
  'publish-draft national-team queued',
  'correct-published operator open',
  'withdraw-published operator none',
  'list-drafts operator none',
  'forget-expired job expired',
  'forget-expired operator expired',
  'import-seeds job none',
  'import-seeds operator none',
  'link-action operator none',
  'verify-journal job none',
  'verify-journal operator none',
];

test('these and no others', () => {
  expect(allowedByGate(Object.keys(DRAFT_RIGHTS) as Act[])).toEqual(ALLOWED.toSorted());
});
