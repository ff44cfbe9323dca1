import { expect, test } from 'vitest';
import { METHOD_VERSION } from '#domain/follow-up/method-version.ts';
import { ASSESSMENT_STATUSES } from '#domain/follow-up/assessment.ts';
import { BEFORE_MANDATE, DONE_MEANING, DONE_WORD } from '#ui/messages/done.fr.ts';
import { allMethods, methodOf, parseMethod } from './method.ts';

const said = () => JSON.stringify(methodOf(METHOD_VERSION));

test('what is said today follows the latest version, which is public', () => {
  expect(allMethods()[0]?.version).toBe(METHOD_VERSION);
});

test('every state that one can choose is explained, in the words of its button', () => {
  const states = [...ASSESSMENT_STATUSES, 'unknown'] as const;
  for (const state of states) expect(said()).toContain(`"term":"${DONE_WORD[state]}"`);
  for (const state of ['kept', 'partly-kept', 'underway', 'broken', 'cannot-assess'] as const)
    expect(said()).toContain(DONE_MEANING[state]);
  expect(said().toLowerCase()).toContain(BEFORE_MANDATE);
});

test('a file that does not say its own version is refused', () => {
  expect(() => parseMethod('---\nversion: 2\nsince: 2029-01-01\n---\n# T\n', '1.md')).toThrow('another version');
  expect(() => parseMethod('# T\n', '1.md')).toThrow('no version');
});
