import { expect, test } from 'vitest';
import type { Act } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { FOLLOW_UP_RIGHTS } from './follow-up.ts';

const lines = (act: string, roles: readonly string[], states: readonly string[]) =>
  roles.flatMap((role) => states.map((state) => `${act} ${role} ${state}`));

const BOTH = ['in-office', 'in-opposition'];

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = [
  ...lines('assess-as-collective', ['collective-coordinator', 'collective-member'], BOTH),
  ...lines('assess-as-town-hall', ['elected-official', 'municipal-agent'], ['in-office']),
  ...lines('assess-as-town-hall', ['list-representative'], BOTH),
  ...lines('tell-unanswered', ['job', 'operator'], BOTH),
  ...lines('add-remark', ['person'], BOTH),
  ...lines('withdraw-remark', ['self'], BOTH),
  ...lines('report-remark', ['anyone'], BOTH),
  ...lines('hide-remark', ['national-team', 'operator'], BOTH),
  ...lines('report-evidence', ['anyone'], BOTH),
  ...lines('hide-evidence', ['national-team', 'operator'], BOTH),
];

const allowed = allowedByGate(Object.keys(FOLLOW_UP_RIGHTS) as Act[]);

test('these and no others', () => {
  expect(allowed).toEqual(ALLOWED.toSorted());
});

test('nobody says anything for the other side', () => {
  const saying = (act: string) => allowed.filter((line) => line.startsWith(act)).map((line) => line.split(' ')[1]);
  const collective = saying('assess-as-collective');
  expect(saying('assess-as-town-hall').filter((role) => collective.includes(role))).toEqual([]);
});

test('nothing is said of what was not promised', () => {
  expect(allowed.filter((line) => line.endsWith(' not-promised'))).toEqual([]);
});
