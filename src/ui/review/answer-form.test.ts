import { expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { decisionFrom, typedIn } from './answer-form.ts';

const SHOWN: Answer = {
  kind: 'commitment',
  measure: 15,
  stance: 'partial',
  levels: [
    { level: 1, stance: 'accepted', clauses: [{ clause: 1, text: 'Modérer', stance: 'accepted' }] },
    {
      level: 3,
      stance: 'partial',
      clauses: [
        { clause: 1, text: 'Rendre cyclable', stance: 'accepted' },
        { clause: 2, text: '25 €', stance: 'refused' },
      ],
    },
  ],
  observations: ['Un accord'],
  competentBody: '',
};

/** What a browser sends when nothing is touched. */
function untouched(): FormData {
  const form = new FormData();
  form.set('act', 'correct');
  form.set('measure', '15');
  form.set('level-1', 'accepted');
  form.set('clause-1-1', 'accepted');
  form.set('level-3', 'partial');
  form.set('clause-3-1', 'accepted');
  form.set('clause-3-2', 'refused');
  form.append('observation[]', 'Un accord');
  form.append('observation[]', '');
  form.set('competentBody', '');
  return form;
}

test('a form sent as it was shown says what was read', () => {
  expect(decisionFrom(untouched(), SHOWN)).toEqual({
    kind: 'correct-commitment',
    measure: 15,
    levels: [
      { level: 1, stance: 'accepted', clauses: [{ clause: 1, stance: 'accepted' }] },
      {
        level: 3,
        stance: 'partial',
        clauses: [
          { clause: 1, stance: 'accepted' },
          { clause: 2, stance: 'refused' },
        ],
      },
    ],
    observations: ['Un accord'],
    competentBody: null,
  });
});

test('a level that changes alone no longer speaks for its clauses', () => {
  const form = untouched();
  form.set('level-3', 'refused');
  expect(decisionFrom(form, SHOWN)).toMatchObject({ levels: [{ level: 1 }, { level: 3, stance: 'refused' }] });
  expect(JSON.stringify(decisionFrom(form, SHOWN))).not.toContain('"clause":2');
});

test('a level and its clauses changed together are both sent', () => {
  const form = untouched();
  form.set('level-3', 'accepted');
  form.set('clause-3-2', 'accepted');
  expect(decisionFrom(form, SHOWN)).toMatchObject({
    levels: [{}, { stance: 'accepted', clauses: [{ clause: 1 }, { clause: 2, stance: 'accepted' }] }],
  });
});

test('attached to another measure, nobody compared its clauses', () => {
  const form = untouched();
  form.set('measure', '16');
  expect(decisionFrom(form, SHOWN)).toMatchObject({
    measure: 16,
    levels: [
      { level: 1, stance: 'accepted' },
      { level: 3, stance: 'partial' },
    ],
  });
  expect(JSON.stringify(decisionFrom(form, SHOWN))).not.toContain('clauses');
});

test('a level taken away is no longer listed, and without any the measure has a stance of its own', () => {
  const form = untouched();
  form.set('level-1', '');
  form.set('level-3', '');
  form.set('stance', 'refused');
  expect(decisionFrom(form, SHOWN)).toMatchObject({ levels: [], stance: 'refused' });
});

test('numbers of measures are read as people write them', () => {
  const form = new FormData();
  form.set('act', 'to-local');
  form.set('text', 'Planter\r\nmille arbres ');
  form.set('relatedMeasures', '26, 27 et 3');
  expect(decisionFrom(form, { kind: 'unread' })).toEqual({
    kind: 'to-local',
    text: 'Planter\nmille arbres',
    relatedMeasures: [26, 27, 3],
  });
});

test('what is no answer gives none', () => {
  const form = new FormData();
  expect(decisionFrom(form, SHOWN)).toBeNull();
  form.set('act', 'delete');
  expect(decisionFrom(form, SHOWN)).toBeNull();
  form.set('act', 'correct');
  expect(decisionFrom(form, { kind: 'unread' })).toBeNull();
});

test('what was typed comes back, files left out', () => {
  const form = untouched();
  form.set('file', new File(['x'], 'x.txt'));
  expect(typedIn(form)).toMatchObject({ measure: ['15'], 'observation[]': ['Un accord', ''] });
  expect(typedIn(form)).not.toHaveProperty('file');
});
