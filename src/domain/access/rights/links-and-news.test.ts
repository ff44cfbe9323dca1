import { expect, test } from 'vitest';
import { pass, type Act } from '../gate.ts';
import { allowedByGate } from '../testing/allowed-by-gate.ts';
import { LINK_AND_NEWS_RIGHTS } from './links-and-news.ts';

const lines = (act: string, roles: readonly string[], states: readonly string[]) =>
  roles.flatMap((role) => states.map((state) => `${act} ${role} ${state}`));

const TOWN_HALL = ['elected-official', 'municipal-agent'];
const OPEN = ['in-preparation', 'plan-published'];

/** Written out a second time on purpose: a right that moves must be moved here too. */
const ALLOWED = [
  ...lines('tie-commitments', [...TOWN_HALL, 'operator'], OPEN),
  ...lines('change-indicators', [...TOWN_HALL, 'operator'], OPEN),
  ...lines('show-indicator', TOWN_HALL, OPEN),
  ...lines('ask-news', TOWN_HALL, OPEN),
  ...lines('show-news', TOWN_HALL, OPEN),
  ...lines('remind-leads', ['job', 'operator'], OPEN),
  'say-news lead news-awaited',
  ...lines('forget-news-links', ['job', 'operator'], ['none']),
];

test('these and no others', () => {
  expect(allowedByGate(Object.keys(LINK_AND_NEWS_RIGHTS) as Act[])).toEqual(ALLOWED.toSorted());
});

test('a link that is another one, or is over, says nothing, nor does an account in its place', () => {
  const opens = (token: string) => token === 'right';
  const ask = { act: 'say-news', state: 'news-awaited', opens } as const;
  expect(pass({ kind: 'lead', token: 'right' }, ask).ok).toBe(true);
  expect(pass({ kind: 'lead', token: 'wrong' }, ask).ok).toBe(false);
  expect(pass({ kind: 'signatory', token: 'right' }, ask).ok).toBe(false);
  expect(pass({ kind: 'lead', token: 'right' }, { ...ask, state: 'link-over' }).ok).toBe(false);
  const agent = {
    kind: 'person',
    id: 'x',
    holds: [{ role: 'municipal-agent', place: { kind: 'municipality', code: '94017' } }],
  } as const;
  expect(pass(agent, { ...ask, concerns: { places: [{ kind: 'municipality', code: '94017' }] } }).ok).toBe(false);
});
