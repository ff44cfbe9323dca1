import { expect, test } from 'vitest';
import type { Act } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { PLAN_RIGHTS } from './plans.ts';

const lines = (act: string, roles: readonly string[], states: readonly string[]) =>
  roles.flatMap((role) => states.map((state) => `${act} ${role} ${state}`));

const TOWN_HALL = ['elected-official', 'municipal-agent'];
const OPEN = ['in-preparation', 'plan-published'];

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = [
  ...lines('create-plan', [...TOWN_HALL, 'operator'], ['none']),
  ...lines('take-up-plan', [...TOWN_HALL, 'operator'], ['none']),
  ...lines('see-plan-work', [...TOWN_HALL, 'operator'], [...OPEN, 'put-away']),
  ...lines('change-plan', [...TOWN_HALL, 'operator'], OPEN),
  ...lines('change-actions', [...TOWN_HALL, 'operator'], OPEN),
  ...lines('publish-plan', TOWN_HALL, OPEN),
  ...lines('record-adoption', TOWN_HALL, OPEN),
  ...lines('put-plan-away', TOWN_HALL, OPEN),
  ...lines('take-plan-out', TOWN_HALL, ['put-away']),
  ...lines('see-directory', [...TOWN_HALL, 'operator'], ['none']),
  ...lines('erase-entry', [...TOWN_HALL, 'operator'], ['none']),
  ...lines('change-directory', [...TOWN_HALL, 'operator'], ['none']),
];

const allowed = allowedByGate(Object.keys(PLAN_RIGHTS) as Act[]);

test('these and no others', () => {
  expect(allowed).toEqual(ALLOWED.toSorted());
});

test('nobody of a collective, of a list or of the national team works on the plan of a town hall', () => {
  const roles = new Set(allowed.map((line) => line.split(' ')[1]));
  expect([...roles].toSorted()).toEqual(['elected-official', 'municipal-agent', 'operator']);
});

test('what a plan says publicly is decided by the town hall alone, never at the machine', () => {
  for (const act of ['publish-plan', 'record-adoption', 'put-plan-away']) {
    expect(allowed.filter((line) => line.startsWith(`${act} operator`))).toEqual([]);
  }
});
