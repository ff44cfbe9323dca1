import { expect, test } from 'vitest';
import { pass, type Act, type Person, type State } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { CONSULTATION_RIGHTS } from './consultation.ts';

const lines = (act: string, roles: readonly string[], states: readonly string[]) =>
  roles.flatMap((role) => states.map((state) => `${act} ${role} ${state}`));

/** The coordinator: of the collective whose local edition it is about. */
const TEAM = ['collective-coordinator', 'national-team', 'operator'];
const [PLANNED, OPEN, CLOSED, COUNTED, CANCELLED] = [
  'consultation-planned',
  'consultation-open',
  'consultation-closed',
  'consultation-counted',
  'consultation-cancelled',
] as const;

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = [
  ...lines('see-consultation-desk', TEAM, ['none']),
  ...lines('announce-consultation', TEAM, ['none']),
  ...lines('change-consultation', TEAM, [PLANNED]),
  ...lines('cancel-consultation', TEAM, [PLANNED, OPEN]),
  ...lines('take-part', ['anyone'], [OPEN]),
  ...lines('vote-in-consultation', ['participant'], [OPEN]),
  ...lines('contribute', ['participant'], [OPEN]),
  ...lines('withdraw-contribution', ['participant'], [OPEN, CLOSED, COUNTED, CANCELLED]),
  ...lines('stop-being-told', ['participant'], [OPEN, CLOSED, COUNTED, CANCELLED]),
  ...lines('report-contribution', ['anyone'], [OPEN, CLOSED, COUNTED, CANCELLED]),
  ...lines('settle-contribution-report', TEAM, [OPEN, CLOSED, COUNTED, CANCELLED]),
  ...lines('hide-contribution', TEAM, [OPEN, CLOSED, COUNTED, CANCELLED]),
  ...lines('show-contribution', TEAM, [OPEN, CLOSED, COUNTED, CANCELLED]),
  ...lines('answer-contribution', TEAM, [OPEN, CLOSED, COUNTED]),
  ...lines('withdraw-participations', TEAM, [OPEN, CLOSED]),
  ...lines('count-consultation', [...TEAM, 'job'], [CLOSED]),
];

const allowed = allowedByGate(Object.keys(CONSULTATION_RIGHTS) as Act[]);

test('these and no others', () => {
  expect(allowed).toEqual(ALLOWED.toSorted());
});

test('the coordinator of another collective runs nothing of it, nor any coordinator of a national one', () => {
  const coordinator: Person = { kind: 'person', id: 'x', holds: [{ role: 'collective-coordinator', collective: 7 }] };
  const member: Person = { kind: 'person', id: 'y', holds: [{ role: 'collective-member', collective: 7 }] };
  for (const line of allowed.filter((one) => one.includes('collective-coordinator'))) {
    const [act, , state] = line.split(' ') as [Act, string, State];
    const may = (person: Person, collectives: readonly number[]) =>
      pass(person, { act, state, concerns: { collectives } }).ok;
    expect([may(coordinator, [7]), may(coordinator, [8]), may(coordinator, []), may(member, [7])], line).toEqual([
      true,
      false,
      false,
      false,
    ]);
  }
});

test('nobody votes, writes or takes votes out once it is counted', () => {
  const after = allowed.filter((line) => line.endsWith(COUNTED)).map((line) => line.split(' ')[0]);
  for (const act of ['vote-in-consultation', 'contribute', 'withdraw-participations', 'count-consultation'])
    expect(after).not.toContain(act);
});
