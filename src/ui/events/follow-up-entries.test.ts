import { expect, test } from 'vitest';
import type { EventLine } from './event-line.ts';
import { followUpEntries, meetingsAmong } from './follow-up-entries.ts';

const EVENT: EventLine = {
  ...{ id: 1, voice: 'collective', place: 'municipality', list: null, kind: 'meeting', happenedOn: '2022-03-01' },
  ...{ title: 'Réunion', words: '', who: '', whoPrivate: '', isPrivate: false, promises: [], fate: null, means: null },
  ...{ answers: null, earlier: [], withdrawn: null },
};
const SITTING = {
  committee: 1,
  meeting: 2,
  collective: 'Ici',
  on: '2025-05-02',
  isOpen: false,
  location: null,
  hasMinutes: true,
};

test('the meetings of the committee stand among the events, each on its day, and are counted with the others', () => {
  const withdrawn = { at: new Date(0), reason: 'Doublon' };
  const events: readonly EventLine[] = [
    { ...EVENT, id: 3, kind: 'letter', happenedOn: '2026-01-01' },
    { ...EVENT, id: 2, happenedOn: '2025-06-01', withdrawn },
    EVENT,
  ];
  const entries = followUpEntries(events, [SITTING, { ...SITTING, meeting: 1, on: '2023-04-01' }]);
  expect(entries.map(({ id }) => id)).toEqual(['e3', 'e2', 's1-2', 's1-1', 'e1']);
  expect(meetingsAmong(entries)).toEqual({ count: 3, last: '2025-05-02' });
  expect(meetingsAmong([])).toEqual({ count: 0, last: null });
});
