/** Figures of a plan as they are said: nothing counted is left out, and what a total leaves out reads as a sentence. */
import { expect, test } from 'vitest';
import { leftOutLine } from './plan-budget.fr.ts';
import { progressAnswer } from './plan-views.fr.ts';

test('the answer of a plan says every action: what is blocked, given up and to come beside what is done and unsaid', () => {
  const progress = { all: 10, done: 3, ongoing: 1, planned: 1, stopped: 2, abandoned: 1, unknown: 2, late: 0 };
  const facts = progressAnswer(progress, '2027-03-02').map(({ figure, words }) => `${figure} ${words}`);
  expect(facts.slice(3)).toEqual([
    '2 sur 10 dont personne n’a dit le statut',
    '2 sur 10 bloquées ou en pause',
    '1 sur 10 abandonnée',
    '1 sur 10 à venir',
  ]);
  expect(progressAnswer({ ...progress, planned: 6, stopped: 0, abandoned: 0, unknown: 0 }, '2027-03-02')).toHaveLength(
    4,
  );
});

test('a line without an exact sum is told apart from its action, in words as written', () => {
  const line = { direction: 'spending', stage: 'forecast', nature: null, year: 2027, euros: null } as const;
  expect(leftOutLine({ ...line, words: '50 000 € par an' })).toBe('· Dépenses prévues, 2027 : « 50 000 € par an »');
});
