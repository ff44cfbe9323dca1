import { expect, test } from 'vitest';
import type { FollowUpEvent } from '#domain/events/follow-up-event.ts';
import { eventTrace } from './event-trace.ts';

const EVENT: FollowUpEvent = {
  ...{ id: 1, voice: 'collective', collective: 1, list: null, edition: null, about: { kind: 'meeting' }, revision: 1 },
  ...{ happenedOn: '2027-03-02', title: 'Réunion', words: '', who: '', whoPrivate: '', items: [] },
  ...{ visibility: 'public', writtenAt: new Date(0), changedAt: new Date(0), earlier: [], withdrawn: null },
};
const DECISION = {
  id: 1,
  words: 'Ouvrir',
  who: '',
  dueOn: null,
  standing: { state: 'to-do', said: null } as const,
  committee: 4,
  meeting: 2,
  decidedOn: '2027-06-01',
};

test('decisions and events are one list, latest first', () => {
  const events = [{ ...EVENT, id: 2, happenedOn: '2028-01-01' }, EVENT];
  const decisions = [DECISION, { ...DECISION, id: 2, decidedOn: '2026-01-01' }];
  const trace = eventTrace(events, decisions, '2028-02-01');
  expect(trace.map(({ id, on }) => [id, on])).toEqual([
    ['e2', '2028-01-01'],
    ['d1', '2027-06-01'],
    ['e1', '2027-03-02'],
    ['d2', '2026-01-01'],
  ]);
});
