import { expect, test } from 'vitest';
import { levelMarks } from './level-marks.ts';

test('neighbours of one stance share its word, each level keeps its shape', () => {
  const marks = levelMarks('partial', [
    { level: 3, stance: 'refused' },
    { level: 1, stance: 'accepted' },
    { level: 2, stance: 'accepted' },
  ]);
  expect(marks.groups).toEqual([
    {
      word: 'pris',
      levels: [
        { label: 'N1', shape: 'taken' },
        { label: 'N2', shape: 'taken' },
      ],
    },
    { word: 'refusé', levels: [{ label: 'N3', shape: 'refused' }] },
  ]);
});

test('a measure that names no level says its own stance', () => {
  expect(levelMarks('accepted', [])).toEqual({ groups: [], plain: 'pris, sans niveau précisé' });
  expect(levelMarks('delegated', []).plain).toBe('laissé à une autre collectivité');
});

test('a word said of several levels is plural', () => {
  const marks = levelMarks('refused', [
    { level: 1, stance: 'refused' },
    { level: 2, stance: 'refused' },
    { level: 3, stance: 'delegated' },
  ]);
  expect(marks.groups.map(({ word }) => word)).toEqual(['refusés', 'laissé à une autre collectivité']);
});
