import { expect, test } from 'vitest';
import { pass, type Act, type Person } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { WORKBENCH_RIGHTS } from './workbench.ts';

const NATIONAL = ['edition-open', 'edition-published', 'edition-abandoned'];
const LOCAL = NATIONAL.map((state) => `local-${state}`);
const lines = (act: string, role: string, states: readonly string[]) =>
  states.map((state) => `${act} ${role} ${state}`);

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = [
  'see-editions national-team none',
  'see-editions operator none',
  'open-edition national-team none',
  'open-edition operator none',
  'open-local-edition collective-coordinator none',
  ...lines('see-edition-draft', 'collective-coordinator', LOCAL),
  ...lines('see-edition-draft', 'collective-member', LOCAL),
  ...lines('see-edition-draft', 'national-team', [...NATIONAL, ...LOCAL]),
  ...lines('see-edition-draft', 'operator', [...NATIONAL, ...LOCAL]),
  ...lines('see-edition-history', 'collective-coordinator', LOCAL),
  ...lines('see-edition-history', 'national-team', NATIONAL),
  ...lines('see-edition-history', 'operator', [...NATIONAL, ...LOCAL]),
  ...['write-edition', 'abandon-edition', 'publish-edition'].flatMap((act) => [
    `${act} collective-coordinator local-edition-open`,
    `${act} national-team edition-open`,
  ]),
  'publish-edition operator edition-open',
  'offer-edition collective-coordinator local-edition-published',
  'offer-edition national-team edition-published',
  'offer-edition national-team local-edition-published',
  'offer-edition operator edition-published',
  'offer-edition operator local-edition-published',
];

test('these and no others', () => {
  expect(allowedByGate(Object.keys(WORKBENCH_RIGHTS) as Act[])).toEqual(ALLOWED.toSorted());
});

test('a published edition is written by nobody', () => {
  const rights = allowedByGate(['write-edition', 'publish-edition', 'abandon-edition']);
  expect(rights.filter((line) => !line.endsWith('edition-open'))).toEqual([]);
});

test('the coordinator of another collective writes nothing of this one’s edition', () => {
  const coordinator: Person = { kind: 'person', id: 'x', holds: [{ role: 'collective-coordinator', collective: 7 }] };
  const request = { act: 'write-edition', state: 'local-edition-open' } as const;
  expect(pass(coordinator, { ...request, concerns: { collectives: [7] } }).ok).toBe(true);
  expect(pass(coordinator, { ...request, concerns: { collectives: [8] } }).ok).toBe(false);
});
