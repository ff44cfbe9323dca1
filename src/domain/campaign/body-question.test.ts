import { expect, test } from 'vitest';
import { stateOfQuestion } from './body-question.ts';

const asked = (askedOn: string, today: string) => stateOfQuestion({ askedOn, answer: null }, today);

test('a body is silent two months after it was asked, to the day', () => {
  expect(asked('2026-05-12', '2026-07-11')).toEqual({ kind: 'asked', since: '2026-05-12' });
  expect(asked('2026-05-12', '2026-07-12')).toEqual({ kind: 'silent', since: '2026-05-12' });
  expect(asked('2026-12-31', '2027-02-27').kind).toBe('asked');
  expect(asked('2026-12-31', '2027-02-28').kind).toBe('silent');
});

test('an answer, however late, ends the silence', () => {
  const answer = { kind: 'refused', on: '2027-01-05', text: '', as: 'body' } as const;
  expect(stateOfQuestion({ askedOn: '2026-05-12', answer }, '2030-01-01')).toEqual({
    kind: 'refused',
    on: '2027-01-05',
  });
});
