import { expect, test } from 'vitest';
import { pass, type Act, type Person, type State } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { CONSULTATION_RIGHTS } from './consultation.ts';

const lines = (act: string, roles: readonly string[], states: readonly string[]) =>
  roles.flatMap((role) => states.map((state) => `${act} ${role} ${state}`));

const NATIONAL = ['national-team', 'operator'];
const COORDINATOR = ['collective-coordinator'];
const [PLANNED, OPEN, CLOSED, COUNTED, CANCELLED] = [
  'consultation-planned',
  'consultation-open',
  'consultation-closed',
  'consultation-counted',
  'consultation-cancelled',
] as const;

const everywhere = (act: string, roles: readonly string[], phases: readonly string[]) =>
  lines(act, roles, [...phases, ...phases.map((phase) => `local-${phase}`)]);
/** A national one by the team, a local one by the coordinators of its collective, and no other by either. */
const owned = (act: string, phases: readonly string[]) => [
  ...lines(act, NATIONAL, phases),
  ...lines(
    act,
    COORDINATOR,
    phases.map((phase) => `local-${phase}`),
  ),
];
/** The team beside the coordinators. */
const moderated = (act: string, phases: readonly string[]) => [
  ...everywhere(act, NATIONAL, phases),
  ...lines(
    act,
    COORDINATOR,
    phases.map((phase) => `local-${phase}`),
  ),
];

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = [
  ...lines('see-consultation-desk', [...COORDINATOR, ...NATIONAL], ['none']),
  ...lines('announce-consultation', COORDINATOR, ['local-edition-open']),
  ...lines('announce-consultation', NATIONAL, ['edition-open']),
  ...owned('change-consultation', [PLANNED]),
  ...moderated('cancel-consultation', [PLANNED, OPEN]),
  ...everywhere('take-part', ['anyone'], [OPEN]),
  ...everywhere('vote-in-consultation', ['participant'], [OPEN]),
  ...everywhere('contribute', ['participant'], [OPEN]),
  ...everywhere('withdraw-contribution', ['participant'], [OPEN, CLOSED, COUNTED, CANCELLED]),
  ...everywhere('stop-being-told', ['participant'], [OPEN, CLOSED, COUNTED, CANCELLED]),
  ...everywhere('report-contribution', ['anyone'], [OPEN, CLOSED, COUNTED, CANCELLED]),
  ...moderated('settle-contribution-report', [OPEN, CLOSED, COUNTED, CANCELLED]),
  ...moderated('hide-contribution', [OPEN, CLOSED, COUNTED, CANCELLED]),
  ...moderated('show-contribution', [OPEN, CLOSED, COUNTED, CANCELLED]),
  ...owned('answer-contribution', [OPEN, CLOSED, COUNTED]),
  ...moderated('withdraw-participations', [OPEN, CLOSED]),
  ...owned('count-consultation', [CLOSED]),
  ...everywhere('count-consultation', ['job'], [CLOSED]),
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
