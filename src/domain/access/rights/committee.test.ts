import { expect, test } from 'vitest';
import { pass, type Act, type Actor } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { COMMITTEE_RIGHTS } from './committee.ts';

const lines = (act: string, roles: readonly string[], states: readonly string[]) =>
  roles.flatMap((role) => states.map((state) => `${act} ${role} ${state}`));

const ALL = ['active', 'closed', 'proposed'];
const LIVING = ['active', 'proposed'];
const SPEAKING = ['collective-coordinator', 'elected-official', 'municipal-agent'];
const SIDES = ['collective-member', ...SPEAKING];
const SITTING = [...SIDES, 'self'];

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = [
  ...lines('see-committee', [...SITTING, 'national-team', 'operator', 'job'], ALL),
  ...lines('propose-committee', SPEAKING, ['none']),
  ...lines('accept-committee', SPEAKING, ['proposed']),
  ...lines('close-committee', SPEAKING, LIVING),
  ...lines('name-committee-member', SIDES, LIVING),
  ...lines('answer-committee-invitation', ['person'], LIVING),
  ...lines('remove-committee-member', SIDES, LIVING),
  ...lines('leave-committee', ['self'], LIVING),
  ...lines('call-committee-meeting', SIDES, ['active']),
  ...lines('propose-agenda-item', SITTING, ['active']),
  'see-minutes anyone minutes-agreed',
  ...lines('see-minutes', [...SITTING, 'national-team'], ['minutes-open']),
  ...lines('see-minutes', ['operator', 'job'], ['minutes-agreed', 'minutes-open']),
  ...lines('write-minutes', SIDES, ['minutes-open']),
  ...lines('agree-minutes', SPEAKING, ['minutes-open']),
  ...lines('settle-committee-decision', SIDES, ['minutes-agreed']),
  ...lines('write-follow-up-event', [...SIDES, 'list-representative'], ['none']),
  ...lines('see-private-event', [...SIDES, 'list-representative'], ['none']),
  ...lines('ask-follow-up-question', SIDES, ['none']),
  ...lines('ask-committee-question', SITTING, ['active']),
  ...lines('answer-follow-up-question', SIDES, ['none']),
  'write-letter collective-member none',
  'follow-deadlines anyone none',
  'leave-deadlines anyone none',
  ...lines('remind-deadlines', ['job', 'operator'], ['none']),
];

test('these and no others', () => {
  expect(allowedByGate(Object.keys(COMMITTEE_RIGHTS) as Act[])).toEqual(ALLOWED.toSorted());
});

test('minutes that one side only agreed to are nobody else’s, and what both agreed to changes no more, but for what became of it', () => {
  const rights = allowedByGate(Object.keys(COMMITTEE_RIGHTS) as Act[]);
  const readers = rights.flatMap((line) => /^see-minutes (\S+) minutes-open$/.exec(line)?.[1] ?? []);
  expect(readers.toSorted()).toEqual([...SITTING, 'national-team', 'operator', 'job'].toSorted());
  const late = rights.filter((line) => line.endsWith(' minutes-agreed')).map((line) => line.split(' ')[0]);
  expect(new Set(late)).toEqual(new Set(['see-minutes', 'settle-committee-decision']));
});

test('a side’s yes is not given by somebody of the other side: the concerns are of one side alone', () => {
  const agent: Actor = {
    kind: 'person',
    id: 'x',
    holds: [{ role: 'municipal-agent', place: { kind: 'municipality', code: '94017' } }],
  };
  const request = { act: 'agree-minutes', state: 'minutes-open' } as const;
  expect(pass(agent, { ...request, concerns: { collectives: [1] } }).ok).toBe(false);
  expect(pass(agent, { ...request, concerns: { places: [{ kind: 'municipality', code: '94017' }] } }).ok).toBe(true);
});
