import { expect, test } from 'vitest';
import { stateGroups } from './state-groups.ts';
import { councilQuestions, type KitAssessment, type KitPromise } from './council-questions.ts';

const said = (status: KitAssessment['status'], lookedOn = '2028-06-01'): KitAssessment => ({
  status,
  lookedOn,
  beforeMandate: false,
});
const promise = (
  label: string,
  collective: KitAssessment | null,
  townHall: KitAssessment | null,
  stance: KitPromise['stance'] = 'accepted',
): KitPromise => ({
  key: { kind: 'measure', measure: label.length },
  label,
  stance,
  levels: [],
  latest: { collective, 'town-hall': townHall },
});

test('asks where voices differ, then where the town hall is silent, then what is old, then what nobody looked at', () => {
  const promises = [
    promise('jamais', null, null),
    promise('vieux', said('kept', '2027-01-01'), said('kept', '2027-02-01')),
    promise('silence', said('broken'), null),
    promise('écart', said('not-started'), said('kept')),
    promise('accord', said('kept'), said('kept')),
    promise('refusé', null, null, 'refused'),
  ];
  expect(councilQuestions(promises, '2028-07-01')).toEqual([
    { kind: 'voices-differ', label: 'écart', collective: 'not-started', townHall: 'kept' },
    { kind: 'town-hall-silent', label: 'silence', collective: 'broken' },
    { kind: 'stale', label: 'vieux', months: 17 },
    { kind: 'nobody-looked', label: 'jamais' },
  ]);
});

test('asks nothing of what both say the same, lately', () => {
  expect(councilQuestions([promise('x', said('kept'), said('kept'))], '2028-07-01')).toEqual([]);
  expect(councilQuestions([promise('x', null, said('kept'))], '2028-07-01')).toEqual([]);
});

test('in one page each promise stands once under what a voice says of it, refused ones nowhere', () => {
  const promises = [
    promise('a', said('kept'), null),
    promise('bb', said('kept'), said('underway')),
    promise('ccc', { ...said('kept'), beforeMandate: true }, null),
    promise('dddd', null, null),
    promise('eeeee', null, null, 'refused'),
  ];
  const shown = (voice: 'collective' | 'town-hall') =>
    stateGroups(promises, voice).map(({ state, promises: keys }) => [
      state,
      keys.map((key) => (key.kind === 'measure' ? key.measure : 0)),
    ]);
  expect(shown('collective')).toEqual([
    ['kept', [1, 2]],
    ['before', [3]],
    ['never', [4]],
  ]);
  expect(shown('town-hall')).toEqual([
    ['underway', [2]],
    ['never', [1, 3, 4]],
  ]);
});
