import { expect, test } from 'vitest';
import type { Act } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { SIGNATURE_RIGHTS } from './signature.ts';

const lines = (act: string, roles: readonly string[], states: readonly string[]) =>
  roles.flatMap((role) => states.map((state) => `${act} ${role} ${state}`));

const ALL = ['cancelled', 'complete', 'declined', 'expired', 'waiting'];
const OPEN = ['declined', 'expired', 'waiting'];
const SPEAKING = ['collective-coordinator', 'elected-official', 'list-representative', 'municipal-agent'];
const BOTH_SIDES = [...SPEAKING, 'collective-member', 'signatory'];

/** Somebody with an account is anyone too: what anyone may do is written under `anyone` alone. */
const CLOSED = ALL.filter((state) => state !== 'complete');

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = [
  'see-signing anyone complete',
  ...lines('see-signing', [...BOTH_SIDES, 'national-team'], CLOSED),
  'see-signing signatory complete',
  ...lines('see-signing', ['operator', 'job'], ALL),
  ...lines('name-signatory', SPEAKING, ['declined', 'waiting']),
  ...lines('remove-signatory', SPEAKING, OPEN),
  ...lines('invite-again', SPEAKING, ['waiting']),
  'sign-text signatory waiting',
  'decline-signing signatory waiting',
  ...lines('contest-signature', ['signatory'], ALL),
  'report-signature anyone complete',
  ...lines('settle-contest', ['national-team', 'operator'], ALL),
  ...lines('extend-signing', SPEAKING, OPEN),
  ...lines('cancel-signing', SPEAKING, OPEN),
  ...lines('add-paper', BOTH_SIDES, ['waiting']),
  ...lines('confirm-paper', BOTH_SIDES, ['waiting']),
  ...lines('see-paper', [...BOTH_SIDES, 'national-team'], ALL),
  ...lines('show-paper', SPEAKING, ['complete']),
  ...lines('renounce', SPEAKING, ['complete']),
  'open-addendum collective-coordinator complete',
  'open-addendum collective-member complete',
  'remind-signatories job waiting',
  'tell-expired job expired',
  'seal-text job complete',
  'seal-text operator complete',
  ...lines('forget-signatories', ['job', 'operator'], ALL),
];

const allowed = allowedByGate(Object.keys(SIGNATURE_RIGHTS) as Act[]);

test('these and no others', () => {
  expect(allowed).toEqual(ALLOWED.toSorted());
});

test('nobody names, removes or prolongs anything once the text is signed by all', () => {
  const late = allowed.filter((line) => / (complete|cancelled)$/.test(line)).map((line) => line.split(' ')[0]);
  expect(late).not.toContain('name-signatory');
  expect(late).not.toContain('remove-signatory');
  expect(late).not.toContain('sign-text');
  expect(late).not.toContain('add-paper');
});
