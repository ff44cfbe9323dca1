import { describe, expect, test } from 'vitest';
import { changedWords } from './changed-words.ts';

/** `-struck-` and `+inserted+`, as one line. */
const drawn = (clause: Parameters<typeof changedWords>[0]) =>
  changedWords(clause)
    .segments.map(({ kind, text }) => (kind === 'same' ? text : kind === 'struck' ? `-${text}-` : `+${text}+`))
    .join('');

describe('a clause that was changed', () => {
  test('shows the old words struck and the new ones inserted in their place', () => {
    expect(
      drawn({
        reference: 'renforcer les compétences techniques du service',
        here: 'renforcer les compétences qui permettent du service',
        changes: [{ kind: 'replaced', reference: 'techniques', here: 'qui permettent' }],
      }),
    ).toBe('renforcer les compétences -techniques-+ qui permettent+ du service');
  });
  test('places each change after the one before: the second "eau" is the second', () => {
    expect(
      drawn({
        reference: 'eau pure, eau claire',
        here: 'pure, claire',
        changes: [
          { kind: 'removed', reference: 'eau', here: '' },
          { kind: 'removed', reference: 'eau', here: '' },
        ],
      }),
    ).toBe('-eau- pure, -eau- claire');
  });
  test('places added words after the words they follow', () => {
    expect(
      drawn({
        reference: 'adopter un plan vélo.',
        here: 'adopter un plan vélo ambitieux.',
        changes: [{ kind: 'added', reference: '', here: 'ambitieux' }],
      }),
    ).toBe('adopter un plan vélo+ ambitieux+.');
  });
  test('says apart what it cannot place, and draws nothing', () => {
    const lost = { kind: 'replaced', reference: 'absent', here: 'ailleurs' } as const;
    const result = changedWords({ reference: 'adopter un plan', here: '', changes: [lost] });
    expect(result).toEqual({ segments: [{ kind: 'same', text: 'adopter un plan' }], unplaced: [lost] });
  });
});

test('a clause as it stands is one piece', () => {
  expect(drawn({ reference: 'adopter un plan', here: 'adopter un plan', changes: [] })).toBe('adopter un plan');
});
